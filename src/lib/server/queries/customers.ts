import { type Kysely, type SqlBool, sql } from 'kysely';
import { eachOf } from '../db/each-of.ts';
import type { DB } from '../db/types.ts';

export type CustomerLine = { id: number; name: string; users: number; products: string[] };
export type CustomerDetails = { id: number; name: string; colleaguesSeeTickets: boolean; products: number[] };

/** A page of them, from 1; `pages` is 1 when there are none. */
export type CustomersPage = { customers: CustomerLine[]; page: number; pages: number };

/** Which customers: those with these letters in their name, no sign in them standing for others. */
export type CustomersFilter = { name?: string | undefined; page?: number | undefined };

/** So many to a page. */
const pageSize = 50;

/** Customers by name, with what they are licensed for and how many people can sign in or will. A page there is not shows the last one. */
export async function customers(db: Kysely<DB>, { name, page = 1 }: CustomersFilter): Promise<CustomersPage> {
	const has = name === undefined ? sql<SqlBool>`true` : sql<SqlBool>`strpos(lower(name), lower(${name})) > 0`;
	const found = db.selectFrom('customer').where(has);
	const { count } = await found.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
	const pages = Math.max(1, Math.ceil(count / pageSize));
	const shown = Math.min(page, pages);
	const listed = found
		.select('id')
		.orderBy(sql`lower(name)`)
		.limit(pageSize)
		.offset((shown - 1) * pageSize);
	return { customers: await lines(db).where('customer.id', '=', eachOf(listed)).execute(), page: shown, pages };
}

function lines(db: Kysely<DB>) {
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
		.orderBy(sql`lower(customer.name)`);
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
