import { expect, test } from 'vitest';
import type { DeskCalendar } from './calendar.ts';
import { closingOf, dayFrom, maxRangeDays, rangeFrom, refuseRange } from './closure.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const italy: DeskCalendar = {
	workingWeek: [1, 2, 3, 4, 5],
	timeZone: 'Europe/Rome',
	holidays: new Map([['2026-12-08', { it: 'Immacolata Concezione', en: 'Immaculate Conception' }]]),
	closures: new Map([['2026-12-24', 'Vigilia']]),
};

const days = (from: string, to: string) => ({
	from: Temporal.PlainDate.from(from),
	to: Temporal.PlainDate.from(to),
	reason: 'Ponte',
});
const closing = (from: string, to = from, calendar = italy, countedByWaits = new Set<string>()) =>
	closingOf(days(from, to), { holdDays: 5, countedByWaits }, calendar);

function refusal(from: string, to = from, calendar = italy) {
	const outside = refuseRange(days(from, to), today);
	if (outside) return outside;
	const outcome = closing(from, to, calendar);
	return outcome.ok ? undefined : outcome.refusal;
}

test.each([
	['2026-12-07', '2026-12-07', undefined],
	['2026-10-23', '2026-10-26', 'day-out-of-range'],
	['2026-10-24', '2026-10-26', undefined],
	['2028-11-22', '2028-11-23', undefined],
	['2028-11-23', '2028-11-24', 'day-out-of-range'],
	['2026-12-05', '2026-12-05', 'day-not-worked'],
	['2026-12-08', '2026-12-08', 'day-is-holiday'],
	['2026-12-24', '2026-12-24', 'day-already-closed'],
	['2026-12-05', '2026-12-06', 'nothing-to-close'],
	['2026-12-08', '2026-12-07', 'range-backwards'],
	['2027-06-01', '2027-07-30', undefined],
	['2027-06-01', '2027-07-31', 'range-too-long'],
])('closing from %s to %s: %s', (from, to, reason) => {
	expect(refusal(from, to)?.reason).toBe(reason);
});

test('a range closes every day of it, and tells those that counted from those that did not anyway', () => {
	const outcome = closing('2026-12-04', '2026-12-09');
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	const { closures, closed, skipped } = outcome.value;
	const all = ['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07', '2026-12-08', '2026-12-09'];
	expect(closures.map(({ day }) => day.toString())).toEqual(all);
	expect(closed.map(String)).toEqual(['2026-12-04', '2026-12-07', '2026-12-09']);
	expect(skipped.map(({ day, reason }) => `${day} ${reason.kind}`)).toEqual([
		'2026-12-05 not-worked',
		'2026-12-06 not-worked',
		'2026-12-08 holiday',
	]);
});

test('a day that is closed already is left as it is, on a day off too', () => {
	const saturday = { ...italy, closures: new Map([...italy.closures, ['2026-12-26', 'Inventario']]) };
	const outcome = closing('2026-12-24', '2026-12-28', saturday, new Set(['2026-12-26']));
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	expect(outcome.value.closures.map(({ day }) => day.toString())).toEqual(['2026-12-25', '2026-12-27', '2026-12-28']);
	expect(outcome.value.skipped.map(({ day, reason }) => `${day} ${reason.kind}`)).toEqual([
		'2026-12-24 closure',
		'2026-12-26 closure',
		'2026-12-27 not-worked',
	]);
});

test('a day off that an open wait counts can be closed, by itself too', () => {
	const counted = new Set(['2026-12-05']);
	for (const to of ['2026-12-05', '2026-12-06']) {
		const outcome = closing('2026-12-05', to, italy, counted);
		expect(outcome.ok && outcome.value.closed.map(String)).toEqual(['2026-12-05']);
	}
	expect(closing('2026-12-06', '2026-12-06', italy, counted).ok).toBe(false);
});

test('the desk is not closed so often that a wait would not find its days (P5)', () => {
	const mondays = { ...italy, workingWeek: [1], holidays: new Map() };
	const every = Array.from({ length: 53 }, (_, week) => Temporal.PlainDate.from('2027-01-04').add({ weeks: week }));
	const open = new Set(['2027-02-01', '2027-04-05', '2027-06-07', '2027-08-02', '2027-10-04']);
	const closed = every.map(String).filter((day) => !open.has(day));
	const calendar = { ...mondays, closures: new Map(closed.map((day) => [day, 'Ferie'])) };
	expect(refusal('2027-06-07', '2027-06-08', calendar)).toEqual({ reason: 'too-few-business-days', holdDays: 5 });
	expect(refusal('2028-06-05', '2028-06-06', { ...mondays, closures: new Map() })).toBeUndefined();
});

test('what was typed becomes a range, or the first field that cannot be', () => {
	const typed = { from: '2026-12-04', to: '2026-12-09', reason: '  Ponte   lungo ' };
	const from = Temporal.PlainDate.from('2026-12-04');
	expect(rangeFrom(typed)).toEqual({ ok: true, value: { from, to: from.add({ days: 5 }), reason: 'Ponte lungo' } });
	const field = (change: Partial<typeof typed>) => rangeFrom({ ...typed, ...change });
	expect(field({ from: '2026-02-30' })).toEqual({ ok: false, refusal: { reason: 'not-valid', field: 'from' } });
	expect(field({ to: '' })).toEqual({ ok: false, refusal: { reason: 'not-valid', field: 'to' } });
	expect(field({ reason: ' ' })).toEqual({ ok: false, refusal: { reason: 'not-valid', field: 'reason' } });
});

test('the longest range is as long as it is said to be', () => {
	const to = today.add({ days: maxRangeDays - 1 });
	expect(refuseRange({ from: today, to, reason: 'Ferie' }, today)).toBeUndefined();
	const longer = { from: today, to: to.add({ days: 1 }), reason: 'Ferie' };
	expect(refuseRange(longer, today)).toEqual({ reason: 'range-too-long', maxDays: maxRangeDays });
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '20261123', '', '2026-11-23T10:00'])('%j is no day', (typed) => {
	expect(dayFrom(typed)).toBeUndefined();
});
