import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { CustomerMark } from '#lib/domain/customers.ts';
import { turnIs } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** Which customers: those with these words in their name or of one of their people, licensed for a product, of which something is to be said. */
export type CustomerFilter = { q?: string | undefined; product?: number | undefined; only?: CustomerMark | undefined };

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
/** A search needs no more words than these. */
const mostWords = 6;
const mostFound = 3;

/** Customers by name. Pages from 1; one that is not there shows the last. */
export async function customerList(desk: Desk, filter: CustomerFilter, page: number): Promise<CustomerList> {
	const now = await desk.clock.now(desk.db);
	const ids = await matching(desk.db, filter, now);
	const pages = Math.max(1, Math.ceil(ids.length / pageSize));
	const shown = Math.min(page, pages);
	const listed = ids.slice((shown - 1) * pageSize, shown * pageSize);
	const customers =
		listed.length > 0
			? await lines(desk.db, wordsOf(filter), now).where('customer.id', '=', sql<number>`any(${listed})`).execute()
			: [];
	return { customers, total: ids.length, page: shown, pages };
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
		.orderBy(sql`lower(customer.name)`);
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

/** Accents and capitals forgiven; no sign in a word stands for others. */
function hasAll(table: 'account' | 'customer', words: readonly string[]): Expression<SqlBool> {
	const has = words.map((word) => {
		const literal = word.replaceAll(/[\\%_]/g, '\\$&');
		return sql`${sql.ref(`${table}.folded`)} like '%' || folded(${literal}) || '%'`;
	});
	return sql`(${sql.join(has, sql` and `)})`;
}

function wordsOf({ q = '' }: CustomerFilter): string[] {
	return q.split(/\s+/).filter(Boolean).slice(0, mostWords);
}

/** The keys of those that match, by name: a page is cut from them, so that they are looked for once. */
async function matching(db: Kysely<DB>, filter: CustomerFilter, now: Temporal.Instant): Promise<number[]> {
	const found = db
		.selectFrom('customer')
		.select('customer.id')
		.where((eb) => eb.and(conditions(eb, filter, now)))
		.orderBy(sql`lower(customer.name)`);
	const { rows } = await sql<{ ids: number[] }>`select array(${found}) as ids`.execute(db);
	return rows[0]?.ids ?? [];
}

function conditions(eb: Of, filter: CustomerFilter, now: Temporal.Instant): Expression<SqlBool>[] {
	const asked: Expression<SqlBool>[] = [];
	const words = wordsOf(filter);
	if (words.length > 0) {
		const people = eb.selectFrom('account').select('account.customer').where(hasAll('account', words));
		asked.push(eb.or([eb('customer.id', 'in', people.$asScalar().$notNull()), hasAll('customer', words)]));
	}
	if (filter.product !== undefined) {
		const licences = eb.selectFrom('licence').select('licence.customer').where('product', '=', filter.product);
		asked.push(eb('customer.id', 'in', licences));
	}
	if (filter.only) asked.push(marked(eb, filter.only, now));
	return asked;
}

function marked(eb: Of, mark: CustomerMark, now: Temporal.Instant): Expression<SqlBool> {
	const enabled = eb
		.selectFrom('account')
		.select('account.id')
		.whereRef('account.customer', '=', 'customer.id')
		.where('account.disabled_at', 'is', null);
	switch (mark) {
		case 'open':
			return eb(
				'customer.id',
				'in',
				eb
					.selectFrom('queue_entry as entry')
					.leftJoin('hold', (join) => join.onRef('hold.ticket', '=', 'entry.ticket').on('hold.ended_at', 'is', null))
					.select('entry.customer')
					.where((entry) => entry.or([turnIs('support', now), turnIs('customer', now)])),
			);
		case 'to-activate':
			return eb.exists(enabled.where('account.activated_at', 'is', null));
		case 'shut':
			return eb.not(eb.exists(enabled));
		case 'unlicensed':
			return eb.not(
				eb.exists(eb.selectFrom('licence').select('licence.product').whereRef('licence.customer', '=', 'customer.id')),
			);
		default:
			return mark satisfies never;
	}
}
