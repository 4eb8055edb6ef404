import type { Kysely } from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { Place } from '#lib/domain/serving.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';

/** The place of a queued ticket, counted from the queue's own entries: the twin of `placeOf` in domain/serving.ts. */
export async function placeInQueue(db: Kysely<DB>, ticket: number, lane: Lane): Promise<Place> {
	const [counted] = await countAhead(db, { ticket, lane });
	return { lane, ahead: counted?.ahead ?? 0, technicalAhead: counted?.technicalAhead ?? 0 };
}

const countAhead = statement((db, { ticket, lane }: { ticket: number; lane: Lane }) =>
	db.selectNoFrom((eb) => [
		eb
			.selectFrom('queue_entry')
			.select((count) => count.fn.countAll<number>().as('ahead'))
			.where('state', '=', 'queued')
			.where('lane', '=', lane)
			.where('ticket', '<', ticket)
			.as('ahead'),
		eb
			.selectFrom('queue_entry')
			.select((count) => count.fn.countAll<number>().as('technical'))
			.where('state', '=', 'queued')
			.where('lane', '=', 'technical')
			.where(eb.val(lane), '=', 'consultancy')
			.as('technicalAhead'),
	]),
);
