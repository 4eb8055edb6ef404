import type { ExpressionBuilder, Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

/** Somebody at the desk: which products they cover (all when unset), how many tickets they have in hand. */
export type OnDuty = { id: number; name: string; covers: readonly number[] | undefined; inHand: number };

/** Who is on duty, by name (P4). */
export async function staffOnDuty(db: Kysely<DB>): Promise<OnDuty[]> {
	const rows = await db
		.selectFrom('queue_agent')
		.innerJoin('account', 'account.id', 'queue_agent.agent')
		.select((eb) => ['account.id', 'account.name', 'queue_agent.covers', inHandOf(eb).as('inHand')])
		.where('queue_agent.on_duty', '=', true)
		.orderBy('account.name')
		.orderBy('account.id')
		.execute();
	return rows.map(({ covers, ...agent }) => ({ ...agent, covers: covers ?? undefined }));
}

function inHandOf(eb: ExpressionBuilder<DB, 'account'>) {
	return eb
		.selectFrom('queue_entry')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.whereRef('queue_entry.agent', '=', 'account.id')
		.where('queue_entry.state', '=', 'in-hand')
		.$asScalar()
		.$notNull();
}
