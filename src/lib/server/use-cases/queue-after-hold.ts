import type { Transaction } from 'kysely';
import type { Reservation } from '#lib/domain/queue.ts';
import { reservationFor } from '#lib/domain/serving.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import { servingAgent } from '../db/agents.ts';
import { endHold } from '../db/holds.ts';
import { policyNow } from '../db/policy.ts';
import { type LockedCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';

type Held = Extract<Standing, { state: 'under-evaluation' | 'awaiting-customer' }>;
type Leaving = {
	ticket: Pick<TicketInSight, 'number' | 'product'>;
	held: Held;
	actor: number;
	reason: 'resumed' | 'withdrawn' | 'replied';
	/** When it left: by the clock, within what was promised. */
	at: Temporal.Instant;
};

/**
 * The hold ends and the ticket is queued again at its old number. If the agent who had it is on duty at this moment, and covers its
 * product, it is kept for that agent for a while (P4); one who is disabled has gone off duty with it.
 */
export async function queueAfterHold(
	tx: Transaction<DB>,
	counter: LockedCounter,
	{ ticket: { number: ticket, product }, held, actor, reason, at }: Leaving,
): Promise<void> {
	await endHold(tx, held.hold, reason, at);
	const reserved = await keptFor(tx, held.agent, product, counter);
	await record(tx, counter, { type: 'queued', ticket, actor, reason, reserved });
}

/** Asked behind the counter, where duty, coverage and the setting are written. */
async function keptFor(
	tx: Transaction<DB>,
	agent: number,
	product: number,
	{ at }: LockedCounter,
): Promise<Reservation | undefined> {
	const had = await servingAgent(tx, agent);
	if (!had?.onDuty) return undefined;
	const { reservationMinutes } = await policyNow(tx);
	return reservationFor(had, product, reservationMinutes, at);
}
