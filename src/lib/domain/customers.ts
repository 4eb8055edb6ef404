/** What a customer can be looked for by, beside names: what is to be done about them. */
export const customerMarks = ['open', 'to-activate', 'shut', 'unlicensed'] as const;
export type CustomerMark = (typeof customerMarks)[number];

/** Why a note about a customer is not written, or not removed. */
export type CustomerNoteRefusal =
	| { reason: 'empty-note' }
	| { reason: 'note-gone' }
	| { reason: 'note-of-another'; author: string };

/** Whoever wrote a note may remove it, and whoever supervises any. */
export function mayRemoveNote(note: { author: number }, viewer: { id: number; supervises: boolean }): boolean {
	return viewer.supervises || note.author === viewer.id;
}
