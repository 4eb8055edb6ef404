import { type Kysely, sql } from 'kysely';
import type { ServingAgent } from './agents.ts';
import type { DB } from './types.ts';

/**
 * The ticket an agent is given next at `at`, and since when it is queued: the head of the technical lane, or of consultancy while no
 * technical ticket is queued (P6), among those in a product the agent covers and not reserved for another (P4). The twin of
 * `nextInLine` in domain/serving.ts.
 */
export async function headFor(
	db: Kysely<DB>,
	{ id, covers }: Pick<ServingAgent, 'id' | 'covers'>,
	at: Temporal.Instant,
): Promise<{ ticket: number; since: Temporal.Instant } | undefined> {
	return db
		.selectFrom('queue_entry')
		.select(['ticket', 'since'])
		.where('state', '=', 'queued')
		.where('lane', '=', laneServed)
		.$if(covers !== undefined, (query) => query.where('product', 'in', [...(covers ?? [])]))
		.where((eb) => eb.or([eb('reserved_for', 'is', null), eb('reserved_for', '=', id), eb('reserved_until', '<=', at)]))
		.orderBy('ticket')
		.limit(1)
		.executeTakeFirst();
}

const laneServed = sql<'technical' | 'consultancy'>`(
	select case when exists (select from queue_entry where state = 'queued' and lane = 'technical')
		then 'technical' else 'consultancy' end
)`;
