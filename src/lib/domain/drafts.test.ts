import { expect, test } from 'vitest';
import { bothTexts, type DraftFields, markOf, sameFields } from './drafts.ts';

test.each([
	[{ a: '1' }, { a: '1' }, true],
	[{ a: '1' }, { a: '2' }, false],
	[{ a: '' }, {}, true],
	[{ a: ['1'] }, { a: '1' }, true],
	[{ a: ['1', '2'] }, { a: ['2', '1'] }, false],
	[{ a: '1', b: '2' }, { b: '2', a: '1' }, true],
])('%j says the same as %j: %s', (one, other, same) => {
	expect(sameFields(one, other)).toBe(same);
	expect(sameFields(other, one)).toBe(same);
});

test.each([
	['both stay, one below the other', 'Prima.', 'Dopo.', 'Prima.\n\nDopo.'],
	['what only goes on is there once', 'Prima.', 'Prima. E dopo.', 'Prima. E dopo.'],
	['what was shortened is there whole', 'Prima. E dopo.', 'Prima.', 'Prima. E dopo.'],
	['nothing before it', ' ', 'Dopo.', 'Dopo.'],
])('of two texts, %s', (_, before, now, both) => {
	expect(bothTexts({ text: before, subject: 'Uno' }, { text: now, subject: 'Due' })).toEqual({
		text: both,
		subject: 'Due',
	});
});

test('a text has its mark whatever the order of its fields, and another text another one', () => {
	const text: DraftFields = { subject: 'La poligonale', tools: ['a', 'b'] };
	expect(markOf({ tools: ['a', 'b'], other: '', none: [], subject: 'La poligonale' })).toBe(markOf(text));
	const others: DraftFields[] = [
		{},
		{ subject: 'La poligonalе' },
		{ ...text, tools: ['b', 'a'] },
		{ ...text, other: ' ' },
	];
	expect(new Set([text, ...others].map(markOf)).size).toBe(5);
});
