import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { turnIs } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type CustomerFilter, conditions, hasAll, wordsOf } from './customer-filter.ts';

export type CustomerLine = {
	id: number;
	name: string;
	/** People whose access is open, used or not yet; and closed. */
	people: number;
	disabled: number;
	/** What they are licensed for. */
	products: string[];
	/** How many tickets wait for support, and for the customer. */
	support: number;
	awaited: number;
	/** The people by whom a search found the customer. */
	found: { id: number; name: string; username: string; email: string; disabled: boolean }[];
};

export type CustomerList = { customers: CustomerLine[]; total: number; page: number; pages: number };

const pageSize = 40;
const mostFound = 3;

/** Customers by name, accents and capitals forgiven. Pages from 1; one that is not there shows the last. */
export async function customerList(desk: Desk, filter: CustomerFilter, page: number): Promise<CustomerList> {
	const now = await desk.clock.now(desk.db);
	const { total, listed } = await matching(desk.db, filter, page, now);
	const customers =
		listed.length > 0
			? await lines(desk.db, wordsOf(filter), now).where('customer.id', '=', sql<number>`any(${listed})`).execute()
			: [];
	const pages = Math.max(1, Math.ceil(total / pageSize));
	return { customers, total, page: Math.min(page, pages), pages };
}

type Of = ExpressionBuilder<DB, 'customer'>;

function lines(db: Kysely<DB>, words: readonly string[], now: Temporal.Instant) {
	return db
		.selectFrom('customer')
		.innerJoinLateral(
			(eb) =>
				eb
					.selectFrom('account')
					.select(({ fn }) => [
						fn.countAll<number>().filterWhere('disabled_at', 'is', null).as('people'),
						fn.countAll<number>().filterWhere('disabled_at', 'is not', null).as('disabled'),
					])
					.whereRef('account.customer', '=', 'customer.id')
					.as('person'),
			(join) => join.onTrue(),
		)
		.innerJoinLateral(
			(eb) => openTurns(eb, now).as('open'),
			(join) => join.onTrue(),
		)
		.select(['customer.id', 'customer.name', 'person.people', 'person.disabled', 'open.support', 'open.awaited'])
		.select([licensed.as('products'), found(words).as('found')])
		.orderBy('customer.folded')
		.orderBy('customer.id');
}

/** How many of a customer's tickets wait for support and for the customer, as of `now`. */
function openTurns(eb: Of, now: Temporal.Instant) {
	return eb
		.selectFrom('queue_entry as entry')
		.leftJoin('hold', (join) => join.onRef('hold.ticket', '=', 'entry.ticket').on('hold.ended_at', 'is', null))
		.select(({ fn }) => [
			fn.countAll<number>().filterWhere(turnIs('support', now)).as('support'),
			fn.countAll<number>().filterWhere(turnIs('customer', now)).as('awaited'),
		])
		.whereRef('entry.customer', '=', 'customer.id');
}

const licensed = sql<string[]>`array(
	select product.name from licence join product on product.id = licence.product
	where licence.customer = customer.id order by lower(product.name)
)`;

/** None where nobody is searched for, or the customer's own name has all of the words. */
function found(words: readonly string[]) {
	if (words.length === 0) return sql<CustomerLine['found']>`'[]'::json`;
	return sql<CustomerLine['found']>`coalesce((
		select json_agg(json_build_object('id', id, 'name', name, 'username', username, 'email', email, 'disabled', disabled))
		from (
			select id, name, username, email, disabled_at is not null as disabled from account
			where account.customer = customer.id and ${hasAll('account', words)} and not ${hasAll('customer', words)}
			order by disabled_at is not null, lower(name), id limit ${mostFound}
		) known
	), '[]')`;
}

/** How many match, and the keys of those on the page, by name. They are looked for once: the page is cut from all of them. */
async function matching(db: Kysely<DB>, filter: CustomerFilter, page: number, now: Temporal.Instant) {
	const found = db
		.selectFrom('customer')
		.select('customer.id')
		.where((eb) => eb.and(conditions(eb, filter, now)))
		.orderBy('customer.folded')
		.orderBy('customer.id');
	const { rows } = await sql<{ total: number; listed: number[] }>`
		with found as materialized (select array(${found}) as ids),
		cut as (select ids, least(${page}, (cardinality(ids) - 1) / ${sql.lit(pageSize)} + 1) as page from found)
		select cardinality(ids) as total, ids[(page - 1) * ${sql.lit(pageSize)} + 1:page * ${sql.lit(pageSize)}] as listed from cut
	`.execute(db);
	return rows[0] ?? { total: 0, listed: [] };
}
