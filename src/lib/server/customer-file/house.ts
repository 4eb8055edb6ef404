import { type Kysely, sql } from 'kysely';
import type { FileRow } from '#lib/domain/customer-file/decide.ts';
import { type House, keyOf } from '#lib/domain/customer-file/fate.ts';
import { type Said, saidBy, usernamesFor } from '#lib/domain/customer-file/row.ts';
import type { DB } from '../db/types.ts';

/** A house of which only the products are known yet. */
export async function emptyHouse(db: Kysely<DB>): Promise<House> {
	const rows = await db.selectFrom('product').select(['id', 'name']).execute();
	const products = new Map(rows.map((product) => [keyOf(product.name), product]));
	return { products, customers: new Map(), people: new Map(), usernames: new Set() };
}

/**
 * Adds to the house whatever these rows may be about, as the tables have it; what is known of it already stands. The people are locked
 * until COMMIT where the rows are to be carried out.
 */
export async function addKnown(db: Kysely<DB>, house: House, rows: readonly FileRow[], lock = false): Promise<void> {
	const said = rows.flatMap(({ cells }) => {
		const read = saidBy(cells);
		return 'said' in read ? [read.said] : [];
	});
	const people = await peopleOf(db, said, lock);
	const customers = await customersOf(
		db,
		said.map(({ customer }) => customer),
		people.flatMap(({ customer }) => customer ?? []),
	);
	const keys = new Map(customers.map(({ id, name }) => [id, keyOf(name)]));
	for (const { name, sees, products } of customers) {
		if (house.customers.has(keyOf(name))) continue;
		house.customers.set(keyOf(name), { name, colleaguesSeeTickets: sees, products: new Set(products) });
	}
	for (const { email, customer, ...person } of people) {
		if (house.people.has(keyOf(email))) continue;
		const theirs = customer === null ? null : (keys.get(customer) ?? null);
		house.people.set(keyOf(email), { ...person, customer: theirs });
	}
	for (const username of await usernamesTaken(db, said)) house.usernames.add(keyOf(username));
}

function peopleOf(db: Kysely<DB>, said: readonly Said[], lock: boolean) {
	const emails = said.flatMap(({ person }) => person?.email ?? []);
	return db
		.selectFrom('account')
		.select(['email', 'name', 'username', 'language', 'customer'])
		.where(sql<boolean>`lower(email) in ${lowered(emails)}`)
		.orderBy('id')
		.$if(lock, (query) => query.forNoKeyUpdate())
		.execute();
}

/** The customers that are named, and those whom the people belong to. */
function customersOf(db: Kysely<DB>, names: readonly string[], ids: readonly number[]) {
	return db
		.selectFrom('customer')
		.select(['id', 'name', 'colleagues_see_tickets as sees'])
		.select(sql<number[]>`array(select product from licence where licence.customer = customer.id)`.as('products'))
		.where((eb) =>
			eb(
				'id',
				'in',
				sql<number>`(select id from customer where lower(name) in ${lowered(names)} union select unnest(${[...ids]}::integer[]))`,
			),
		)
		.execute();
}

async function usernamesTaken(db: Kysely<DB>, said: readonly Said[]): Promise<string[]> {
	const asked = said.flatMap(({ person }) => (person ? (person.username ?? usernamesFor(person.email)) : []));
	const rows = await db
		.selectFrom('account')
		.select('username')
		.where(sql<boolean>`lower(username) in ${lowered(asked)}`)
		.execute();
	return rows.map(({ username }) => username);
}

/** As the unique indexes tell names apart; to be asked with `in`, which is a join where `any` would compare each with each. */
const lowered = (texts: readonly string[]) =>
	sql`(select lower(text) from unnest(${[...new Set(texts)]}::text[]) as text)`;
