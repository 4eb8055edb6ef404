import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { letters, origin } from '../../../../tests/support/letters.ts';
import type { Parcel } from '../db/mail-queue.ts';
import { type Letterhead, messageOf } from './message.ts';

const head: Letterhead = {
	...{ from: { name: 'Assistenza', address: 'desk@example.it', domain: 'example.it' }, returnPath: 'signed', origin },
	secretKey: () => Buffer.alloc(32),
	organisation: { name: 'Ferri', postalAddress: [], supportAddress: null } as unknown as Letterhead['organisation'],
};

const injections = [
	'Paola\r\nBcc: altri@example.it',
	'Paola\nTo: altri@example.it\n\n<p>altro',
	'Paola\r\n\r\nUn altro testo',
	'Paola\0\u0085\u2028Bcc: altri@example.it',
	'Paola" <altri@example.it>, "Rita',
	'Paola\u202eti.elpmaxe@irtla',
	`Paola ${'è'.repeat(300)}`,
];

/** The lines above the text, each whole, as a server reads them (RFC 5322, 2.2.3). */
function headersOf(message: Buffer): [name: string, value: string][] {
	const [above = ''] = message.toString('latin1').split('\r\n\r\n');
	const lines = above.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n');
	return lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
}

const cases = (['it', 'en'] as const).flatMap((language) =>
	injections.flatMap((text) => letters(language, text, text).map((letter) => ({ text, letter, language }))),
);

test.each(cases)(
	'$letter.kind in $language: no name or subject becomes a line of its own ($text)',
	async ({ text, letter, language }) => {
		const parcel: Parcel = {
			...{ id: 7, messageId: randomUUID(), language, to: { name: text, email: 'paola@example.it' } },
			...{ attempts: 1, firstAttempt: Temporal.Instant.from('2026-11-23T08:00Z') },
			before: { attempts: 0, first_attempt_at: null, next_attempt_at: null, sent_to: null },
			notices: [{ ...letter, created_at: Temporal.Instant.from('2026-11-23T08:00Z') }],
		};
		const { message } = await messageOf(parcel, { ...head, from: { ...head.from, name: text } });
		const headers = headersOf(message);
		expect(headers.map(([name]) => name).toSorted()).toEqual([
			...['Auto-Submitted', 'Content-Type', 'Date', 'From', 'In-Reply-To', 'MIME-Version', 'Message-ID'],
			...['References', 'Subject', 'To', 'X-Auto-Response-Suppress'],
		]);
		const value = (name: string) => headers.find(([each]) => each === name)?.[1] ?? '';
		expect(headers.every(([, text]) => /^[\x20-\x7e]*$/.test(text))).toBe(true);
		expect(addressesIn(value('To'))).toEqual(['paola@example.it']);
		expect(addressesIn(value('From'))).toEqual(['desk@example.it']);
		expect(
			Math.max(
				...message
					.toString('latin1')
					.split('\r\n')
					.map((line) => line.length),
			),
		).toBeLessThan(998);
	},
);

/** Those that would be written to: what stands in quotes or is encoded is a name. */
function addressesIn(header: string): string[] {
	const bare = header.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').replaceAll(/=\?[^?]*\?[^?]*\?[^?]*\?=/g, '');
	return bare.match(/[^\s<>,;:]+@[^\s<>,;]+/g) ?? [];
}
