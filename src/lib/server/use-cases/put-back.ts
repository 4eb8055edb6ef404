import { done } from '#lib/domain/outcome.ts';
import { mayPutBack } from '#lib/domain/ticket.ts';
import { type StaffViewer, supervises } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** Lets a ticket go without finishing: it is queued again at its arrival number (P4). */
export async function putBack(desk: Desk, viewer: StaffViewer, input: OnTicket): Promise<TicketOutcome> {
	return onQueue(desk, { name: 'put-back', viewer, input }, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = mayPutBack(standing, { id: viewer.id, supervises: supervises(viewer) });
		if (!allowed.ok) return allowed;

		if (allowed.value.state === 'under-evaluation') await endHold(tx, allowed.value.hold, 'put-back', at);
		await record(tx, counter, { type: 'queued', ticket: ticket.number, actor: viewer.id, reason: 'put-back' });
		return done();
	});
}
