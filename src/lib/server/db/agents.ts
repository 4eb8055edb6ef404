import { type Kysely, sql } from 'kysely';
import type { Agent } from '#lib/domain/queue.ts';
import type { DB } from './types.ts';

/** An agent as serving sees them: duty and coverage (`agentAfter` in domain/queue.ts), what is in hand, in order of arrival. */
export type ServingAgent = Agent & { id: number; disabled: boolean; inHand: number[] };

/** What is decided by it is asked behind the counter, since all of it is written there; nothing for an account that is not of the staff. */
export async function servingAgent(db: Kysely<DB>, id: number): Promise<ServingAgent | undefined> {
	const row = await db
		.selectFrom('account')
		.leftJoin('queue_agent', 'queue_agent.agent', 'account.id')
		.select(['account.disabled_at', 'queue_agent.on_duty', 'queue_agent.covers'])
		.select(inHandOf(id).as('inHand'))
		.where('account.id', '=', id)
		.where('account.role', '<>', 'user')
		.executeTakeFirst();
	if (!row) return undefined;
	const { disabled_at, on_duty, covers, inHand } = row;
	return { id, disabled: disabled_at !== null, onDuty: on_duty ?? undefined, covers: covers ?? undefined, inHand };
}

/** Of `queue_agent`: the names of what is covered. */
export const namesCovered = sql<string[]>`array(
	select name from product where product.id = any(queue_agent.covers) order by lower(name)
)`;

function inHandOf(agent: number) {
	return sql<
		number[]
	>`array(select ticket from queue_entry where agent = ${agent} and state = 'in-hand' order by ticket)`;
}
