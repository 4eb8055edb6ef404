import { done } from '#lib/domain/outcome.ts';
import { underEvaluationBy } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** The agent resumes their own evaluation: the ticket is queued at its old number, and only Take next takes it (P4). */
export async function resume(desk: Desk, viewer: StaffViewer, input: OnTicket): Promise<TicketOutcome> {
	return onQueue(desk, { name: 'resume', viewer, input }, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = underEvaluationBy(standing, viewer.id);
		if (!allowed.ok) return allowed;

		await endHold(tx, allowed.value.hold, 'resumed', at);
		await record(tx, counter, { type: 'queued', ticket: ticket.number, actor: viewer.id, reason: 'resumed' });
		return done();
	});
}
