import { type Kysely, sql } from 'kysely';

/**
 * The customers by name, accents and capitals forgiven, and what they are narrowed by, are read from indexes alone: one that is new, and
 * three that say more than before. The texts of an account are short enough for one. Made in a fraction of a second.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create index customer_folded on customer (folded, id);

		drop index account_customer;
		create index account_customer on account (customer) include (folded) where customer is not null;

		drop index licence_product;
		create index licence_product on licence (product, customer);

		drop index queue_entry_customer;
		create index queue_entry_customer on queue_entry (customer, ticket);
	`.execute(db);
}
