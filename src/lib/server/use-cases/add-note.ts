import { done } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { type Upload, written } from '../db/messages.ts';
import { insertNote } from '../db/notes.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onTicket, type TicketOutcome } from './on-ticket.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

/** The draft it was written in goes with it; with files it is refused, since a note has none. */
export type AddNote = OnTicket & { text: string; files?: Upload[] } & FromDraft;

/** An internal note: open to all staff, on any ticket, in any state (P4); no customer ever reads it. */
export async function addNote(
	desk: Desk,
	viewer: StaffViewer,
	input: AddNote,
): Promise<TicketOutcome<undefined, UntakenDraft>> {
	const text = written(input.text);
	const act = { name: 'add-note', viewer, input };
	return onTicket<undefined, UntakenDraft>(desk, act, async ({ tx, ticket, at }) => {
		const of = { ticket: ticket.number, act: 'note' } as const;
		const taken = await takeDraft(tx, viewer, { ...input, files: input.files ?? [], of });
		if (!taken.ok) return taken;
		await insertNote(tx, { ticket: ticket.number, author: viewer.id, text, at });
		return done();
	});
}
