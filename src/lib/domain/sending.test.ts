import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatheredNow, mostGathered, nextAttempt } from './sending.ts';

test.each([
	{ waiting: 1, sent: 0, perHour: 3, goes: 1 },
	{ waiting: 9, sent: 1, perHour: 3, goes: 1 },
	{ waiting: 9, sent: 2, perHour: 3, goes: 9 },
	{ waiting: 1, sent: 2, perHour: 3, goes: 1 },
	{ waiting: 9, sent: 3, perHour: 3, goes: 0 },
	{ waiting: 9, sent: 5, perHour: 3, goes: 0 },
	{ waiting: 4, sent: 0, perHour: 1, goes: 4 },
	{ waiting: 5_000, sent: 0, perHour: 1, goes: mostGathered },
])('$waiting wait, $sent of $perHour are sent: $goes go into the next mail', ({ waiting, sent, perHour, goes }) => {
	expect(gatheredNow(waiting, sent, perHour)).toBe(goes);
});

test('whatever waits, no hour has more mails than it may, and nothing is left over while one more may go', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 30 }), (waiting, perHour) => {
			let left = waiting;
			let sent = 0;
			for (let goes = gatheredNow(left, sent, perHour); goes > 0; goes = gatheredNow(left, sent, perHour)) {
				left -= goes;
				sent += 1;
				if (left === 0) break;
			}
			expect(sent).toBeLessThanOrEqual(perHour);
			expect(left).toBe(0);
		}),
	);
});

test('a mail that is put off is tried again ever more rarely, for five days', () => {
	const first = Temporal.Instant.from('2026-11-23T09:00:00Z');
	let now = first;
	const pauses: number[] = [];
	for (let attempts = 1; ; attempts++) {
		const next = nextAttempt(attempts, first, now);
		if (!next) break;
		pauses.push(next.since(now).total('minutes'));
		now = next;
	}
	expect(pauses.slice(0, 8)).toEqual([1, 5, 15, 30, 60, 120, 240, 240]);
	expect(now.since(first).total('hours')).toBeGreaterThan(115);
	expect(now.since(first).total('hours')).toBeLessThanOrEqual(120);
});
