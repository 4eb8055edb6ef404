import { type Kysely, sql } from 'kysely';

/**
 * What the desk tells of the day is found without reading more than the day: the answers that were written in it, and what is kept for
 * an agent. Making the first index takes a moment for 300,000 messages, for which acts that write a text wait.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create index message_answered on message (created_at) include (author) where side = 'support';
		create index queue_entry_reserved_for on queue_entry (reserved_for) where reserved_for is not null;
	`.execute(db);
}
