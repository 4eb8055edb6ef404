import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	businessDaysAfter,
	type DeskCalendar,
	dayOf,
	horizonDays,
	leavesBusinessDays,
	skipReason,
	startOf,
} from './calendar.ts';

const italy: DeskCalendar = {
	workingWeek: [1, 2, 3, 4, 5],
	timeZone: 'Europe/Rome',
	holidays: new Map([['2026-12-08', { it: 'Immacolata Concezione', en: 'Immaculate Conception' }]]),
	closures: new Map([
		['2026-12-07', 'Ponte'],
		['2026-12-08', 'Ponte'],
		['2026-12-12', 'Inventario'],
	]),
};
const day = (date: string) => Temporal.PlainDate.from(date);

test.each([
	['2026-12-04', undefined],
	['2026-12-05', { kind: 'not-worked' }],
	['2026-12-07', { kind: 'closure', reason: 'Ponte' }],
	['2026-12-08', { kind: 'holiday', name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' } }],
	['2026-12-12', { kind: 'not-worked' }],
])('why %s does not count: a day off first of all, a holiday before a closure', (date, reason) => {
	expect(skipReason(italy, day(date))).toEqual(reason);
});

test('the day itself does not count; those skipped on the way to the last counted one are told, later ones are not', () => {
	const { counted, skipped } = businessDaysAfter(italy, day('2026-12-03'), 3);
	expect(counted.map(String)).toEqual(['2026-12-04', '2026-12-09', '2026-12-10']);
	expect(skipped.map((each) => each.day.toString())).toEqual(['2026-12-05', '2026-12-06', '2026-12-07', '2026-12-08']);
});

test('a calendar that leaves too few business days within 366 gives what there is', () => {
	const closed = { ...italy, workingWeek: [] };
	expect(businessDaysAfter(closed, day('2026-12-03'), 1)).toMatchObject({ counted: [], skipped: { length: 366 } });
});

test.each([
	['2026-12-01T22:59:59Z', '2026-12-01'],
	['2026-12-01T23:00:00Z', '2026-12-02'],
	['2026-07-01T22:00:00Z', '2026-07-02'],
])('%s is on %s at the desk', (at, date) => {
	expect(dayOf(italy, Temporal.Instant.from(at)).toString()).toBe(date);
});

test.each([
	['Europe/Rome', '2026-12-10', '2026-12-09T23:00:00Z'],
	['Europe/Rome', '2027-03-28', '2027-03-27T23:00:00Z'], // the clocks change two hours later
	['Africa/Cairo', '2027-04-30', '2027-04-29T22:00:00Z'], // 00:00 does not exist: the day begins at 01:00
])('in %s %s begins at %s', (timeZone, date, at) => {
	expect(startOf({ ...italy, timeZone }, day(date)).toString()).toBe(at);
});

describe('whether a hold finds its business days, whenever it is placed (P5)', () => {
	const from = day('2026-11-23');
	const first = from.subtract({ days: horizonDays });
	/** Mondays only, some of them closed: about as many are left as are asked for. */
	const sparse = fc.record({
		closed: fc.uniqueArray(fc.integer({ min: 0, max: 115 }), { minLength: 60, maxLength: 104 }),
		long: fc.integer({ min: 0, max: 59 }),
		count: fc.integer({ min: 1, max: 22 }),
	});
	const mondays = (closed: number[]): DeskCalendar => {
		const monday = first.add({ days: 8 - first.dayOfWeek });
		const closures = new Map(closed.map((week) => [monday.add({ weeks: week }).toString(), 'Ferie']));
		return { ...italy, workingWeek: [1], closures };
	};
	/** Day by day: those that count within the horizon after each day of placing. */
	const foundAlways = (calendar: DeskCalendar, long: number, count: number) => {
		const days = Array.from({ length: 2 * horizonDays + long + 1 }, (_, after) => first.add({ days: after }));
		const counts = days.map((each) => skipReason(calendar, each) === undefined);
		const placings = days.slice(0, horizonDays + long);
		return placings.every((_, at) => counts.slice(at + 1, at + 1 + horizonDays).filter(Boolean).length >= count);
	};

	test('it says what counting after each day of placing says', () => {
		const said = { true: 0, false: 0 };
		fc.assert(
			fc.property(sparse, ({ closed, long, count }) => {
				const calendar = mondays(closed);
				const found = foundAlways(calendar, long, count);
				said[`${found}`]++;
				expect(leavesBusinessDays(calendar, { from, to: from.add({ days: long }) }, count)).toBe(found);
			}),
			{ numRuns: 60, endOnFailure: true },
		);
		expect(said.true).toBeGreaterThan(5);
		expect(said.false).toBeGreaterThan(5);
	});

	test.each([
		[-1, false],
		[0, true],
		[1, false],
	])('the last day of the horizon is within it, the one after is not: %i', (later, found) => {
		const days = Array.from({ length: 3 * horizonDays }, (_, after) => first.add({ days: after }));
		const closed = days.filter((each) => !each.equals(from.add({ days: later })));
		const closures = new Map(closed.map((each) => [each.toString(), 'Ferie']));
		const calendar = { ...italy, workingWeek: [1, 2, 3, 4, 5, 6, 7], holidays: new Map(), closures };
		expect(leavesBusinessDays(calendar, { from, to: from }, 1)).toBe(found);
	});

	test('it looks at every day once', () => {
		const asked = new Map<string, number>();
		const closures = new Map();
		closures.get = (date: string) => {
			asked.set(date, (asked.get(date) ?? 0) + 1);
			return undefined;
		};
		const weekly = { ...italy, workingWeek: [1], closures };
		expect(leavesBusinessDays(weekly, { from, to: from.add({ days: 59 }) }, 30)).toBe(true);
		expect(Math.max(...asked.values())).toBe(1);
	});
});
