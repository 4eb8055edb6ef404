import { type Kysely, sql } from 'kysely';

/** What a closure entered just now has moved is asked by who entered it, and when. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index event_lapse_moved on event (actor, at) where type = 'lapse-moved'`.execute(db);
}
