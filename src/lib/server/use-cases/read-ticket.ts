import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import { ticketInSight } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
import { keepReading, type ShownUpTo } from '../db/ticket-reads.ts';
import type { Desk } from '../desk.ts';

export type ReadTicket = ShownUpTo & { ticket: number };

/**
 * A user was shown a ticket up to a message and a row of its log: from then on only what follows is news to them. Without a
 * request key, since doing it twice does no more than once; whoever says too much deceives nobody but themselves.
 */
export async function readTicket(
	desk: Desk,
	viewer: UserViewer,
	{ ticket, message, seq }: ReadTicket,
): Promise<Outcome<undefined, Extract<TicketRefusal, { reason: 'not-found' }>>> {
	if (!(await ticketInSight(desk.db, viewer, ticket))) return refused({ reason: 'not-found' });
	await keepReading(desk.db, viewer.id, ticket, { message, seq });
	return done();
}
