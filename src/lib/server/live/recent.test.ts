import { expect, test } from 'vitest';
import type { Told } from '../db/tell.ts';
import { Recent } from './recent.ts';

const account = (account: number): Told => ({ about: 'account', account });
const row = (seq: number): Told => ({ about: 'house', seq });

function hearing(): Recent {
	const recent = new Recent();
	recent.begin();
	return recent;
}

const instantOf = (mark: string) => Number(mark.split('.')[1]);

test('a mark knows what was told behind it, and only that', () => {
	const recent = hearing();
	recent.hear(account(1));
	const since = recent.mark;
	recent.hear(account(2));
	const concerns = (whom: number) => (told: Told) => told.about === 'account' && told.account === whom;
	expect(recent.hasHeard(since, concerns(1))).toBe(false);
	expect(recent.hasHeard(since, concerns(2))).toBe(true);
	expect(recent.hasHeard(recent.mark, concerns(2))).toBe(false);
});

test('marks tell nothing of how much was told in between', () => {
	const recent = hearing();
	const quiet = instantOf(recent.mark);
	expect(instantOf(recent.mark)).toBeGreaterThan(quiet);
	const before = instantOf(recent.mark);
	const start = performance.now();
	while (performance.now() - start < 20);
	for (let nth = 0; nth < 100; nth++) recent.hear(account(nth));
	const microseconds = instantOf(recent.mark) - before;
	expect(microseconds).toBeGreaterThan(20_000 - 1);
});

test('the last row told by a mark; where none was, the one before the next', () => {
	const recent = hearing();
	const first = recent.mark;
	expect(recent.rowAt(first)).toBeUndefined();
	recent.hear(row(7));
	const second = recent.mark;
	recent.hear(row(8));
	expect([recent.rowAt(first), recent.rowAt(second), recent.rowAt(recent.mark)]).toEqual([6, 7, 8]);
});

test('what is not remembered is unknown: of before it listened anew, of too long ago, of what never was', () => {
	const recent = hearing();
	const long = recent.mark;
	for (let nth = 0; nth <= 10_000; nth++) recent.hear(account(nth));
	const late = recent.mark;
	const future = `${late.split('.')[0]}.${instantOf(late) + 60_000_000}`;
	expect([long, late, future, '', 'nonsense', undefined].map((mark) => recent.knows(mark))).toEqual([
		...[false, true, false, false, false, false],
	]);
	recent.begin();
	expect(recent.knows(late)).toBe(false);
});
