import { type Kysely, sql } from 'kysely';
import type { AuditArea, AuditFields, AuditVerb } from '#lib/domain/audit-verbs.ts';
import type { DB } from '../db/types.ts';
import { hasAll } from './customer-filter.ts';

/** An entry as it was written; `at` is an ISO 8601 instant. */
export type AuditRow = {
	id: number;
	at: string;
	verb: AuditVerb;
	actor: number | null;
	actorName: string | null;
	subjectKind: string | null;
	subject: number | null;
	subjectName: string | null;
	customer: number | null;
	address: string | null;
	browser: string | null;
	details: AuditFields & { from?: AuditFields; to?: AuditFields };
};

/** Which entries: by or about an account, about a customer or their people, from an address, from a moment until another. */
export type AuditFilter = {
	account?: number | undefined;
	customer?: number | undefined;
	area?: AuditArea | undefined;
	address?: string | undefined;
	from?: Temporal.Instant | undefined;
	until?: Temporal.Instant | undefined;
};

/** Entries, the newest first, below the one with the key `before`. Each way of asking has an index in which they stand in order. */
export async function auditRows(
	db: Kysely<DB>,
	filter: AuditFilter,
	{ before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
	const { account, ...others } = filter;
	const newest = () => rowsOf(db, others, before).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
	const query = account === undefined ? newest() : ofAccount(db, account, newest).limit(limit);
	return (await query.execute()).map(({ at, ...row }) => ({ ...row, at: at.toString() }));
}

/** Two indexes instead of one condition with an OR, which has none; what is both by and about them comes twice, and is told once. */
function ofAccount(db: Kysely<DB>, account: number, newest: () => ReturnType<typeof rowsOf>) {
	const by = newest().where('actor', '=', account);
	const about = newest().where('subject_kind', '=', 'account').where('subject', '=', account);
	const either = db
		.selectFrom(by.as('by_them'))
		.selectAll()
		.unionAll(db.selectFrom(about.as('about_them')).selectAll());
	return db
		.selectFrom(either.as('entries'))
		.selectAll()
		.distinctOn(['at', 'id'])
		.orderBy('at', 'desc')
		.orderBy('id', 'desc');
}

function rowsOf(db: Kysely<DB>, { customer, area, address, from, until }: AuditFilter, before: number | undefined) {
	let query = db
		.selectFrom('audit_log')
		.select(['id', 'at', 'verb', 'actor', 'actor_name as actorName', 'subject_kind as subjectKind', 'subject'])
		.select(['subject_name as subjectName', 'customer', 'address', 'browser'])
		.select(({ ref }) => ref('details').$castTo<AuditRow['details']>().as('details'));
	if (customer !== undefined) query = query.where('customer', '=', customer);
	if (area) query = query.where('area', '=', area);
	if (address !== undefined) query = query.where('address', '=', address);
	if (from) query = query.where('at', '>=', from);
	if (until) query = query.where('at', '<', until);
	if (before === undefined) return query;
	const moment = db.selectFrom('audit_log').select('at').where('id', '=', before);
	return query.where(sql<boolean>`(at, id) < ((${moment}), ${before})`);
}

/** How many entries there are, `most` at most. */
export async function countAuditRows(db: Kysely<DB>, filter: AuditFilter, most: number): Promise<number> {
	const { account, ...others } = filter;
	const asked = rowsOf(db, others, undefined)
		.$if(account !== undefined, (query) =>
			query.where(({ eb, or, and }) =>
				or([
					eb('actor', '=', account ?? 0),
					and([eb('subject_kind', '=', 'account'), eb('subject', '=', account ?? 0)]),
				]),
			),
		)
		.limit(most);
	const { count } = await db
		.selectFrom(asked.as('asked'))
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

export type Named = { id: number; name: string; beside: string };

/** So many are offered to choose from. */
export const mostOffered = 8;

/** The people who have these letters in their name, username or e-mail; accents forgiven. */
export async function peopleCalled(db: Kysely<DB>, typed: string): Promise<Named[]> {
	return db
		.selectFrom('account')
		.select(['id', 'name', 'email as beside'])
		.where(hasAll('account', wordsIn(typed)))
		.orderBy('name')
		.orderBy('id')
		.limit(mostOffered)
		.execute();
}

export async function customersCalled(db: Kysely<DB>, typed: string): Promise<Named[]> {
	return db
		.selectFrom('customer')
		.select(['id', 'name', sql<string>`''`.as('beside')])
		.where(hasAll('customer', wordsIn(typed)))
		.orderBy('name')
		.orderBy('id')
		.limit(mostOffered)
		.execute();
}

function wordsIn(typed: string): string[] {
	return typed.split(/\s+/).filter(Boolean).slice(0, 6);
}

/** What those are called now whose entries are asked for; nothing for one that is not there. */
export async function namesOf(
	db: Kysely<DB>,
	{ account = 0, customer = 0 }: Pick<AuditFilter, 'account' | 'customer'>,
): Promise<{ account: string | null; customer: string | null }> {
	return db
		.selectNoFrom(({ selectFrom }) => [
			selectFrom('account').select('name').where('id', '=', account).as('account'),
			selectFrom('customer').select('name').where('id', '=', customer).as('customer'),
		])
		.executeTakeFirstOrThrow();
}
