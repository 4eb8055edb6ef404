import { done } from '#lib/domain/outcome.ts';
import { awaitingCustomerBy } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';
import { queueAfterHold } from './queue-after-hold.ts';

/** The agent no longer needs what was asked for: the second hold case ends and the ticket is queued (P5.2). */
export async function withdrawRequest(desk: Desk, viewer: StaffViewer, input: OnTicket): Promise<TicketOutcome> {
	return onQueue(desk, { name: 'withdraw-request', viewer, input }, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = awaitingCustomerBy(standing, viewer.id);
		if (!allowed.ok) return allowed;

		const leaving = { ticket, held: allowed.value, actor: viewer.id, reason: 'withdrawn', at } as const;
		await queueAfterHold(tx, counter, leaving);
		return done();
	});
}
