import { type Kysely, sql } from 'kysely';

/**
 * A customer's open tickets are found without reading the whole queue: an entry says whose ticket it is, and the database fills it in, so
 * that no act has to, one of the version before included. A ticket's customer never changes, and is checked where the ticket is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table queue_entry add column customer integer;

		create function name_customer_of_entry() returns trigger language plpgsql as $$
		begin
			new.customer := (select customer from ticket where number = new.ticket);
			return new;
		end $$;
		create trigger customer before insert on queue_entry for each row execute function name_customer_of_entry();

		update queue_entry set customer = ticket.customer from ticket where ticket.number = queue_entry.ticket;
		alter table queue_entry alter column customer set not null;
		create index queue_entry_customer on queue_entry (customer);
	`.execute(db);
}
