import { type Kysely, sql } from 'kysely';

/** Tickets with a subject like that of one being served are looked for among everybody's: about a second for 100,000 of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index searchable_subject on searchable using gin (words) where place = 'subject'`.execute(db);
}
