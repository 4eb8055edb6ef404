import { type Kysely, sql } from 'kysely';

/**
 * A misspelt word is compared with the customer's vocabulary: the index now has all of it, so that it is read in one piece and not
 * from pages all over the table. Making it takes some seconds for 300,000 messages, for which acts that write a text wait; searches go
 * on by the old one, which goes last.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create index search_word_vocabulary on search_word (customer, word, opened_by) include (stem);
		drop index search_word_customer;
		alter index search_word_vocabulary rename to search_word_customer;
	`.execute(db);
}
