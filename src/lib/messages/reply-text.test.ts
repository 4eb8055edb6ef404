import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersFrom } from '#lib/domain/checklist.ts';
import { renderMessage } from '#lib/server/markdown.ts';
import { replyText } from './reply-text.ts';
import { wordsFor } from './words-for.ts';

const it = wordsFor('it');
const en = wordsFor('en');

test('a text alone stays as it was written, and nothing at all is nothing', () => {
	expect(replyText(answersFrom({}), '  Buongiorno,\n\n- uno', it)).toBe('  Buongiorno,\n\n- uno');
	expect(replyText(answersFrom({}), '', it)).toBe('');
});

test('answers are a list with the item’s words, and the text stands below it', () => {
	const answers = answersFrom({
		version: '12.2',
		confirmation: 'fails',
		confirmationWords: 'Si ferma.',
		other: 'Ecco.',
	});
	expect(replyText(answers, 'Grazie.', it)).toBe(
		[
			'- **Versione del software:** 12.2',
			'- **Ora funziona?** No, non ancora. Si ferma.',
			'- **Quanto chiediamo nel messaggio:** Ecco.',
			'',
			'Grazie.',
		].join('\n'),
	);
	expect(replyText(answers, '', en)).toContain('- **Does it work now?** No, not yet. Si ferma.');
});

test('several lines belong to their item, code that was not closed included', () => {
	const html = renderMessage(replyText(answersFrom({ other: 'Prima\n```\ncodice', version: '1' }), 'Dopo.', it));
	expect(html).toContain('Prima<pre><code>codice\n</code></pre>');
	expect(html.endsWith('</ul>\n<p>Dopo.</p>')).toBe(true);
});

test('a version is read as it was typed, whatever Markdown would make of it', () => {
	const line = fc
		.string({ unit: fc.constantFrom(...'ab1 _*`[]()<>~&\\!#-+.|:"'), minLength: 1, maxLength: 30 })
		.map((value) => value.replaceAll(/\s+/g, ' ').trim())
		.filter((value) => value !== '');
	fc.assert(
		fc.property(line, (version) => {
			const html = renderMessage(replyText(answersFrom({ version }), '', it));
			const read = html
				.replace(/^<ul>\s*<li><strong>Versione del software:<\/strong> /, '')
				.replace(/<\/li>\s*<\/ul>$/, '');
			expect(unescaped(read)).toBe(version);
		}),
	);
});

function unescaped(html: string): string {
	const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
	return html.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => named[entity] ?? entity);
}
