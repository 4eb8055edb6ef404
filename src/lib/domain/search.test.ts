import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meant, plain, searchLimits, termsOf } from './search.ts';

const pieces = (typed: string) => termsOf(typed).map(({ pieces }) => pieces.join('+'));

test.each([
	['poligonale non chiude', ['poligonale', 'non', 'chiude']],
	['"non chiude" errore', ['non+chiude', 'errore']],
	['«non chiude»', ['non+chiude']],
	['"non finita', ['non+finita']],
	['rilievo_lotto3.dxf', ['rilievo+lotto+3+dxf']],
	['E1204', ['E+1204']],
	["l’altezza dell'edificio", ['l+altezza', 'dell+edificio']],
	["a & b | !c:* (d) <-> 'e", ['a', 'b', 'c', 'd', 'e']],
	['%_\\ ** ?', []],
	['a\u0000b\u001fc\ue000d', ['a', 'b', 'c', 'd']],
	['passo 1\ufe0f\u20e3', ['passo', '1']],
	['\u0301', []],
])('%j is searched as %j', (typed, expected) => {
	expect(pieces(typed)).toEqual(expected);
});

test('only the last word may be unfinished, and not once a space or a quote has ended it', () => {
	expect(termsOf('la poligon').map(({ unfinished }) => unfinished)).toEqual([false, true]);
	expect(termsOf('poligon ').map(({ unfinished }) => unfinished)).toEqual([false]);
	expect(termsOf('"poligon"').map(({ unfinished }) => unfinished)).toEqual([false]);
});

test.each([
	['41', 41],
	['#41', 41],
	['n.41', undefined],
	['041', undefined],
	['1234567890', undefined],
	['12.1', undefined],
])('%j may be ticket %s', (typed, number) => {
	expect(termsOf(typed)[0]?.number).toBe(number);
});

test('whatever is typed, little is searched for', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (typed) => {
			const terms = termsOf(typed);
			expect(terms.length).toBeLessThanOrEqual(searchLimits.terms);
			for (const { pieces } of terms) {
				expect(pieces.join('')).toMatch(/^[\p{L}\p{M}\p{N}]{1,200}$/u);
				// A mark by itself would be no word once its accents are taken away.
				for (const piece of pieces) expect(piece).toMatch(/^[\p{L}\p{N}]/u);
			}
		}),
	);
});

test.each([
	['planimetira', ['planimetria', 'altimetria', 'planare'], ['planimetria']],
	['erore', ['errore', 'errori', 'orario'], ['errore']],
	['qutoe', ['quote', 'quota'], ['quote']],
	['licenza', ['partenza', 'scadenza'], []],
	['oligonale', ['poligonale'], ['poligonale']],
])('%s may have meant %j: %j', (typed, offered, expected) => {
	const words = offered.map((word) => ({ word }));
	expect(meant(typed, words).map(({ word }) => word)).toEqual(expected);
});

test('accents and capitals make no other word', () => {
	expect(plain('QUALITÀ')).toBe('qualita');
});
