import { type Kysely, sql } from 'kysely';

/**
 * Who opened a ticket says which customer it is of. PostgreSQL, which takes columns for independent, expected two tickets
 * where hundreds were, and read all of them for the newest twenty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create statistics ticket_opened_by_customer (dependencies) on opened_by, customer from ticket`.execute(db);
}
