import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '#lib/server/markdown.ts';
import { messageParts } from './message-parts.ts';

/** Each part as its kind and its words. */
function read(source: string): string[] {
	return messageParts(renderMessage(source)).map(({ kind, html }) => `${kind}: ${words(html)}`);
}

function words(html: string): string {
	return html
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

const long = 'Una riga che si ripete. '.repeat(20).trim();

describe('what a mail program quoted is a quote, with what introduces it', () => {
	test.each([
		[
			'Gmail, in Italian',
			'Ora funziona, grazie.\n\nIl giorno mar 24 nov 2026 alle ore 10:12 Assistenza <a@b.it> ha scritto:\n\n> Provi così.\n> Cordiali saluti',
			[
				'text: Ora funziona, grazie.',
				'quote: Il giorno mar 24 nov 2026 alle ore 10:12 Assistenza a@b.it ha scritto: Provi così. Cordiali saluti',
			],
		],
		[
			'wrapped to two lines, right below the text',
			'Ecco.\nIl giorno mar 24 nov 2026 alle ore 10:12 Assistenza <\na@b.it> ha scritto:\n> Provi.',
			['text: Ecco.', 'quote: Il giorno mar 24 nov 2026 alle ore 10:12 Assistenza &lt; a@b.it&gt; ha scritto: Provi.'],
		],
		[
			'Gmail, in English',
			'It works.\n\nOn Tue, 24 Nov 2026 at 10:12, Marta <m@x.it> wrote:\n\n> Try this.\n>\n> Marta',
			['text: It works.', 'quote: On Tue, 24 Nov 2026 at 10:12, Marta m@x.it wrote: Try this. Marta'],
		],
		[
			'Thunderbird, the answer below',
			'Il 24/11/2026 10:12, Marta Neri ha scritto:\n> Provi così.\n\nFatto, ma non cambia.',
			['quote: Il 24/11/2026 10:12, Marta Neri ha scritto: Provi così.', 'text: Fatto, ma non cambia.'],
		],
		[
			'a name alone',
			'Fatto.\n\nMarta Neri ha scritto:\n> Provi così.',
			['text: Fatto.', 'quote: Marta Neri ha scritto: Provi così.'],
		],
		[
			'Outlook, in Italian',
			'Fatto.\n\n________________________________\nDa: Marta\nInviato: martedì 24 novembre 2026\nA: Paola\nOggetto: Ticket 12\n\nProvi così.\n\nMarta',
			[
				'text: Fatto.',
				'quote: Da: Marta Inviato: martedì 24 novembre 2026 A: Paola Oggetto: Ticket 12 Provi così. Marta',
			],
		],
		[
			'Outlook, in English, right below the text',
			'Done.\n**From:** Marta\n**Sent:** 24 November\n**To:** Paola\n**Subject:** Ticket 12\n\nTry this.',
			['text: Done.', 'quote: From: Marta Sent: 24 November To: Paola Subject: Ticket 12 Try this.'],
		],
		[
			'the original message',
			'Fatto.\n\n-----Messaggio originale-----\nDa: Marta\n\nProvi così.',
			['text: Fatto.', 'quote: -----Messaggio originale----- Da: Marta Provi così.'],
		],
		['at length, by hand', `> ${long}\n\nSono d’accordo.`, [`quote: ${long}`, 'text: Sono d’accordo.']],
	])('%s', (_, source, parts) => {
		expect(read(source)).toEqual(parts);
	});
});

describe('what somebody says stays in sight', () => {
	test.each([
		['a line that is answered', '> Quale versione?\n\nLa 5.2.'],
		['the message of an error', 'Mi dice:\n> Errore 1204'],
		[
			'answers between the lines',
			'Il 24/11/2026 10:12, Marta ha scritto:\n> Versione?\n\n5.2\n\n> Sistema?\n\nWindows 11',
		],
		['a message that is only a quote', `> ${long}`],
		[
			'a message that was only forwarded',
			'---------- Forwarded message ---------\nFrom: x\nDate: y\nSubject: z\n\nHelp.',
		],
		['who wrote what, without a quote', 'Il giorno 3 il collega ha scritto:\n\nnon va'],
		['a journey', 'Da: Milano\nA: Roma\nData: 3 maggio'],
		['dashes in the text', 'uno -- due\n\n--opzione'],
		['what follows two dashes, at length', `--\n${long}\n${long}`],
		['a signature alone', '-- \nPaola'],
	])('%s', (_, source) => {
		expect(read(source)).toEqual([`text: ${words(renderMessage(source))}`]);
	});

	test('a long quotation between answers is folded, the short ones are not', () => {
		const source = `> ${long}\n\nSì.\n\n> E poi?\n\nNo.`;
		expect(read(source)).toEqual([`quote: ${long}`, 'text: Sì. E poi? No.']);
	});
});

describe('a signature is what stands below two dashes', () => {
	test.each([
		['at the end', 'Grazie.\n\n-- \nPaola Ferri\nGeometra', ['text: Grazie.', 'signature: -- Paola Ferri Geometra']],
		['right below the text', 'Grazie.\n-- \nPaola', ['text: Grazie.', 'signature: -- Paola']],
		[
			'above what was quoted',
			'Grazie.\n\n--\nPaola\n\nIl 24/11/2026 Marta ha scritto:\n> Prego.',
			['text: Grazie.', 'signature: -- Paola', 'quote: Il 24/11/2026 Marta ha scritto: Prego.'],
		],
	])('%s', (_, source, parts) => {
		expect(read(source)).toEqual(parts);
	});
});

test('each piece of code is a part by itself', () => {
	expect(read('Ecco:\n\n```\na -- b\n```\n\n```\nc\n```\nfine')).toEqual([
		'text: Ecco:',
		'code: a -- b',
		'code: c',
		'text: fine',
	]);
});

const line = fc.constantFrom(
	'testo',
	'**Da: x',
	'y**',
	'> citato',
	'>> due volte',
	'--',
	'-- ',
	'',
	'Il 24/11/2026 10:12, Marta ha',
	'scritto:',
	'On 24 Nov Marta wrote:',
	'Da: a',
	'Inviato: b',
	'Oggetto: c',
	'-----Original Message-----',
	'```',
	'- voce',
	'<b>&amp;</b>',
	'[x](https://a.it)',
	long,
);
const mail = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

test('no word is lost, added or moved, whatever was written', () => {
	fc.assert(
		fc.property(fc.oneof(mail, fc.string({ unit: 'binary' })), (source) => {
			const html = renderMessage(source);
			const parts = messageParts(html);
			expect(words(parts.map((part) => part.html).join('\n'))).toBe(words(html));
		}),
		{ numRuns: 2000 },
	);
});

test('each part is well formed by itself', () => {
	fc.assert(
		fc.property(mail, (source) => {
			for (const { html } of messageParts(renderMessage(source))) {
				const open: string[] = [];
				for (const [tag, name = ''] of html.matchAll(/<\/?(\w+)[^>]*>/g)) {
					if (tag.startsWith('</')) expect(open.pop()).toBe(name);
					else if (!tag.endsWith('/>')) open.push(name);
				}
				expect(open).toEqual([]);
			}
		}),
		{ numRuns: 2000 },
	);
});

test('something is always in sight where something was said', () => {
	fc.assert(
		fc.property(mail, (source) => {
			const parts = messageParts(renderMessage(source));
			expect(parts.length === 0 || parts.some(({ kind }) => kind === 'text' || kind === 'code')).toBe(true);
		}),
	);
});

test('the time it takes grows with the length of the message and no faster', () => {
	const took = (lines: number) => {
		const html = `<p>${'Da: x<br />-- y<br />ha scritto: <br />'.repeat(lines)}z</p>`;
		const { user } = process.cpuUsage();
		messageParts(html);
		return process.cpuUsage({ user, system: 0 }).user;
	};
	const least = (lines: number) => Math.min(...Array.from({ length: 5 }, () => took(lines)));
	expect(least(32_000)).toBeLessThan(12 * Math.max(least(8000), 500)); // four times as long: sixteen if it grew with the square
});
