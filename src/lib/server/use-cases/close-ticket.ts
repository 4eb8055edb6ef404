import { done } from '#lib/domain/outcome.ts';
import { stillOpen } from '#lib/domain/ticket.ts';
import type { UserViewer } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** The customer says it is solved; possible while the ticket is open, in whatever state (P5). */
export async function closeTicket(desk: Desk, viewer: UserViewer, input: OnTicket): Promise<TicketOutcome> {
	return onQueue(desk, { name: 'close-ticket', viewer, input }, async ({ tx, ticket, counter, standing, at }) => {
		const open = stillOpen(standing);
		if (!open.ok) return open;

		if ('hold' in open.value) await endHold(tx, open.value.hold, 'closed', at);
		const { number } = ticket;
		await insertResolution(tx, { ticket: number, as: 'closed-by-customer', by: viewer.id, at });
		await record(tx, counter, { type: 'resolved', ticket: number, actor: viewer.id, as: 'closed-by-customer' });
		return done();
	});
}
