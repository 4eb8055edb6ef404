import { done } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import { written } from '../db/messages.ts';
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
		await tx
			.insertInto('note')
			.values({ ticket: ticket.number, author: viewer.id, ...text, created_at: at })
			.execute();
		await recordEvent(tx, { at, type: 'noted', actor: viewer.id, ticket: ticket.number });
		return done();
	});
}
