import type { Transaction } from 'kysely';
import { servingAgent } from '../db/agents.ts';
import { lockTickets } from '../db/lock-tickets.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

type Leaving = { agent: number; actor: number; reason: 'off-duty' | 'disabled' };

/**
 * An agent is at the desk no longer: all that is in hand is queued again at its old number, for nobody in particular, and the
 * duty ends (P4). Answers what was put back.
 *
 * Ticket rows ascending, then the counter, then what is in hand by then. A ticket taken in between has no lock on its row
 * and needs none: whatever bears on the queue decides behind the counter.
 */
export async function leaveTheDesk(tx: Transaction<DB>, desk: Desk, leaving: Leaving): Promise<number[]> {
	const { agent, actor, reason } = leaving;
	await lockTickets(tx, (await servingAgent(tx, agent))?.inHand ?? []);
	const counter = await lockCounter(tx, desk.clock);
	const leaves = await servingAgent(tx, agent);
	if (!leaves) return [];
	for (const ticket of leaves.inHand) await record(tx, counter, { type: 'queued', ticket, actor, reason });
	if (leaves.onDuty) await record(tx, counter, { type: 'duty', actor, agent, on: false });
	return leaves.inHand;
}
