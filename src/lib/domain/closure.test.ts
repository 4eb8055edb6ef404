import { expect, test } from 'vitest';
import type { DeskCalendar } from './calendar.ts';
import { dayFrom, refuseClosure } from './closure.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const italy: DeskCalendar = {
	workingWeek: [1, 2, 3, 4, 5],
	timeZone: 'Europe/Rome',
	holidays: new Map([['2026-12-08', { it: 'Immacolata Concezione', en: 'Immaculate Conception' }]]),
	closures: new Map([['2026-12-24', 'Vigilia']]),
};

function refusal(day: string, calendar = italy) {
	return refuseClosure({ day: Temporal.PlainDate.from(day), reason: 'Ponte' }, today, 5, calendar);
}

test.each([
	['2026-12-07', undefined],
	['2026-10-23', 'day-out-of-range'],
	['2026-10-26', undefined],
	['2028-11-23', undefined],
	['2028-11-24', 'day-out-of-range'],
	['2026-12-05', 'day-not-worked'],
	['2026-12-08', 'day-is-holiday'],
	['2026-12-24', 'day-already-closed'],
])('closing on %s: %s', (day, reason) => {
	expect(refusal(day)?.reason).toBe(reason);
});

test('the desk is not closed so often that a wait would not find its days (P5)', () => {
	const mondays = { ...italy, workingWeek: [1], holidays: new Map() };
	const every = Array.from({ length: 53 }, (_, week) => Temporal.PlainDate.from('2027-01-04').add({ weeks: week }));
	const open = new Set(['2027-02-01', '2027-04-05', '2027-06-07', '2027-08-02', '2027-10-04']);
	const closed = every.map(String).filter((day) => !open.has(day));
	const calendar = { ...mondays, closures: new Map(closed.map((day) => [day, 'Ferie'])) };
	expect(refusal('2027-06-07', calendar)).toEqual({ reason: 'too-few-business-days', holdDays: 5 });
	expect(refusal('2028-06-05', { ...mondays, closures: new Map() })).toBeUndefined();
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '20261123', '', '2026-11-23T10:00'])('%j is no day', (typed) => {
	expect(dayFrom(typed)).toBeUndefined();
});
