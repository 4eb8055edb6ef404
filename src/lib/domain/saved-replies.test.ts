import { describe, expect, test } from 'vitest';
import { textLimits } from './limits.ts';
import {
	matching,
	mayWrite,
	type SavedReply,
	savedReplyOf,
	shortcutOf,
	survives,
	withoutGaps,
} from './saved-replies.ts';

const reply: SavedReply = {
	name: ' Chiede  la versione ',
	shortcut: '/Versione',
	language: 'it',
	product: null,
	text: 'Gentile {{nome}},\r\nche versione usa?\n\n',
};

test('a saved reply is kept tidy', () => {
	expect(savedReplyOf(reply)).toEqual({
		ok: true,
		value: { ...reply, name: 'Chiede la versione', shortcut: 'versione', text: 'Gentile {{nome}},\nche versione usa?' },
	});
});

test.each([
	[{ name: '  ' }, { reason: 'reply-not-valid', field: 'name', limit: textLimits.name }],
	[{ text: ' \n ' }, { reason: 'reply-not-valid', field: 'text', limit: textLimits.message }],
	[
		{ text: 'a'.repeat(textLimits.message + 1) },
		{ reason: 'reply-not-valid', field: 'text', limit: textLimits.message },
	],
	[{ shortcut: 'due parole' }, { reason: 'no-such-shortcut' }],
	[{ text: '{{nme}}' }, { reason: 'unknown-variable', written: '{{nme}}', nearest: '{{nome}}' }],
])('%o is refused', (changed, refusal) => {
	expect(savedReplyOf({ ...reply, ...changed })).toEqual({ ok: false, refusal });
});

test.each([
	['/grazie', 'grazie'],
	[' Chiede-Versione ', 'chiede-versione'],
	['/', undefined],
	['più', undefined],
	['-a', undefined],
	['a--b', undefined],
	['a'.repeat(textLimits.shortcut), 'a'.repeat(textLimits.shortcut)],
	['a'.repeat(textLimits.shortcut + 1), undefined],
])('%j is the shortcut %j', (typed, shortcut) => {
	expect(shortcutOf(typed)).toBe(shortcut);
});

test('shared ones are the supervisors’ and administrators’ to write, personal ones their owner’s alone', () => {
	const who = (['agent', 'supervisor', 'administrator'] as const).map((role) => ({ id: 7, role }));
	expect(who.map((one) => mayWrite(one, { owner: null }))).toEqual([false, true, true]);
	expect(who.map((one) => mayWrite(one, { owner: 7 }))).toEqual([true, true, true]);
	expect(who.map((one) => mayWrite(one, { owner: 8 }))).toEqual([false, false, false]);
});

test('a message with a gap is not sent', () => {
	expect(withoutGaps('La versione è {{versione}}.')).toEqual({
		ok: false,
		refusal: { reason: 'gaps-left', gaps: ['{{versione}}'] },
	});
	expect(withoutGaps('La versione è 12.1.').ok).toBe(true);
});

test('what was inserted counts as long as a line of it is left as it was', () => {
	const inserted = 'Gentile Paola,\n\ngrazie della segnalazione.';
	expect(survives(inserted, 'Gentile Paola, buongiorno.\n\ngrazie della segnalazione.\n')).toBe(true);
	expect(survives(inserted, 'Gentile Paola, grazie.')).toBe(false);
	expect(survives(inserted, '')).toBe(false);
});

describe('what is typed finds', () => {
	const lines = [
		{ name: 'Però, perché chiude?', shortcut: 'perche' },
		{ name: 'Saluto con grazie', shortcut: 'saluto' },
		{ name: 'Ringraziamento', shortcut: 'grazie' },
	];
	const found = (typed: string) => matching(lines, typed).map(({ shortcut }) => shortcut);
	test.each([
		['', ['perche', 'saluto', 'grazie']],
		['/grazie', ['grazie', 'saluto']],
		['PERO chiude', ['perche']],
		['saluto grazie', ['saluto']],
		['niente', []],
	])('%j', (typed, expected) => expect(found(typed)).toEqual(expected));
});
