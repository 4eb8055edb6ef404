import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WrongUse } from '../command.ts';
import lapse from './lapse.ts';

const said: string[] = [];
beforeEach(() => {
	said.length = 0;
	vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function receipt(...args: string[]) {
	expect(await lapse.run([...args, '--json'])).toBe(0);
	return JSON.parse(said.join('\n'));
}

/** The policy's own table of examples (P5). */
test.each([
	['Mon 23 Nov 2026', '2026-11-23T10:00:00+01:00', '11-24 11-25 11-26 11-27 11-30', '2026-12-01T00:00:00+01:00'],
	['Tue 1 Dec 2026', '2026-12-01T09:00:00Z', '12-02 12-03 12-04 12-07 12-09', '2026-12-10T00:00:00+01:00'],
	['Thu 31 Dec 2026', '2026-12-31T10:00:00+01:00', '01-04 01-05 01-07 01-08 01-11', '2027-01-12T00:00:00+01:00'],
	['Sat 27 Mar 2027', '2027-03-27T10:00:00+01:00', '03-30 03-31 04-01 04-02 04-05', '2027-04-06T00:00:00+02:00'],
])('a hold placed on %s counts and lapses as the policy says', async (_, placed, counted, lapsesAt) => {
	const given = await receipt('--placed', placed);
	expect(given.countedDays.map((day: string) => day.slice(5)).join(' ')).toBe(counted);
	expect(given).toMatchObject({ lapsesAt, timeZone: 'Europe/Rome' });
});

/** Placed on Monday 23 November 2026 at ten in Rome, for two days. */
test.each([
	[['--country', 'us', '--zone', 'America/New_York'], '11-24 11-25', '2026-11-26T00:00:00-05:00'],
	[['--country', 'US', '--zone', 'America/New_York', '--days', '3'], '11-24 11-25 11-27', '2026-11-28T00:00:00-05:00'],
	[['--zone', 'Pacific/Kiritimati'], '11-24 11-25', '2026-11-26T00:00:00+14:00'],
	[['--week', 'mon,wed,sat'], '11-25 11-28', '2026-11-29T00:00:00+01:00'],
	[['--week', 'Sun-Thu', '--days', '5'], '11-24 11-25 11-26 11-29 11-30', '2026-12-01T00:00:00+01:00'],
	[['--week', 'fri-sat, tue'], '11-24 11-27', '2026-11-28T00:00:00+01:00'],
	[['--closed', '2026-11-24..2026-11-30'], '12-01 12-02', '2026-12-03T00:00:00+01:00'],
	[['--closed', '2026-11-25', '--closed', '2026-11-26..2026-11-26'], '11-24 11-27', '2026-11-28T00:00:00+01:00'],
])('with %j it counts %s', async (settings, counted, lapsesAt) => {
	const given = await receipt('--placed', '2026-11-23T10:00:00+01:00', '--days', '2', ...settings);
	expect(given.countedDays.map((day: string) => day.slice(5)).join(' ')).toBe(counted);
	expect(given.lapsesAt).toBe(lapsesAt);
});

test('the receipt has the days counted, and those skipped with the reason of each', async () => {
	expect(
		await receipt(
			'--placed',
			'2026-12-01T10:00+01:00',
			'--closed',
			'2026-12-02',
			'--closed',
			'2026-12-03',
			'--days',
			'2',
		),
	).toEqual({
		placedAt: '2026-12-01T10:00:00+01:00',
		timeZone: 'Europe/Rome',
		countedDays: ['2026-12-04', '2026-12-07'],
		skippedDays: [
			{ day: '2026-12-02', reason: { kind: 'closure', reason: 'closure day' } },
			{ day: '2026-12-03', reason: { kind: 'closure', reason: 'closure day' } },
			{ day: '2026-12-05', reason: { kind: 'not-worked' } },
			{ day: '2026-12-06', reason: { kind: 'not-worked' } },
		],
		lapsesAt: '2026-12-08T00:00:00+01:00',
	});
});

test('in words it can be followed day by day', async () => {
	await lapse.run(['--placed', '2026-12-07T10:00+01:00', '--days', '1']);
	expect(said.join('\n')).toBe(
		[
			'Placed on Monday 7 December 2026 at 10:00 (Europe/Rome); that day does not count.',
			'    -  Tuesday 8 December 2026: Immaculate Conception',
			'    1  Wednesday 9 December 2026',
			'Lapses on Thursday 10 December 2026 at 0:00 (Europe/Rome), if the customer has not replied before.',
		].join('\n'),
	);
});

const placed = ['--placed', '2026-12-01T10:00Z'];

test.each([
	[[], '--placed must be an instant with its offset, such as 2026-12-01T10:00:00+01:00.'],
	[['--placed', 'yesterday'], '--placed must be an instant'],
	[['--placed', '2026-12-01T10:00'], '--placed must be an instant'],
	[[...placed, '--days', '0'], '--days must be a whole number from 1 to 999.'],
	[[...placed, '--days', '300'], 'The calendar leaves fewer than 300 business days within 366 days.'],
	[[...placed, '--days', '53', '--week', 'sun'], 'The calendar leaves fewer than 53 business days within 366 days.'],
	[
		[...placed, '--country', 'XX'],
		'--country must be a country whose holidays are known, by its two letters such as IT, not "XX".',
	],
	[[...placed, '--country', 'Italia'], 'not "Italia"'],
	[[...placed, '--zone', 'Europe/Roma'], '--zone must be a time zone such as Europe/Rome, not "Europe/Roma".'],
	[[...placed, '--zone', '+01:00'], 'not "+01:00"'],
	[[...placed, '--week', ''], '--week must be days such as mon-fri or mon,tue,sat, not "".'],
	[[...placed, '--week', 'mon-lun'], 'not "mon-lun"'],
	[[...placed, '--week', 'mon-wed-fri'], 'not "mon-wed-fri"'],
	[[...placed, '--closed', '2026-02-30'], '--closed must be a date such as 2026-12-24'],
	[[...placed, '--closed', '2026-12-24..'], 'not "2026-12-24.."'],
	[[...placed, '--closed', '2026-12-24..2026-12-20'], 'the last day comes before the first'],
	[[...placed, '--closed', '2026-12-24..2036-12-24'], 'more than 366 days'],
])('what cannot be is said: %j', async (args, sentence) => {
	await expect(lapse.run(args)).rejects.toThrow(WrongUse);
	await expect(lapse.run(args)).rejects.toThrow(sentence);
});
