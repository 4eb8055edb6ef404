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

test.each([
	['2026-11-23T10:00:00+01:00', '2026-12-01T00:00:00+01:00'],
	['2026-12-01T09:00:00Z', '2026-12-10T00:00:00+01:00'],
	['2026-12-31T10:00:00+01:00', '2027-01-12T00:00:00+01:00'],
	['2027-03-27T10:00:00+01:00', '2027-04-06T00:00:00+02:00'],
])('a hold placed at %s lapses at %s', async (placed, lapsesAt) => {
	expect(await receipt('--placed', placed)).toMatchObject({ lapsesAt });
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

test.each([
	[[]],
	[['--placed', 'yesterday']],
	[['--placed', '2026-12-01T10:00']],
	[['--placed', '2026-12-01T10:00Z', '--days', '0']],
	[['--placed', '2026-12-01T10:00Z', '--days', '300']],
	[['--placed', '2026-12-01T10:00Z', '--closed', '2026-02-30']],
])('what cannot be is said: %j', async (args) => {
	await expect(lapse.run(args)).rejects.toThrow(WrongUse);
});
