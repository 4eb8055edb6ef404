import { expect, test } from 'vitest';
import type { DeskCalendar } from './calendar.ts';
import { monthsOf, runsOf } from './year.ts';

const epiphany = { it: 'Epifania', en: 'Epiphany' };
const saints = { it: 'Tutti i santi', en: 'All Saints' };
const calendar: DeskCalendar = {
	workingWeek: [1, 2, 3, 4, 5],
	timeZone: 'Europe/Rome',
	holidays: new Map([
		['2026-01-06', epiphany],
		['2026-11-01', saints],
	]),
	closures: new Map([
		['2026-08-13', 'Ferie'],
		['2026-08-14', 'Ferie'],
		['2026-08-17', 'Ferie'],
		['2026-08-18', 'Trasloco'],
		['2026-08-20', 'Trasloco'],
	]),
};
const months = monthsOf(calendar, 2026);

test('a year is twelve months of whole weeks, and every day of it is there once', () => {
	expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
	const weeks = months.flatMap((month) => month.weeks);
	expect(weeks.every((week) => week.length === 7)).toBe(true);
	const days = weeks.flat().flatMap((day) => (day ? [day.day] : []));
	expect([days.length, new Set(days).size, days[0], days.at(-1)]).toEqual([365, 365, '2026-01-01', '2026-12-31']);
	for (const week of weeks) {
		for (const [column, day] of week.entries()) {
			if (day) expect(Temporal.PlainDate.from(day.day).dayOfWeek).toBe(column + 1);
		}
	}
});

test('a leap year has its day', () => {
	expect(monthsOf(calendar, 2028)[1]?.weeks.flat().filter(Boolean)).toHaveLength(29);
});

test('a day says whether it counts and why not, a holiday on a Sunday too', () => {
	const on = (day: string) => months.flatMap(({ weeks }) => weeks.flat()).find((found) => found?.day === day);
	expect(on('2026-01-05')).toEqual({ day: '2026-01-05', worked: true, counts: true });
	expect(on('2026-01-06')).toEqual({ day: '2026-01-06', worked: true, counts: false, holiday: epiphany });
	expect(on('2026-11-01')).toEqual({ day: '2026-11-01', worked: false, counts: false, holiday: saints });
	expect(on('2026-08-13')).toEqual({ day: '2026-08-13', worked: true, counts: false, closure: 'Ferie' });
	// 22 worked days in January, one of them a holiday; 21 in August, five of them closed.
	expect([months[0]?.businessDays, months[7]?.businessDays]).toEqual([21, 16]);
});

test('closures with one reason are one, over a weekend too; a worked day or another reason parts them', () => {
	expect(runsOf(calendar, [...calendar.closures.keys()])).toEqual([
		{ reason: 'Ferie', days: ['2026-08-13', '2026-08-14', '2026-08-17'] },
		{ reason: 'Trasloco', days: ['2026-08-18'] },
		{ reason: 'Trasloco', days: ['2026-08-20'] },
	]);
});
