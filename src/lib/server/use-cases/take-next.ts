import type { Transaction } from 'kysely';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import type { Lane } from '#lib/domain/queue.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { ticketsInHand } from '../db/in-hand.ts';
import { once } from '../db/once.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

export type TakingRefusal =
	| { reason: 'in-hand-limit'; limit: number; tickets: number[] }
	| { reason: 'nothing-queued' }
	| { reason: 'account-disabled' }
	| RepeatedKey;

/**
 * The only way to put a ticket in hand (P4): the lowest arrival number in line, never a choice. It starts at the counter
 * and locks no ticket row; the head of the line is read after the counter is held, and the write is guarded.
 */
export async function takeNext(
	desk: Desk,
	agent: StaffViewer,
	{ requestKey }: { requestKey: string },
): Promise<Outcome<{ ticket: number }, TakingRefusal>> {
	const request = { account: agent.id, act: 'take-next', key: requestKey, content: {} };
	return once<{ ticket: number }, TakingRefusal>(desk, request, async (tx) => {
		const counter = await lockCounter(tx, desk.clock);
		if (!(await isEnabled(tx, agent.id))) return refused({ reason: 'account-disabled' });
		const tickets = await ticketsInHand(tx, agent.id);
		const { inHandLimit } = defaultPolicy;
		if (tickets.length >= inHandLimit) return refused({ reason: 'in-hand-limit', limit: inHandLimit, tickets });
		const ticket = await nextInLine(tx);
		if (ticket === undefined) return refused({ reason: 'nothing-queued' });

		await record(tx, counter, { type: 'taken', ticket, actor: agent.id, agent: agent.id });
		return done({ ticket });
	});
}

/** The head of the technical lane, or of consultancy while no technical ticket is queued (P6); as `nextInLine` in domain/queue.ts. */
async function nextInLine(tx: Transaction<DB>): Promise<number | undefined> {
	return (await headOf(tx, 'technical')) ?? (await headOf(tx, 'consultancy'));
}

async function headOf(tx: Transaction<DB>, lane: Lane): Promise<number | undefined> {
	const head = await tx
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.where('lane', '=', lane)
		.orderBy('ticket')
		.limit(1)
		.executeTakeFirst();
	return head?.ticket;
}

/** Asked behind the counter: whoever disables an agent puts back, behind the counter too, what the agent has in hand (P4). */
async function isEnabled(tx: Transaction<DB>, agent: number): Promise<boolean> {
	const account = await tx
		.selectFrom('account')
		.select('id')
		.where('id', '=', agent)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	return account !== undefined;
}
