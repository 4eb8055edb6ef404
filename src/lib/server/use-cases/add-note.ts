import { done } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { written } from '../db/messages.ts';
import { insertNote } from '../db/notes.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onTicket, type TicketOutcome } from './on-ticket.ts';

/** An internal note: open to all staff, on any ticket, in any state (P4); no customer ever reads it. */
export async function addNote(
	desk: Desk,
	viewer: StaffViewer,
	input: OnTicket & { text: string },
): Promise<TicketOutcome> {
	const text = written(input.text);
	return onTicket(desk, { name: 'add-note', viewer, input }, async ({ tx, ticket, at }) => {
		await insertNote(tx, { ticket: ticket.number, author: viewer.id, text, at });
		return done();
	});
}
