import { done, type Outcome, refused } from './outcome.ts';
import type { Language } from './roles.ts';

/** What a saved reply can say of the ticket it answers. */
export const replyVariables = ['person', 'customer', 'ticket', 'product', 'version', 'subject', 'agent'] as const;
export type ReplyVariable = (typeof replyVariables)[number];

/** What each is for one ticket; nothing, or an empty text, where the ticket does not say it. */
export type ReplyValues = Readonly<Record<ReplyVariable, string | undefined>>;

/** How each is written between double braces. Both languages are understood in any text. */
export const variableNames = {
	it: {
		person: 'nome',
		customer: 'cliente',
		ticket: 'ticket',
		product: 'software',
		version: 'versione',
		subject: 'oggetto',
		agent: 'operatore',
	},
	en: {
		person: 'name',
		customer: 'customer',
		ticket: 'ticket',
		product: 'product',
		version: 'version',
		subject: 'subject',
		agent: 'agent',
	},
} as const satisfies Record<Language, Record<ReplyVariable, string>>;

/** `written` as it stands in the text, and what was probably meant. */
export type UnknownVariable = { reason: 'unknown-variable'; written: string; nearest: string };

export const inBraces = (name: string) => `{{${name}}}`;

/** Two braces, what stands in them on the same line, and the two that close them where they do. */
const braces = /\{\{([^{}\n]*)(\}\})?/g;

/** One brace where two are meant. It counts only around the name of a variable: `{0}` or a line of code is text like any other. */
const oneBrace = /(?<!\{)\{([^{}\n]*)\}+/g;

const known: ReadonlyMap<string, ReplyVariable> = new Map(
	[...Object.entries(variableNames.en), ...Object.entries(variableNames.it)].map(
		([variable, name]) => [name, variable as ReplyVariable] as const,
	),
);

const variableOf = (inside: string) => known.get(inside.trim().toLowerCase());

/** Refuses a text that names what no ticket says, leaves braces open or puts one where two belong; one such place is named. */
export function knownVariables(text: string, language: Language): Outcome<undefined, UnknownVariable> {
	for (const [written, inside = '', closed] of text.matchAll(braces)) {
		if (closed && variableOf(inside)) continue;
		return refused({
			reason: 'unknown-variable',
			written: written.trimEnd(),
			nearest: inBraces(nearest(inside, language)),
		});
	}
	for (const [written, inside = ''] of text.matchAll(oneBrace)) {
		if (variableOf(inside)) return refused({ reason: 'unknown-variable', written, nearest: inBraces(inside.trim()) });
	}
	return done();
}

/** The text with what the ticket says in the place of its variables. Where it says nothing the variable stays: a gap (`gapsIn`). */
export function filled(text: string, values: ReplyValues): string {
	return text.replace(braces, (written, inside: string, closed: string | undefined) => {
		const variable = closed && variableOf(inside);
		return (variable && plain(values[variable] ?? '')) || written;
	});
}

/** What is still to be filled in, each as it is written and once. A text with gaps is not sent. */
export function gapsIn(text: string): string[] {
	const gaps = [...text.matchAll(braces)].filter(([, inside = '', closed]) => closed && variableOf(inside));
	return [...new Set(gaps.map(([written]) => written))];
}

/** A value as Markdown that reads as it is written: no mark of it formats, links or names a variable. */
function plain(value: string): string {
	return value
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/[\\`*[\]<>{}|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|&(?=#?\w+;)/gu, '\\$&')
		.replace(/(https?)(?=:\/\/)|(www)(?=\.)/gi, '$&\\')
		.replace(/^(?:[#+-](?=[\s#-]|$)|\d+(?=[.)](?:\s|$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
		.replace(/~$/, '\\~');
}

/** In the language of the text first, where two are as near. */
function nearest(inside: string, language: Language): string {
	const typed = inside.trim().toLowerCase();
	const other = language === 'it' ? 'en' : 'it';
	const names = [...Object.values(variableNames[language]), ...Object.values(variableNames[other])];
	return names.reduce((best, name) => (distance(typed, name) < distance(typed, best) ? name : best));
}

/** Levenshtein's: how many letters to put in, take out or change. A text far longer than any name is compared by its beginning. */
function distance(a: string, b: string): number {
	const letters = [...a.slice(0, 40)];
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [i, letter] of letters.entries()) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j++) {
			const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
			next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
