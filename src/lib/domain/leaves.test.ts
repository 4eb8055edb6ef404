import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskCalendar } from './calendar.ts';
import { receiptOf } from './hold.ts';
import { sheetsOf } from './leaves.ts';
import { storedReceipt } from './receipt-json.ts';

const holidays = new Map([
	['2026-12-08', { it: 'Immacolata Concezione', en: 'Immaculate Conception' }],
	['2027-01-01', { it: 'Capodanno', en: 'New Year’s Day' }],
	['2027-01-06', { it: 'Epifania', en: 'Epiphany' }],
]);
const italy: DeskCalendar = { workingWeek: [1, 2, 3, 4, 5], timeZone: 'Europe/Rome', holidays, closures: new Map() };

const sheets = (placed: string, days: number, today: string) =>
	sheetsOf(storedReceipt(receiptOf(Temporal.Instant.from(`${placed}T10:00+01:00`), days, italy)), placed, today);
const leaves = (...asked: Parameters<typeof sheets>) => sheets(...asked).flatMap((sheet) => sheet.leaves);

describe('a wait as leaves of a calendar', () => {
	test('from the day of placing, which has no number, to the last useful day, which says so', () => {
		const days = leaves('2026-12-01', 5, '2026-12-03');
		expect(days.map(({ day, nth }) => `${Number(day.slice(8))}:${nth ?? '-'}`).join(' ')).toBe(
			'1:- 2:1 3:2 4:3 5:- 6:- 7:4 8:- 9:5',
		);
		expect(days.filter(({ isLast }) => isLast).map(({ day }) => day)).toEqual(['2026-12-09']);
		expect(days.filter(({ isToday }) => isToday).map(({ day }) => day)).toEqual(['2026-12-03']);
		expect(days.filter(({ isPast }) => isPast).map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-02']);
		expect(days.find(({ day }) => day === '2026-12-08')?.skipped).toEqual({
			kind: 'holiday',
			name: { it: 'Immacolata Concezione', en: 'Immaculate Conception' },
		});
	});

	test('each month has a sheet of its own', () => {
		expect(sheets('2026-12-31', 5, '2026-12-31').map(({ month, leaves }) => [month, leaves.length])).toEqual([
			['2026-12', 1],
			['2027-01', 11],
		]);
	});

	test('Monday stands first in the week and Sunday last', () => {
		const weekday = new Map(leaves('2026-12-01', 5, '2026-12-01').map(({ day, weekday }) => [day, weekday]));
		expect([weekday.get('2026-12-07'), weekday.get('2026-12-06')]).toEqual([1, 7]);
	});

	test('whenever placed and however long: no day is missing, none is there twice, and the counted ones are numbered through', () => {
		const start = Temporal.PlainDate.from('2026-11-01');
		fc.assert(
			fc.property(fc.nat(200), fc.integer({ min: 1, max: 60 }), (after, count) => {
				const placed = start.add({ days: after });
				const days = leaves(placed.toString(), count, '2026-12-03');
				expect(days.map(({ day }) => day)).toEqual(days.map((_, nth) => placed.add({ days: nth }).toString()));
				const numbers = days.flatMap(({ nth }) => (nth === undefined ? [] : [nth]));
				expect(numbers).toEqual(Array.from({ length: count }, (_, nth) => nth + 1));
				expect(days.at(-1)).toMatchObject({ nth: count, isLast: true });
			}),
			{ numRuns: 60 },
		);
	});
});
