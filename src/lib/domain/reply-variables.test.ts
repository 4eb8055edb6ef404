import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../server/markdown.ts';
import {
	filled,
	gapsIn,
	inBraces,
	knownVariables,
	type ReplyValues,
	replyVariables,
	variableNames,
} from './reply-variables.ts';

const values: ReplyValues = {
	person: 'Paola Ferri',
	customer: 'Ferri & Landi S.r.l.',
	ticket: '17',
	product: 'Isoipsa',
	version: '',
	subject: 'La poligonale non chiude',
	agent: undefined,
};

describe('a text', () => {
	test('says what the ticket says, in the names of either language, however they are spaced', () => {
		const text = 'Gentile {{nome}} ({{ Customer }}), il ticket {{TICKET}}: {{subject}}.';
		expect(filled(text, values)).toBe(
			'Gentile Paola Ferri (Ferri & Landi S.r.l.), il ticket 17: La poligonale non chiude.',
		);
	});

	test('keeps a gap where the ticket says nothing, never "undefined"', () => {
		const text = filled('Versione {{versione}}, poi {{ operatore }} e ancora {{versione}}.', values);
		expect(text).toBe('Versione {{versione}}, poi {{ operatore }} e ancora {{versione}}.');
		expect(gapsIn(text)).toEqual(['{{versione}}', '{{ operatore }}']);
	});

	test('has no gap in what is no variable', () => {
		expect(gapsIn('function () {{ return {}; }} e {{mustache}} e {{nome')).toEqual([]);
	});
});

test.each([
	['Gentile {{nme}},', '{{nme}}', '{{nome}}'],
	['{{versoine}}', '{{versoine}}', '{{versione}}'],
	['{{custmer}}', '{{custmer}}', '{{customer}}'],
	['Bene, {{operatore}\ne poi', '{{operatore', '{{operatore}}'],
	['{{}}', '{{}}', '{{nome}}'],
	['Gentile {nome},', '{nome}', '{{nome}}'],
	['Gentile {{nome}} di { Cliente },', '{ Cliente }', '{{Cliente}}'],
	['Gentile {customer}},', '{customer}}', '{{customer}}'],
])('%j is refused for %s, and %s is suggested', (text, written, nearest) => {
	expect(knownVariables(text, 'it')).toEqual({ ok: false, refusal: { reason: 'unknown-variable', written, nearest } });
});

test('single braces around anything else are text', () => {
	expect(knownVariables('Scriva {0} e {nme}, o {} in `if (x) {return}`.', 'it').ok).toBe(true);
});

test('of two names as near, the one in the language of the text is suggested', () => {
	const nearest = (language: 'it' | 'en') => {
		const known = knownVariables('{{nme}}', language);
		return known.ok ? undefined : known.refusal.nearest;
	};
	expect([nearest('it'), nearest('en')]).toEqual(['{{nome}}', '{{name}}']);
});

const name = fc.constantFrom(...Object.values(variableNames.it), ...Object.values(variableNames.en));
const said = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const awkward = fc.array(
	fc.constantFrom(
		'*',
		'_',
		'`',
		'[a](http://b)',
		'<b>',
		'{{nome}}',
		'\\',
		'~~',
		'#',
		'1.',
		'- ',
		'&amp;',
		'www.a.it',
		'a',
	),
	{ minLength: 1 },
);

test('every known variable is accepted, and filled when all is said', () => {
	const all = Object.fromEntries(replyVariables.map((variable) => [variable, 'detto'])) as ReplyValues;
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), name)), (parts) => {
			const text = parts.map(([before, variable]) => `${before.replaceAll(/[{}]/g, '')}${inBraces(variable)}`).join('');
			expect(knownVariables(text, 'it').ok).toBe(true);
			expect(gapsIn(filled(text, all))).toEqual([]);
		}),
	);
});

test('whatever a ticket says is read as it is written: it formats nothing, links nowhere and names no variable', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				said,
				awkward.map((parts) => parts.join('')).filter((text) => text.trim() !== ''),
			),
			(subject) => {
				const text = filled('{{oggetto}}', { ...values, subject });
				expect(gapsIn(text)).toEqual([]);
				const html = renderMessage(text);
				expect(html.replaceAll(/<\/?p>/g, '')).not.toMatch(/<|>/);
				expect(asRead(html)).toBe(subject.trim().replaceAll(/\s+/g, ' '));
			},
		),
		{ numRuns: 2000 },
	);
});

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const asRead = (html: string) =>
	html.replaceAll(/<\/?p>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign);
