import { expect, test } from 'vitest';
import { businessDaysAfter, type DeskCalendar, dayOf, skipReason, startOf } from './calendar.ts';

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
