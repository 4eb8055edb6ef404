import { expect, test } from 'vitest';
import { newSince, seenFrom, seenText, seenUpTo } from './seen.ts';

const items = [
	{ kind: 'happening', key: 7 },
	{ kind: 'message', key: 3 },
	{ kind: 'note', key: 2 },
	{ kind: 'happening' },
	{ kind: 'message', key: 9 },
];

test('a page goes as far as the newest of each that it shows', () => {
	expect(seenUpTo(items)).toEqual({ log: 7, message: 9, note: 2 });
	expect(seenUpTo([])).toEqual({ log: 0, message: 0, note: 0 });
});

test('new is what came after it, of each kind by itself', () => {
	expect(newSince(items, { log: 7, message: 3, note: 1 })).toEqual([
		{ kind: 'note', key: 2 },
		{ kind: 'message', key: 9 },
	]);
	expect(newSince(items, seenUpTo(items))).toEqual([]);
});

test('a form carries it as text, and nothing else is taken for it', () => {
	const seen = { log: 12, message: 0, note: 3 };
	expect(seenFrom(seenText(seen))).toEqual(seen);
	for (const text of ['', '1.2', '1.2.3.4', '-1.2.3', '1.2.x', '1.2.9999999999999999']) {
		expect(seenFrom(text)).toBeUndefined();
	}
});
