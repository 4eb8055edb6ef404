import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeskCalendar, dayOf, skipReason } from './calendar.ts';
import type { Closure } from './closure.ts';
import { type Receipt, receiptOf, receiptWithClosures, TooFewBusinessDays } from './hold.ts';
import { receiptFrom, storedReceipt } from './receipt-json.ts';

const holidays = new Map(
	['2026-12-08', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06', '2027-03-28', '2027-03-29'].map((date) => [
		date,
		{ it: 'Festa', en: 'Holiday' },
	]),
);
const italy: DeskCalendar = { workingWeek: [1, 2, 3, 4, 5], timeZone: 'Europe/Rome', holidays, closures: new Map() };

const at = (instant: string) => Temporal.Instant.from(instant);
const closing = (calendar: DeskCalendar, ...days: string[]): DeskCalendar => ({
	...calendar,
	closures: new Map([...calendar.closures, ...days.map((day): [string, string] => [day, 'Chiuso'])]),
});
const closure = (day: string): Closure => ({ day: Temporal.PlainDate.from(day), reason: 'Chiuso' });
const counted = (receipt: Receipt) => receipt.countedDays.map(String);
const skipped = (receipt: Receipt) => receipt.skippedDays.map(({ day }) => day.toString());

describe('the second hold case lasts five business days (P5)', () => {
	test.each([
		['2026-11-23T10:00+01:00', '2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-30', '2026-12-01T00:00+01:00'],
		['2026-12-01T10:00+01:00', '2026-12-02 2026-12-03 2026-12-04 2026-12-07 2026-12-09', '2026-12-10T00:00+01:00'],
		['2026-12-31T10:00+01:00', '2027-01-04 2027-01-05 2027-01-07 2027-01-08 2027-01-11', '2027-01-12T00:00+01:00'],
		['2027-03-27T10:00+01:00', '2027-03-30 2027-03-31 2027-04-01 2027-04-02 2027-04-05', '2027-04-06T00:00+02:00'],
		['2026-10-23T10:00+02:00', '2026-10-26 2026-10-27 2026-10-28 2026-10-29 2026-10-30', '2026-10-31T00:00+01:00'],
	])('placed at %s it counts %s and lapses at %s', (placed, days, lapses) => {
		const receipt = receiptOf(at(placed), 5, italy);
		expect(counted(receipt).join(' ')).toBe(days);
		expect(receipt.lapsesAt).toEqual(at(lapses));
	});

	test('the day of placing does not count, were it but its last second; the first second of a day is that day', () => {
		expect(counted(receiptOf(at('2026-11-23T23:59:59+01:00'), 1, italy))).toEqual(['2026-11-24']);
		expect(counted(receiptOf(at('2026-11-24T00:00:00+01:00'), 1, italy))).toEqual(['2026-11-25']);
	});

	test('where midnight does not exist the hold lapses at the first moment of the day', () => {
		const cairo = { ...italy, timeZone: 'Africa/Cairo' };
		expect(receiptOf(at('2027-04-28T10:00+02:00'), 1, cairo).lapsesAt).toEqual(at('2027-04-30T01:00+03:00'));
	});

	test('settings that leave fewer business days in 366 than the hold lasts are refused', () => {
		expect(() => receiptOf(at('2026-11-23T10:00+01:00'), 5, { ...italy, workingWeek: [] })).toThrow(TooFewBusinessDays);
		expect(() =>
			receiptOf(at('2026-11-23T10:00+01:00'), 367, { ...italy, workingWeek: [1, 2, 3, 4, 5, 6, 7] }),
		).toThrow(TooFewBusinessDays);
	});
});

describe('a closure day added before the lapse (P5)', () => {
	const placed = at('2026-12-01T10:00+01:00');
	const receipt = receiptOf(placed, 5, italy); // 2, 3, 4, 7, 9 December

	test.each([
		['2026-12-03', '2026-12-02 2026-12-04 2026-12-07 2026-12-09 2026-12-10', '2026-12-11T00:00+01:00'],
		['2026-12-09', '2026-12-02 2026-12-03 2026-12-04 2026-12-07 2026-12-10', '2026-12-11T00:00+01:00'],
	])('%s joins the skipped days and one more day counts', (day, days, lapses) => {
		const later = receiptWithClosures(receipt, [closure(day)], closing(italy, day));
		expect(counted(later).join(' ')).toBe(days);
		expect(later.skippedDays).toContainEqual({
			day: Temporal.PlainDate.from(day),
			reason: { kind: 'closure', reason: 'Chiuso' },
		});
		expect(later.lapsesAt).toEqual(at(lapses));
	});

	test.each(['2026-12-05', '2026-12-08', '2026-12-01', '2026-12-10'])('%s was not counted: nothing changes', (day) => {
		expect(receiptWithClosures(receipt, [closure(day)], closing(italy, day))).toBe(receipt);
	});

	test('of a whole week every counted day is replaced, and the days closed later on are skipped too', () => {
		const week = ['2026-12-07', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14'];
		const later = receiptWithClosures(receipt, week.map(closure), closing(italy, ...week));
		expect(counted(later).join(' ')).toBe('2026-12-02 2026-12-03 2026-12-04 2026-12-15 2026-12-16');
		expect(later).toEqual(receiptOf(placed, 5, closing(italy, ...week)));
	});

	test('the days fall in the zone of the receipt, whatever the desk has by now', () => {
		const moved = { ...closing(italy, '2026-12-03'), timeZone: 'Asia/Tokyo' };
		const { timeZone, lapsesAt } = receiptWithClosures(receipt, [closure('2026-12-03')], moved);
		expect({ timeZone, lapsesAt }).toEqual({ timeZone: 'Europe/Rome', lapsesAt: at('2026-12-11T00:00+01:00') });
	});

	test('a lapse that was promised later than it would be counted now stays where it is', () => {
		const promised = { ...receipt, lapsesAt: at('2026-12-20T00:00+01:00') };
		const later = receiptWithClosures(promised, [closure('2026-12-03')], closing(italy, '2026-12-03'));
		expect(later.lapsesAt).toEqual(promised.lapsesAt);
		expect(counted(later)).toContain('2026-12-10');
	});

	test('when no further day is left it is an error, not a shorter wait', () => {
		const never = closing({ ...italy, workingWeek: [] }, '2026-12-03');
		expect(() => receiptWithClosures(receipt, [closure('2026-12-03')], never)).toThrow(TooFewBusinessDays);
	});
});

const someDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
const placing = fc.record({
	placed: someDay.map((date) => date.toISOString()),
	timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
	workingWeek: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
	days: fc.integer({ min: 1, max: 12 }),
	holidaysAfter: fc.uniqueArray(fc.nat(40)),
	closuresAfter: fc.uniqueArray(fc.nat(40)),
});
type Placing = typeof placing extends fc.Arbitrary<infer T> ? T : never;

function calendarOf({ placed, timeZone, workingWeek, holidaysAfter, closuresAfter }: Placing): DeskCalendar {
	const from = dayOf({ ...italy, timeZone }, at(placed));
	const dates = (after: number[]) => after.map((days) => from.add({ days }).toString());
	const holidays = new Map(dates(holidaysAfter).map((date) => [date, { it: 'Festa', en: 'Holiday' }]));
	return closing({ ...italy, timeZone, workingWeek, holidays }, ...dates(closuresAfter));
}

describe('for any instant, zone, working week, holidays and closures', () => {
	test('exactly so many business days count, and every other day on the way is told with its reason', () => {
		fc.assert(
			fc.property(placing, (given) => {
				const calendar = calendarOf(given);
				const receipt = receiptOf(at(given.placed), given.days, calendar);
				const all = [...counted(receipt), ...skipped(receipt)].sort();
				const first = dayOf(calendar, receipt.placedAt).add({ days: 1 });
				expect(all).toEqual(all.map((_, nth) => first.add({ days: nth }).toString()));
				expect(receipt.countedDays).toHaveLength(given.days);
				expect(receipt.countedDays.every((day) => !skipReason(calendar, day))).toBe(true);
				expect(receipt.skippedDays.every(({ day }) => skipReason(calendar, day))).toBe(true);
			}),
		);
	});

	test('the lapse is never before the end of the last counted day, and comes with it', () => {
		fc.assert(
			fc.property(placing, (given) => {
				const calendar = calendarOf(given);
				const { countedDays, lapsesAt } = receiptOf(at(given.placed), given.days, calendar);
				const last = countedDays.at(-1)?.toString() ?? '';
				expect(dayOf(calendar, lapsesAt).toString() > last).toBe(true);
				expect(dayOf(calendar, lapsesAt.subtract({ nanoseconds: 1 })).toString()).toBe(last);
			}),
		);
	});

	test('so it is beside a change of the clocks too', () => {
		fc.assert(
			fc.property(placing, fc.integer({ min: -20, max: 2 }), (given, days) => {
				const change = at(given.placed).toZonedDateTimeISO(given.timeZone).getTimeZoneTransition('next');
				fc.pre(change !== null);
				const placed = change.add({ days }).subtract({ minutes: 1 }).toInstant();
				const calendar = calendarOf({ ...given, placed: placed.toString() });
				const { countedDays, lapsesAt } = receiptOf(placed, given.days, calendar);
				const afterLast = countedDays.at(-1)?.add({ days: 1 });
				expect(dayOf(calendar, lapsesAt)).toEqual(afterLast);
				expect(dayOf(calendar, lapsesAt.subtract({ nanoseconds: 1 }))).toEqual(countedDays.at(-1));
			}),
		);
	});

	test('closures only lengthen, and in whatever order and number come to what they would have been all along', () => {
		const ranges = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 10 }), {
			maxLength: 5,
		});
		fc.assert(
			fc.property(placing, ranges, (given, added) => {
				let calendar = calendarOf(given);
				const from = dayOf(calendar, at(given.placed));
				let receipt = receiptOf(at(given.placed), given.days, calendar);
				for (const range of added) {
					const days = range.map((ahead) => from.add({ days: ahead }).toString());
					calendar = closing(calendar, ...days);
					const later = receiptWithClosures(receipt, days.map(closure), calendar);
					expect(Temporal.Instant.compare(later.lapsesAt, receipt.lapsesAt)).toBeGreaterThanOrEqual(0);
					receipt = later;
				}
				expect(receipt).toEqual(receiptOf(at(given.placed), given.days, calendar));
			}),
		);
	});

	test('a closure that an earlier policy did not know of shortens nothing either', () => {
		fc.assert(
			fc.property(placing, placing, fc.uniqueArray(fc.nat(45), { maxLength: 10 }), (given, other, added) => {
				const receipt = receiptOf(at(given.placed), given.days, calendarOf(given));
				const days = added.map((ahead) => dayOf(receipt, at(given.placed)).add({ days: ahead }).toString());
				const elsewhere = calendarOf({ ...other, placed: given.placed });
				const later = receiptWithClosures(receipt, days.map(closure), closing(elsewhere, ...days));
				expect(later.countedDays).toHaveLength(given.days);
				expect(days.some((day) => counted(later).includes(day))).toBe(false);
				expect(Temporal.Instant.compare(later.lapsesAt, receipt.lapsesAt)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	test('a receipt is the same after it was stored', () => {
		fc.assert(
			fc.property(placing, (given) => {
				const receipt = receiptOf(at(given.placed), given.days, calendarOf(given));
				const stored = JSON.parse(JSON.stringify(storedReceipt(receipt)));
				expect(storedReceipt(receiptFrom(stored))).toEqual(stored);
				expect(receiptFrom(stored)).toEqual(receipt);
			}),
		);
	});

	test('a receipt that was stored before zones were is of Rome', () => {
		const receipt = receiptOf(at('2026-11-23T10:00+01:00'), 5, italy);
		const { timeZone: _, ...stored } = storedReceipt(receipt);
		expect(receiptFrom(stored)).toEqual(receipt);
		expect(receiptFrom({ ...stored, timeZone: 'Asia/Tokyo' }).timeZone).toBe('Asia/Tokyo');
	});
});
