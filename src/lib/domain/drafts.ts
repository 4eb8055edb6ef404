import { draftLimits } from './limits.ts';

/** What is written on a ticket: each act has its own text, and its own draft. A customer only replies. */
export const draftActs = ['reply', 'note', 'await', 'evaluate', 'resolve'] as const;
export type DraftAct = (typeof draftActs)[number];

/** Those whose text has no files beside it. */
const withoutFiles: ReadonlySet<DraftAct> = new Set(['note', 'evaluate']);

export function takesFiles(act: DraftAct | null): boolean {
	return act === null || !withoutFiles.has(act);
}

/** What was typed, by the name of its field; a field that may come several times (checkboxes) has a list. */
export type DraftFields = Record<string, string | string[]>;

/** A file that waits beside a text. */
export type DraftFile = { id: string; name: string; mediaType: string; size: number };

/** A draft as its author sees it; `savedAt` is an ISO 8601 instant. */
export type StoredDraft = {
	id: number;
	/** Grows with each saving of the text: whoever saves names the version that was before them. */
	version: number;
	/** The ticket it is written on, and for which act; of one to open neither. */
	ticket: number | null;
	act: DraftAct | null;
	fields: DraftFields;
	savedAt: string;
	files: DraftFile[];
};

export type DraftRefusal =
	/** It was sent or discarded; or there never was one of this account. */
	| { reason: 'draft-gone' }
	/** Another window or device has saved another text since. */
	| { reason: 'draft-changed'; stored: StoredDraft }
	/** Its files are not those that the sender saw: these came meanwhile, and so many are gone. */
	| { reason: 'draft-files-changed'; added: string[]; gone: number }
	| { reason: 'too-many-drafts'; most: number }
	| { reason: 'draft-too-long'; limit: number }
	| { reason: 'too-many-files'; maxFiles: number }
	/** All that waits beside somebody's drafts would be more than may wait. */
	| { reason: 'too-much-waits'; maxBytes: number }
	| { reason: 'empty-file'; name: string }
	/** What it is written for is a text alone. */
	| { reason: 'no-files-here' };

/** What became of a form that was sent with a session that had ended. */
export const keptLate = ['whole', 'without-files', 'no-room', 'too-long'] as const;
export type KeptLate = (typeof keptLate)[number];

/** Whether a draft may hold this much. */
export function fitsDraft(fields: DraftFields): boolean {
	const entries = Object.entries(fields);
	const characters = entries.flatMap(([, value]) => value).reduce((sum, value) => sum + value.length, 0);
	return (
		entries.length <= draftLimits.fields &&
		entries.every(([name]) => name.length <= draftLimits.fieldName) &&
		characters <= draftLimits.text
	);
}

/** Whether anything of somebody's is in it: what was only ticked is quickly done again. */
export function isBegun({ fields, files }: Pick<StoredDraft, 'fields' | 'files'>): boolean {
	return files.length > 0 || [fields.text ?? ''].flat().some((text) => text.trim() !== '');
}

/** Of drafts on one ticket the one that was touched last. */
export function lastTouched<Kept extends Pick<StoredDraft, 'savedAt'>>(drafts: readonly Kept[]): Kept | undefined {
	return drafts.toSorted((one, other) => Date.parse(other.savedAt) - Date.parse(one.savedAt))[0];
}

/** Whether both say the same: a field left empty is like one that was not sent. */
export function sameFields(one: DraftFields, other: DraftFields): boolean {
	const names = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...names].every((name) => said(one[name]) === said(other[name]));
}

function said(value: string | string[] | undefined): string {
	return JSON.stringify([value ?? []].flat().filter((each) => each !== ''));
}

/**
 * A short mark of a text, by which a window says what it has sent itself: its length and two sums of 32 bits, so that two
 * texts of one person never have the same by chance. Fields left empty do not count.
 */
export function markOf(fields: DraftFields): string {
	const filled = Object.entries(fields).filter(([, value]) => [value].flat().some((each) => each !== ''));
	const text = JSON.stringify(
		filled.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, said(value)]),
	);
	let [one, other] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		one = Math.imul(one ^ text.charCodeAt(at), 16777619);
		other = Math.imul(other, 31) + text.charCodeAt(at);
	}
	return `${text.length}.${one}.${other}`;
}

/** Where nobody is there to choose: what is new, but of a longer text both, one below the other. */
export function bothTexts(stored: DraftFields, fresh: DraftFields): DraftFields {
	const both = ['text', 'description'].flatMap((name) => {
		const [before, now] = [stored[name], fresh[name]];
		if (typeof before !== 'string' || typeof now !== 'string') return [];
		if (before.trim() === '' || now.includes(before)) return [];
		return [[name, before.includes(now) ? before : `${before}\n\n${now}`]];
	});
	const madeFrom = [...new Set([stored.savedReplies ?? [], fresh.savedReplies ?? []].flat())];
	return {
		...stored,
		...fresh,
		...(madeFrom.length > 0 && { savedReplies: madeFrom }),
		...Object.fromEntries(both),
	};
}
