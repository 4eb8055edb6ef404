import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { CustomerMark } from '#lib/domain/customers.ts';
import { lapsed } from '../db/standing.ts';
import type { DB } from '../db/types.ts';

/** Which customers: those with these words in their name or of one of their people, licensed for a product, of which something is to be said. */
export type CustomerFilter = { q?: string | undefined; product?: number | undefined; only?: CustomerMark | undefined };

type Of = ExpressionBuilder<DB, 'customer'>;

/** A search needs no more words than these. */
const mostWords = 6;

export function wordsOf({ q = '' }: CustomerFilter): string[] {
	return q.split(/\s+/).filter(Boolean).slice(0, mostWords);
}

/** Accents and capitals forgiven; no sign in a word stands for others, nor does its wide form, which folding makes the same. */
export function hasAll(table: 'account' | 'customer', words: readonly string[]): Expression<SqlBool> {
	const has = words.map((word) => {
		const literal = word.normalize('NFKC').replaceAll(/[\\%_]/g, '\\$&');
		return sql`${sql.ref(`${table}.folded`)} like '%' || folded(${literal}) || '%'`;
	});
	return sql`(${sql.join(has, sql` and `)})`;
}

/** All that is given must hold. */
export function conditions(eb: Of, filter: CustomerFilter, now: Temporal.Instant): Expression<SqlBool>[] {
	const { product, only } = filter;
	const words = wordsOf(filter);
	const asked: Expression<SqlBool>[] = [];
	if (words.length > 0) asked.push(eb.or([eb('customer.id', 'in', ofPeople(eb, words)), hasAll('customer', words)]));
	if (product !== undefined) asked.push(isAmong(licensedFor(eb, product)));
	if (only) asked.push(marked(eb, only, now, { others: asked.length > 0 }));
	return asked;
}

/** As a set in which each customer is looked up, in the order of names; what PostgreSQL would make a join of, it would have to sort. */
function isAmong(customers: Expression<unknown>): Expression<SqlBool> {
	return sql`(customer.id in ${customers}) is true`;
}

/** Each customer once: the index has them one after the other, and a set is the slower the more is put into it. */
function ofPeople(eb: Of, words: readonly string[]) {
	return eb
		.selectFrom('account')
		.distinctOn('account.customer')
		.select(({ ref }) => ref('account.customer').$notNull().as('customer'))
		.where('account.customer', 'is not', null)
		.where(hasAll('account', words))
		.orderBy('account.customer');
}

function licensedFor(eb: Of, product: number) {
	return eb.selectFrom('licence').select('licence.customer').where('licence.product', '=', product);
}

/** `others`: something else is asked as well, which leaves few customers to look at one by one. */
function marked(
	eb: Of,
	mark: CustomerMark,
	now: Temporal.Instant,
	{ others }: { others: boolean },
): Expression<SqlBool> {
	const enabled = eb.selectFrom('account').where('account.disabled_at', 'is', null);
	const licences = eb.selectFrom('licence').select('licence.product');
	switch (mark) {
		case 'open':
			return others ? hasOpenTicket(eb, now) : isAmong(withOpenTickets(eb, now));
		case 'to-activate':
			return isAmong(enabled.select('account.customer').where('account.activated_at', 'is', null));
		case 'shut':
			return eb.not(eb.exists(enabled.select('account.id').whereRef('account.customer', '=', 'customer.id')));
		case 'unlicensed':
			return eb.not(eb.exists(licences.whereRef('licence.customer', '=', 'customer.id')));
		default:
			return mark satisfies never;
	}
}

function withOpenTickets(eb: Of, now: Temporal.Instant) {
	return openTickets(eb, now).distinctOn('queue_entry.customer').orderBy('queue_entry.customer');
}

function hasOpenTicket(eb: Of, now: Temporal.Instant): Expression<SqlBool> {
	const one = openTickets(eb, now).whereRef('queue_entry.customer', '=', 'customer.id').limit(1);
	return sql`${one} is not null`;
}

/** Whose tickets are open; one that has lapsed is open no more, written down or not. */
function openTickets(eb: Of, now: Temporal.Instant) {
	return eb
		.selectFrom('queue_entry')
		.select('queue_entry.customer')
		.where('queue_entry.ticket', '<>', sql<number>`all(array(${lapsed(now)}))`);
}
