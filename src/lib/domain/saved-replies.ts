import { savedReplyLimits, textLimits } from './limits.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { gapsIn, knownVariables, type UnknownVariable } from './reply-variables.ts';
import { includesRole, type Language, type Role } from './roles.ts';

/** A text that is written again and again. `product`: none where it fits any; `shortcut` is without its slash. */
export type SavedReply = { name: string; shortcut: string; language: Language; product: number | null; text: string };

export type SavedReplyRefusal =
	| UnknownVariable
	| { reason: 'saved-reply-gone' }
	| { reason: 'supervisors-share' }
	| { reason: 'no-such-shortcut' }
	| { reason: 'shortcut-taken'; by: string | undefined }
	| { reason: 'too-many-replies'; most: number }
	| { reason: 'reply-product-gone' }
	| { reason: 'reply-not-valid'; field: 'name' | 'text'; limit: number }
	| { reason: 'reply-changed'; by: string };

export type GapsLeft = { reason: 'gaps-left'; gaps: string[] };

/** A message to the customer made from saved replies, by their keys: each counts as used. */
export type FromSavedReplies = { savedReplies?: number[] };

/** No customer is sent what is still to be filled in. */
export function withoutGaps(text: string): Outcome<undefined, GapsLeft> {
	const gaps = gapsIn(text);
	return gaps.length > 0 ? refused({ reason: 'gaps-left', gaps }) : done();
}

/** Whose texts those are: one agent's, or everybody's. */
type Owned = { owner: number | null };
type Somebody = { id: number; role: Role };

/** Shared ones are the supervisors' and administrators' to write, one's own nobody else's. */
export function mayWrite(viewer: Somebody, { owner }: Owned): boolean {
	return owner === null ? includesRole(viewer.role, 'supervisor') : owner === viewer.id;
}

export const mostReplies = ({ owner }: Owned) => savedReplyLimits[owner === null ? 'shared' : 'personal'];

/** The text as it is kept, or the first thing that keeps it from being so. */
export function savedReplyOf(typed: SavedReply): Outcome<SavedReply, SavedReplyRefusal> {
	const name = typed.name.normalize('NFC').trim().replace(/\s+/g, ' ');
	if (!fits(name, textLimits.name))
		return refused({ reason: 'reply-not-valid', field: 'name', limit: textLimits.name });
	const shortcut = shortcutOf(typed.shortcut);
	if (!shortcut) return refused({ reason: 'no-such-shortcut' });
	const text = typed.text.replaceAll('\r\n', '\n').trimEnd();
	const limit = textLimits.message;
	if (!fits(text, limit)) return refused({ reason: 'reply-not-valid', field: 'text', limit });
	const variables = knownVariables(text, typed.language);
	return variables.ok ? done({ ...typed, name, shortcut, text }) : variables;
}

const fits = (text: string, limit: number) => text.trim() !== '' && text.length <= limit;

/** Small letters and digits in words joined by hyphens, with or without the slash that one types before it. */
export function shortcutOf(typed: string): string | undefined {
	const shortcut = typed.trim().toLowerCase().replace(/^\//, '');
	return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(shortcut) && shortcut.length <= textLimits.shortcut ? shortcut : undefined;
}

/** Whether something of what was inserted is still there: at least one line of it as it was. */
export function survives(inserted: string, text: string): boolean {
	const lines = new Set(text.split('\n').map((line) => line.trim()));
	return inserted.split('\n').some((line) => line.trim() !== '' && lines.has(line.trim()));
}

/** What fits what was typed: every word of it in shortcut or name, whatever their accents. Those whose shortcut begins with it come first. */
export function matching<Line extends { name: string; shortcut: string }>(
	lines: readonly Line[],
	typed: string,
): Line[] {
	const words = bare(typed).replace(/^\//, '').split(/\s+/);
	const found = lines.filter(({ name, shortcut }) => {
		const said = `${shortcut} ${bare(name)}`;
		return words.every((word) => said.includes(word));
	});
	const begins = ({ shortcut }: Line) => shortcut.startsWith(words.join('-'));
	return [...found.filter(begins), ...found.filter((line) => !begins(line))];
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
