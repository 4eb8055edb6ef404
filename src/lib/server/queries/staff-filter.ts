import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { AskedState } from '#lib/domain/search.ts';
import { stateIs } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Understood } from './search-terms.ts';

/** Which tickets staff ask for; all that is given must hold. */
export type StaffFilter = {
	state?: AskedState | undefined;
	lane?: Lane | undefined;
	product?: number | undefined;
	/** One of them; none at all leaves nothing. */
	customers?: readonly number[] | undefined;
	/** Who has it, ended it, or wrote an answer to it. */
	agent?: number | undefined;
	/** Arrival numbers between which it lies, both included. */
	first?: number | undefined;
	last?: number | undefined;
	hasFiles?: boolean | undefined;
};

/**
 * The numbers of the newest tickets that have all terms, wherever in the ticket each stands, and are what is asked for; `most` of them,
 * the last first. PostgreSQL chooses for each term between its index and looking at one ticket after the other, by how often it stands
 * anywhere: so this is planned each time. Where one of them may be an arrival number, the ticket that bears it comes before all,
 * however old.
 */
export async function newest(
	db: Kysely<DB>,
	terms: Understood[],
	filter: StaffFilter,
	{ now, most }: { now: Temporal.Instant; most: number },
): Promise<number[]> {
	const having = (conditions: Expression<SqlBool>[]) =>
		db
			.selectFrom('ticket')
			.select('ticket.number')
			.where((eb) => eb.and([...conditions, ...asked(filter, now)]))
			.orderBy('ticket.number', 'desc')
			.limit(most);
	const worded = having(terms.map(has));
	const nth = terms.findIndex(({ number }) => number !== undefined);
	const number = terms[nth]?.number;
	if (number === undefined) return (await worded.execute()).map((row) => row.number);
	const borne = having([sql`ticket.number = ${number}`, ...terms.toSpliced(nth, 1).map(has)]);
	const { rows } = await sql<{ number: number }>`
		select number from ((${worded}) union (${borne})) found order by number = ${number} desc, number desc
	`.execute(db);
	return rows.map((row) => row.number);
}

function has(term: Understood): Expression<SqlBool> {
	return sql`exists (
		select from staff_searchable text where text.ticket = ticket.number and text.words @@ ${term.query}::tsquery
	)`;
}

function asked(filter: StaffFilter, now: Temporal.Instant): Expression<SqlBool>[] {
	const { state, lane, product, customers, agent, first, last, hasFiles } = filter;
	const conditions: (Expression<SqlBool> | undefined)[] = [
		state && stateIs(state, now),
		lane && sql`ticket.lane = ${lane}`,
		given(product, (key) => sql`ticket.product = ${key}`),
		customers && sql`ticket.customer = any(${customers}::integer[])`,
		given(agent, ofAgent),
		given(first, (number) => sql`ticket.number >= ${number}`),
		given(last, (number) => sql`ticket.number <= ${number}`),
		hasFiles ? withFiles : undefined,
	];
	return conditions.filter((condition) => condition !== undefined);
}

function given(
	key: number | undefined,
	condition: (key: number) => Expression<SqlBool>,
): Expression<SqlBool> | undefined {
	return key === undefined ? undefined : condition(key);
}

const withFiles = sql<SqlBool>`exists (
	select from staff_searchable file where file.ticket = ticket.number and file.place = 'file'
)`;

function ofAgent(agent: number): Expression<SqlBool> {
	return sql`ticket.number in (
		select ticket from queue_entry where agent = ${agent}
		union all select ticket from resolution where by = ${agent}
		union all select ticket from message where author = ${agent} and side = 'support'
	)`;
}
