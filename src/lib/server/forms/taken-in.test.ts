import { expect, test } from 'vitest';
import { TakenIn } from './taken-in.ts';

test('each account has its own bound, and after a day it begins anew', () => {
	let now = 0;
	const takenIn = new TakenIn(100, () => now);
	takenIn.of(1).took(60);
	expect(takenIn.of(1).isFull()).toBe(false);
	takenIn.of(1).took(40);
	expect([takenIn.of(1).isFull(), takenIn.of(2).isFull()]).toEqual([true, false]);
	now = 24 * 60 * 60 * 1000 - 1;
	expect(takenIn.of(1).isFull()).toBe(true);
	now += 1;
	expect(takenIn.of(1).isFull()).toBe(false);
});
