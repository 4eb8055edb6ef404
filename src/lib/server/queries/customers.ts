import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/types.ts';

export type CustomerLine = { id: number; name: string; users: number; products: string[] };
export type CustomerDetails = { id: number; name: string; colleaguesSeeTickets: boolean; products: number[] };

/** Every customer by name, with what they are licensed for and how many people can sign in or will. */
export async function customers(db: Kysely<DB>): Promise<CustomerLine[]> {
	return db
		.selectFrom('customer')
		.select(['customer.id', 'customer.name'])
		.select((eb) => [
			eb
				.selectFrom('account')
				.select(({ fn }) => fn.countAll<number>().as('users'))
				.whereRef('account.customer', '=', 'customer.id')
				.where('account.disabled_at', 'is', null)
				.$asScalar()
				.$notNull()
				.as('users'),
			eb
				.selectFrom('licence')
				.innerJoin('product', 'product.id', 'licence.product')
				.select(sql<string[]>`coalesce(array_agg(product.name order by lower(product.name)), '{}')`.as('products'))
				.whereRef('licence.customer', '=', 'customer.id')
				.$asScalar()
				.$notNull()
				.as('products'),
		])
		.orderBy(sql`lower(customer.name)`)
		.execute();
}

export async function customerDetails(db: Kysely<DB>, id: number): Promise<CustomerDetails | undefined> {
	const customer = await db
		.selectFrom('customer')
		.select(['id', 'name', 'colleagues_see_tickets as colleaguesSeeTickets'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!customer) return undefined;
	const licences = await db.selectFrom('licence').select('product').where('customer', '=', id).execute();
	return { ...customer, products: licences.map(({ product }) => product) };
}
