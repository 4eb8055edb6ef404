import { expect, test } from 'vitest';
import { dateParts, daysBefore, localDay, momentParts, wholeNumber } from './dates.ts';
import { wordsFor } from './words-for.ts';

const rome = 'Europe/Rome';
const it = wordsFor('it').common.time;
const en = wordsFor('en').common.time;

test('a day is said as people say it, in both languages', () => {
	expect(it.date(dateParts('2026-11-27', 'it'))).toBe('venerdì 27 novembre');
	expect(en.date(dateParts('2026-11-27', 'en'))).toBe('Friday 27 November');
	expect(it.date(dateParts('2026-12-01', 'it'))).toBe('martedì 1º dicembre');
});

test('the last useful day is said with the end of the day', () => {
	const { lastDayBy } = wordsFor('it').receipt;
	expect(lastDayBy(it.date(dateParts('2026-11-27', 'it')))).toBe('venerdì 27 novembre, entro fine giornata');
});

test.each([
	{ instant: '2026-11-27T09:05:00Z', said: 'venerdì 27 novembre alle 10:05' },
	{ instant: '2026-11-27T00:30:00Z', said: 'venerdì 27 novembre all’1:30' },
	{ instant: '2026-11-27T23:00:00Z', said: 'sabato 28 novembre alle 0:00' },
	{ instant: '2026-07-01T22:15:00Z', said: 'giovedì 2 luglio alle 0:15' },
])('$instant is said in the time of the desk: $said', ({ instant, said }) => {
	expect(it.moment(momentParts(instant, 'it', rome))).toBe(said);
});

test.each([
	{ instant: '2026-11-22T22:59:59Z', days: 0 },
	{ instant: '2026-11-21T23:00:00Z', days: 0 },
	{ instant: '2026-11-21T22:59:59Z', days: 1 },
	{ instant: '2026-10-24T22:30:00Z', days: 28 },
	{ instant: '2026-11-23T00:00:00Z', days: -1 },
])('$instant was $days days before noon of 22 November, counted by the days of the desk', ({ instant, days }) => {
	expect(daysBefore('2026-11-22', momentParts(instant, 'it', rome).date)).toBe(days);
});

test('the local day of an instant is that of the desk, not of Greenwich', () => {
	expect(localDay('2026-12-31T23:30:00Z', rome)).toBe('2027-01-01');
});

test('a count is grouped from five figures on; an arrival number never is, being a name', () => {
	expect(wholeNumber(1208, 'it')).toBe('1208');
	expect(wholeNumber(100_482, 'it')).toBe('100.482');
	expect(wholeNumber(100_482, 'en')).toBe('100,482');
});

test.each([
	['Europe/Rome', '2026-03-29', '2026-10-25'],
	['America/New_York', '2026-03-08', '2026-11-01'],
	['Australia/Lord_Howe', '2026-04-04', '2026-10-03'],
	['Asia/Kolkata', '2026-06-01', '2026-12-31'],
])(
	'around the days when clocks change in %s every quarter of an hour is told as Intl tells it',
	(timeZone, ...days) => {
		const told = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
		const quarters = days.flatMap((day) =>
			Array.from({ length: 3 * 96 }, (_, nth) => new Date(Date.parse(day) + (nth - 96) * 900_000)),
		);
		const ours = quarters.map((at) => {
			const { date, clock } = momentParts(at.toISOString(), 'it', timeZone);
			return `${date} ${clock.padStart(5, '0')}`;
		});
		expect(ours).toEqual(quarters.map((at) => told.format(at)));
	},
);
