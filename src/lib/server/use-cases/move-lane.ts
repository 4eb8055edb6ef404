import { done, refused } from '#lib/domain/outcome.ts';
import type { Lane } from '#lib/domain/queue.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { insertMessage, isBlank, written } from '../db/messages.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** `text` is the reason, which the customer reads. */
export type MoveLane = OnTicket & { lane: Lane; text: string };

export type MoveRefusal = { reason: 'already-in-lane' } | { reason: 'no-reason-given' };

/**
 * To the other lane, at the same arrival number. A move to consultancy ends the stint, and the ticket is queued there;
 * moved to technical it stays in hand (P6).
 */
export async function moveLane(
	desk: Desk,
	viewer: StaffViewer,
	input: MoveLane,
): Promise<TicketOutcome<undefined, MoveRefusal>> {
	const text = written(input.text.trim());
	const act = { name: 'move-lane', viewer, input };
	return onQueue<undefined, TicketRefusal | MoveRefusal>(desk, act, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = inHandOf(standing, viewer.id);
		if (!allowed.ok) return allowed;
		const { lane } = input;
		if (ticket.lane === lane) return refused({ reason: 'already-in-lane' });
		if (isBlank(text)) return refused({ reason: 'no-reason-given' });

		const { number } = ticket;
		await insertMessage(tx, { ticket: number, author: viewer.id, side: 'support', text, files: [], at });
		await tx.updateTable('ticket').set({ lane }).where('number', '=', number).execute();
		await record(tx, counter, { type: 'moved', ticket: number, actor: viewer.id, lane });
		return done();
	});
}
