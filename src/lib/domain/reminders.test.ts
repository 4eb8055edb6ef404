import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeskCalendar, dayOf } from './calendar.ts';
import { receiptOf } from './hold.ts';
import { remindersAt, remindersOf } from './reminders.ts';

const italy: DeskCalendar = {
	workingWeek: [1, 2, 3, 4, 5],
	timeZone: 'Europe/Rome',
	holidays: new Map(),
	closures: new Map(),
};
const at = (instant: string) => Temporal.Instant.from(instant);
const placed = at('2026-11-23T10:00+01:00'); // counts 24, 25, 26, 27 and 30 November

describe('the customer is reminded on the counted days that the policy names (P5)', () => {
	test.each([
		[[], '09:00', []],
		[[1], '09:00', ['2026-11-27T09:00+01:00']],
		[[0], '17:30', ['2026-11-30T17:30+01:00']],
		[[0, 4, 2, 0], '09:00', ['2026-11-24T09:00+01:00', '2026-11-26T09:00+01:00', '2026-11-30T09:00+01:00']],
		[[5, 12], '09:00', []],
	])('on %j at %s: %j', (offsets, time, instants) => {
		expect(remindersOf(receiptOf(placed, 5, italy), offsets, time).map((each) => each.at)).toEqual(instants.map(at));
	});

	test('at the local time of the receipt’s zone, on both sides of a change of the clocks', () => {
		const receipt = receiptOf(at('2027-03-24T10:00+01:00'), 5, italy);
		expect(remindersOf(receipt, [4, 0], '09:00').map((each) => each.at)).toEqual([
			at('2027-03-25T09:00+01:00'),
			at('2027-03-31T09:00+02:00'),
		]);
	});

	test.each([
		['Europe/Rome', '2027-03-28', '02:30', '2027-03-28T03:30+02:00'],
		['Africa/Cairo', '2027-04-30', '00:15', '2027-04-30T01:15+03:00'],
		['America/Nuuk', '2027-03-27', '23:30', '2027-03-27T22:30-02:00'], // an hour later it is the next day, and too late
	])('in %s on %s the clocks skip %s: it is at %s', (timeZone, day, time, instant) => {
		const placedAt = Temporal.PlainDate.from(day).subtract({ days: 1 }).toZonedDateTime(timeZone).toInstant();
		const receipt = receiptOf(placedAt, 1, { ...italy, timeZone, workingWeek: [1, 2, 3, 4, 5, 6, 7] });
		expect(remindersOf(receipt, [0], time).map((each) => each.at)).toEqual([at(instant)]);
	});
});

test('of those due only the latest is written, and those ahead stay', () => {
	const receipt = receiptOf(placed, 5, italy);
	const seen = (instant: string) => remindersAt(receipt, [3, 2, 0], '09:00', at(instant));
	expect(seen('2026-11-25T08:59:59+01:00')).toMatchObject({
		due: undefined,
		ahead: [{ offset: 3 }, { offset: 2 }, { offset: 0 }],
	});
	expect(seen('2026-11-25T09:00+01:00')).toMatchObject({ due: { offset: 3 }, ahead: [{ offset: 2 }, { offset: 0 }] });
	expect(seen('2026-11-28T12:00+01:00')).toMatchObject({ due: { offset: 2 }, ahead: [{ offset: 0 }] });
	expect(seen('2026-11-30T12:00+01:00')).toMatchObject({ due: { offset: 0 }, ahead: [] });
});

test('reminders are strictly between the placing and the lapse, each on its own counted day, in any zone', () => {
	const given = fc.record({
		placed: fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
		timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
		workingWeek: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
		days: fc.integer({ min: 1, max: 12 }),
		offsets: fc.uniqueArray(fc.nat(15)),
		minutes: fc.nat(24 * 60 - 1),
	});
	fc.assert(
		fc.property(given, ({ placed, timeZone, workingWeek, days, offsets, minutes }) => {
			const receipt = receiptOf(at(placed.toISOString()), days, { ...italy, timeZone, workingWeek });
			const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' });
			const reminders = remindersOf(receipt, offsets, time);
			expect(reminders.map(({ offset }) => offset)).toEqual(
				offsets.filter((offset) => offset < days).toSorted((a, b) => b - a),
			);
			for (const reminder of reminders) {
				expect(Temporal.Instant.compare(receipt.placedAt, reminder.at)).toBe(-1);
				expect(Temporal.Instant.compare(reminder.at, receipt.lapsesAt)).toBe(-1);
				expect(dayOf(receipt, reminder.at)).toEqual(receipt.countedDays.at(-1 - reminder.offset));
			}
		}),
	);
});
