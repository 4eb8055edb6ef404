import type { Signature } from '#lib/domain/organisation.ts';
import type { Language } from '#lib/domain/roles.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { Sender } from './html.ts';

/** How the organisation stands below a mail in this language: where it is, and what its support address is for (P2). */
export function senderOf(
	{ name, postalAddress, supportAddress }: Signature,
	language: Language,
	origin: string,
): Sender {
	const words = wordsFor(language).organisation;
	return { name, lines: [...postalAddress, ...(supportAddress ? [words.support(supportAddress)] : [])], origin };
}

/** The same below the plain text, after the line that mail programs know a signature by (RFC 3676, 4.3). */
export function signed(body: string, { name, lines }: Sender): string {
	return `${body.trimEnd()}\n\n-- \n${[name, ...lines].flatMap(folded).join('\n')}\n`;
}

const WIDTH = 76;

/** A line in pieces of at most 76 characters, apart where there is a space. */
function folded(line: string): string[] {
	const pieces: string[] = [''];
	for (const word of line.split(' ')) {
		const last = pieces.at(-1) ?? '';
		const longer = last === '' ? word : `${last} ${word}`;
		if (longer.length <= WIDTH || last === '') pieces[pieces.length - 1] = longer;
		else pieces.push(word);
	}
	return pieces;
}
