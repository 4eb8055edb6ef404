/** What somebody searches for, as it was typed, and what a misspelt word may have meant. */

/** Whose turn it may be asked for in a list; what is in hand is support's. */
export const askedTurns = ['customer', 'support', 'resolved'] as const;
export type AskedTurn = (typeof askedTurns)[number];

/** How a ticket may stand that staff ask for; what came back is in the queue again. */
export const askedStates = [
	'queued',
	'came-back',
	'in-hand',
	'under-evaluation',
	'awaiting-customer',
	'resolved',
] as const;
export type AskedState = (typeof askedStates)[number];

/** How staff have what was found ordered. */
export const staffOrders = ['relevance', 'newest'] as const;
export type StaffOrder = (typeof staffOrders)[number];

/** Whose tickets may be asked for, where colleagues see each other's. */
export const openers = ['mine', 'colleagues'] as const;
export type Opener = (typeof openers)[number];

/** Where in a ticket something is found. */
export type FoundIn = 'subject' | 'message' | 'file';
/** The same for staff: internal notes too, and the names of the customer and of whoever opened it. */
export type FoundByStaff = FoundIn | 'note' | 'name';

/** A word, a code, or a phrase in quotes. */
export type Term = {
	/** As it was typed, without quotes. */
	text: string;
	/** The words and figures in it, which stand next to each other: "lotto3.dxf" is "lotto", "3", "dxf". */
	pieces: string[];
	/** The last one, still being typed: what only begins so is found too. */
	unfinished: boolean;
	/** The arrival number that it may be. */
	number: number | undefined;
};

/** What is longer is cut: nobody searches for more, and the work stays bounded. */
export const searchLimits = { characters: 200, terms: 8, pieces: 12 } as const;

const quotes = '"“”„«»';
const parts = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]?|[^\\s${quotes}]+`, 'gu');

export function termsOf(typed: string): Term[] {
	const line = asLine(typed);
	const terms = tellingIn(line).slice(0, searchLimits.terms);
	return terms.map(({ quoted, ...term }, nth) => ({
		...term,
		unfinished: nth === terms.length - 1 && !quoted && !/\s$/.test(line),
	}));
}

/** What of it is not searched for, since it is more than `searchLimits.terms`. */
export function termsPast(typed: string): string[] {
	return tellingIn(asLine(typed))
		.slice(searchLimits.terms)
		.map(({ text }) => text);
}

/** All that is searched for in a line, unless there is nothing but words that stand in any text. */
function tellingIn(line: string) {
	const found = [...line.matchAll(parts)].map(([whole, phrase]) => {
		const text = phrase ?? whole;
		const pieces = (text.match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? []).slice(0, searchLimits.pieces);
		return { text, pieces, unfinished: false, number: numberIn(pieces), quoted: phrase !== undefined };
	});
	const said = found.filter(({ pieces }) => pieces.length > 0);
	const telling = said.filter(({ pieces }) => pieces.length > 1 || !common.has(plain(pieces[0] ?? '')));
	return telling.length > 0 ? telling : said;
}

/** Words that stand in any text, typed without their accents; with them PostgreSQL leaves them out by itself. */
const common = new Set('perche poiche finche affinche cioe piu gia puo cosi pero giu cio sara'.split(' '));

/** What was typed without characters nobody sees, at most so long as is searched for. */
export function asLine(typed: string): string {
	const seen = typed.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ');
	return seen.normalize('NFC').slice(0, searchLimits.characters).toWellFormed();
}

/** The same of an address, where what is blank asks for nothing. */
export function lineAsked(typed: string | null): string | undefined {
	return asLine(typed ?? '').trim() || undefined;
}

function numberIn(pieces: string[]): number | undefined {
	const [only = ''] = pieces;
	return pieces.length === 1 && /^[1-9][0-9]{0,8}$/.test(only) ? Number(only) : undefined;
}

/** A word as the vocabulary has it: in lower case, without accents. */
export function plain(word: string): string {
	return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words that a misspelt one may have meant: the nearest of those offered, at most two. */
export function meant<Word extends { word: string }>(typed: string, offered: readonly Word[]): Word[] {
	const within = typed.length < 6 ? 1 : typed.length < 10 ? 2 : 3;
	const distances = offered.map((each) => ({ each, distance: slips(typed, each.word) }));
	const nearest = Math.min(within, ...distances.map(({ distance }) => distance));
	return distances
		.filter(({ distance }) => distance === nearest)
		.map(({ each }) => each)
		.slice(0, 2);
}

/** How many slips of the finger lie between two words: a letter left out, added, mistaken, or swapped with the next. */
function slips(one: string, other: string): number {
	const rows = [Array.from({ length: other.length + 1 }, (_, nth) => nth)];
	for (let i = 1; i <= one.length; i++) {
		const row = [i];
		for (let j = 1; j <= other.length; j++) {
			const mistaken = at(rows, i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const swapped =
				i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
					? at(rows, i - 2, j - 2) + 1
					: Number.POSITIVE_INFINITY;
			row[j] = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, mistaken, swapped);
		}
		rows.push(row);
	}
	return at(rows, one.length, other.length);
}

function at(rows: number[][], i: number, j: number): number {
	return rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
}
