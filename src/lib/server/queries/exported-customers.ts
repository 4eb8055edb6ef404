import { type Kysely, sql } from 'kysely';
import type { Language } from '#lib/domain/roles.ts';
import type { DB } from '../db/types.ts';

/** A person with their customer; a customer without people has one row of its own. */
export type ExportedRow = {
	customerId: number;
	customer: string;
	colleaguesSeeTickets: boolean;
	products: string[];
	accountId: number | null;
	name: string | null;
	username: string | null;
	email: string | null;
	language: Language | null;
};

/** How many rows there are. */
export async function countExported(db: Kysely<DB>): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::integer as count
		from customer left join account on account.customer = customer.id
	`.execute(db);
	return rows[0]?.count ?? 0;
}

/** The next rows behind one, by customer and person. */
export async function exportedRows(
	db: Kysely<DB>,
	{ after, limit }: { after: ExportedRow | undefined; limit: number },
): Promise<ExportedRow[]> {
	const { rows } = await sql<ExportedRow>`
		select customer.id as "customerId", customer.name as customer, colleagues_see_tickets as "colleaguesSeeTickets",
			array(
				select product.name from licence join product on product.id = licence.product
				where licence.customer = customer.id order by product.id
			) as products,
			account.id as "accountId", account.name, username, email, language
		from customer left join account on account.customer = customer.id
		where customer.id >= ${after?.customerId ?? 0}
			and (customer.id, coalesce(account.id, 0)) > (${after?.customerId ?? 0}, ${after?.accountId ?? 0})
		order by customer.id, account.id
		limit ${limit}
	`.execute(db);
	return rows;
}
