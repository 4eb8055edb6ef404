import { textLimits } from '#lib/domain/limits.ts';

/** Control characters, and those that turn the direction of writing and so could hide what the name ends in. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu;
const longestExtension = 20;

/** A file's name as people know it: without folders or unseen characters, in NFC, at most 255 characters; never empty. */
export function cleanFileName(sent: string): string {
	const last = sent.split(/[/\\]/).at(-1) ?? '';
	const name = last.toWellFormed().replaceAll(unseen, '').normalize('NFC').trim();
	if (/^\.*$/.test(name)) return 'file';
	return name.length <= textLimits.fileName ? name : shortened(name);
}

/** The end of the name goes, not its extension. */
function shortened(name: string): string {
	const dot = name.lastIndexOf('.');
	const extension = dot > 0 && name.length - dot <= longestExtension ? name.slice(dot) : '';
	const room = textLimits.fileName - extension.length;
	let stem = '';
	for (const character of name) {
		if (stem.length + character.length > room) break;
		stem += character;
	}
	return stem + extension;
}
