import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayChange, mayRate, standsFrom } from './satisfaction.ts';
import type { Standing } from './ticket.ts';

const at = (instant: string) => Temporal.Instant.from(instant);
const resolved = (as: 'solved' | 'closed-by-customer' | 'lapsed' | 'duplicate'): Standing => ({
	state: 'resolved',
	as,
	at: at('2026-11-23T10:00+01:00'),
});
const instants = fc
	.integer({ min: 0, max: 4_000_000_000 })
	.map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

describe('an answer can be changed for seven days of the clock', () => {
	test.each([
		['2026-11-23T10:00:00+01:00', '2026-11-30T10:00:00+01:00'],
		['2027-03-25T10:00:00+01:00', '2027-04-01T11:00:00+02:00'], // the clocks go forward on the 28th
		['2026-10-22T10:00:00+02:00', '2026-10-29T09:00:00+01:00'], // and back on the 25th
	])('given at %s it stands from %s', (given, stands) => {
		expect(standsFrom(at(given))).toEqual(at(stands));
		expect(mayChange(at(given), at(stands).subtract({ nanoseconds: 1 }))).toBe(true);
		expect(mayChange(at(given), at(stands))).toBe(false);
	});

	test('whenever it was given, for exactly 604,800 seconds', () => {
		const week = 7 * 24 * 60 * 60;
		fc.assert(
			fc.property(instants, fc.integer({ min: 0, max: 2 * week }), (given, seconds) => {
				expect(mayChange(given, given.add({ seconds }))).toBe(seconds < week);
			}),
		);
	});

	test('and never again afterwards', () => {
		fc.assert(
			fc.property(instants, instants, fc.nat(), (given, now, seconds) => {
				if (!mayChange(given, now)) expect(mayChange(given, now.add({ seconds }))).toBe(false);
			}),
		);
	});
});

describe('who may say what they thought', () => {
	const now = at('2026-12-01T10:00+01:00');

	test.each(['solved', 'closed-by-customer', 'lapsed'] as const)('of a ticket that ended as %s', (as) => {
		expect(mayRate(resolved(as), undefined, now)).toEqual({ ok: true });
	});

	test('not of a duplicate, whose matter goes on in another ticket', () => {
		expect(mayRate(resolved('duplicate'), undefined, now)).toMatchObject({
			refusal: { reason: 'duplicate-not-rated' },
		});
	});

	test('not before it is resolved', () => {
		expect(mayRate({ state: 'queued' }, undefined, now)).toMatchObject({ refusal: { reason: 'not-resolved' } });
	});

	test('nor again, once the days to change it are over, however the ticket ended', () => {
		const given = now.subtract({ hours: 7 * 24 });
		expect(mayRate(resolved('solved'), given, now)).toMatchObject({ refusal: { reason: 'rating-stands' } });
		expect(mayRate(resolved('solved'), given.add({ seconds: 1 }), now)).toEqual({ ok: true });
	});
});
