import { expect, test } from 'vitest';
import { excerptOf, partsOf } from './highlights.ts';

/** What was found stands between « and », and a stretch ends at ‖, as PostgreSQL hands it on. */
const handed = (text: string) =>
	text.replaceAll('«', '\ue000').replaceAll('»', '\ue001').replaceAll('‖', '\ue002').replaceAll('·', '\u001f');
const read = (text: string) =>
	excerptOf(handed(text))
		.map((part) => (part.hit ? `«${part.text}»` : part.text))
		.join('');

test.each([
	['Apra ·**·«Aggiorna» prezzi·**· e poi ·*·Volumi·*·.', 'Apra «Aggiorna» prezzi e poi Volumi.'],
	['Scambi in *Volumi → «Confronta»*', 'Scambi in Volumi → «Confronta» …'],
	['# Passi\n\n- Apra __il «rilievo»__\n- Salvi ~~tutto~~.', 'Passi Apra il «rilievo» Salvi tutto.'],
	['Legga [il «manuale»](https://example.it/a_b) prima.', 'Legga il «manuale» prima.'],
	['Legga [questo](https://example.it/«manuale») prima.', 'Legga questo (https://example.it/«manuale») prima.'],
	[
		'il manuale](https://example.it/x) del «rilievo»‖Vedi [il «rilievo»',
		'… il manuale del «rilievo» … Vedi il «rilievo» …',
	],
	['| Punto | «Quota» |\n|---|---|\n| A | 12 |', 'Punto «Quota» A 12 …'],
	['> Con `quota_«progetto»` vale 3 * 4 e 2*5, con a\\*b.', 'Con quota_«progetto» vale 3 * 4 e 2*5, con a*b.'],
	['Il file rilievo_lotto_3.«dxf» pesa.', 'Il file rilievo_lotto_3.«dxf» pesa.'],
	['![«Schermata»](foto.png)', '«Schermata» …'],
])('%s is shown as plain words', (markdown, expected) => {
	expect(read(markdown)).toBe(expected);
});

test('a subject is no Markdown: all its signs stay', () => {
	expect(partsOf(handed('·*·«Quote»·*· in `C#`'))).toEqual([
		{ text: '*', hit: false },
		{ text: 'Quote', hit: true },
		{ text: '* in `C#`', hit: false },
	]);
});
