import { expect, test } from 'vitest';
import { receiptOf } from '#lib/domain/hold.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { holidaysOf } from './holidays.ts';

test.each([
	['Mon 23 Nov 2026', '2026-11-23', '11-24 11-25 11-26 11-27 11-30', [], '2026-12-01T00:00+01:00'],
	[
		'Tue 1 Dec 2026',
		'2026-12-01',
		'12-02 12-03 12-04 12-07 12-09',
		['Immacolata Concezione'],
		'2026-12-10T00:00+01:00',
	],
	[
		'Thu 31 Dec 2026',
		'2026-12-31',
		'01-04 01-05 01-07 01-08 01-11',
		['Capodanno', 'Epifania'],
		'2027-01-12T00:00+01:00',
	],
	['Sat 27 Mar 2027', '2027-03-27', '03-30 03-31 04-01 04-02 04-05', ['Lunedì dell’Angelo'], '2027-04-06T00:00+02:00'],
])('a hold placed on %s keeps the holidays of Italy', async (_, placed, counted, names, lapses) => {
	const holidays = await holidaysOf('IT', [2026, 2027]);
	const calendar = { ...defaultPolicy, holidays, closures: new Map() };
	const receipt = receiptOf(Temporal.Instant.from(`${placed}T10:00+01:00`), defaultPolicy.holdDays, calendar);
	expect(receipt.countedDays.map((day) => day.toString().slice(5)).join(' ')).toBe(counted);
	expect(receipt.skippedDays.flatMap(({ reason }) => (reason.kind === 'holiday' ? [reason.name.it] : []))).toEqual(
		names,
	);
	expect(receipt.lapsesAt).toEqual(Temporal.Instant.from(lapses));
});

test('4 October is a holiday from 2026 on', async () => {
	const holidays = await holidaysOf('IT', [2025, 2026, 2028]);
	expect(holidays.has('2025-10-04')).toBe(false);
	expect(holidays.get('2026-10-04')?.it).toContain('San Francesco');
	expect(holidays.has('2028-10-04')).toBe(true);
});

test('holidays are named in both languages', async () => {
	expect((await holidaysOf('IT', [2026])).get('2026-01-06')).toEqual({ it: 'Epifania', en: 'Epiphany' });
});

test('a day that is kept by some only is no public holiday', async () => {
	const holidays = await holidaysOf('IT', [2026]);
	expect(holidays.size).toBe(13);
	expect(holidays.has('2026-12-24')).toBe(false);
});

test('a holiday of several days is kept on each of them', async () => {
	const holidays = await holidaysOf('SA', [2026]);
	const days = [...holidays].filter(([, name]) => name.en.includes('al-Fitr')).map(([day]) => day);
	expect(days).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']);
});

test('a country that is not known has no holidays', async () => {
	expect(await holidaysOf('XX', [2026])).toEqual(new Map());
});

test.each([
	['GB', '2026-12-28', 'Santo Stefano (giorno sostitutivo)', 'Boxing Day (substitute day)'],
	[
		'KR',
		'2027-08-16',
		expect.stringMatching(/^[^()]+ \(giorno sostitutivo\)$/),
		expect.stringMatching(/ \(substitute day\)$/),
	],
	['IT', '2026-04-25', 'Liberazione dal nazifascismo (1945)', expect.stringMatching(/ \(1945\)$/)],
])(
	'in %s the holiday of %s is named in both languages, what the package adds to it too',
	async (country, day, it, en) => {
		expect((await holidaysOf(country, [Number(day.slice(0, 4))])).get(day)).toEqual({ it, en });
	},
);
