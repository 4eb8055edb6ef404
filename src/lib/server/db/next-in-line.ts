import { type Expression, type Kysely, sql } from 'kysely';
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
	return headOfQueue(db, id, sql.val(covers ? [...covers] : null), at)
		.select('since')
		.executeTakeFirst();
}

/** The same as a part of a query, which reads itself what the agent covers. */
export function headFrom(db: Kysely<DB>, agent: number, at: Temporal.Instant) {
	const covers = db.selectFrom('queue_agent').select('covers').where('agent', '=', agent).$asScalar();
	return headOfQueue(db, agent, covers, at);
}

function headOfQueue(db: Kysely<DB>, agent: number, covers: Expression<number[] | null>, at: Temporal.Instant) {
	return db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.where('lane', '=', laneServed)
		.where(isCoveredBy(covers))
		.where(isOpenTo(agent, at))
		.orderBy('ticket')
		.limit(1);
}

const laneServed = sql<'technical' | 'consultancy'>`(
	select case when exists (select from queue_entry where state = 'queued' and lane = 'technical')
		then 'technical' else 'consultancy' end
)`;

/** Whether an entry's product is among `covers`; all are where it is null (P4). */
export function isCoveredBy(
	covers: Expression<number[] | null>,
	product: Expression<number | null> = sql.ref('queue_entry.product'),
) {
	return sql<boolean>`coalesce(${product} = any((${covers})::integer[]), true)`;
}

/** Whether an entry is reserved for nobody but this agent at `at` (P4). */
export function isOpenTo(agent: number, at: Temporal.Instant) {
	return sql<boolean>`(queue_entry.reserved_for is null or queue_entry.reserved_for = ${agent} or queue_entry.reserved_until <= ${at})`;
}
