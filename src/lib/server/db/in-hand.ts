import type { Kysely } from 'kysely';
import type { DB } from './types.ts';

/** What an agent has in hand, in order of arrival. */
export async function ticketsInHand(db: Kysely<DB>, agent: number): Promise<number[]> {
	const rows = await db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('agent', '=', agent)
		.where('state', '=', 'in-hand')
		.orderBy('ticket')
		.execute();
	return rows.map(({ ticket }) => ticket);
}
