import { done } from '#lib/domain/outcome.ts';
import { awaitingCustomerBy } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** The agent no longer needs what was asked for: the second hold case ends and the ticket is queued (P5.2). */
export async function withdrawRequest(desk: Desk, viewer: StaffViewer, input: OnTicket): Promise<TicketOutcome> {
	return onQueue(desk, { name: 'withdraw-request', viewer, input }, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = awaitingCustomerBy(standing, viewer.id);
		if (!allowed.ok) return allowed;

		await endHold(tx, allowed.value.hold, 'withdrawn', at);
		await record(tx, counter, { type: 'queued', ticket: ticket.number, actor: viewer.id, reason: 'withdrawn' });
		return done();
	});
}
