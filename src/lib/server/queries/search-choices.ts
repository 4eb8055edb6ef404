import { type Kysely, sql } from 'kysely';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';

type Named = { id: number; name: string };

/** What a search of staff can be narrowed to, and what its days and its customer's name come to. */
export type SearchChoices = {
	products: Named[];
	staff: Named[];
	/** The keys of all with the letters in their name, accents and capitals forgiven; where one is called just so, of that one. */
	customers: number[];
	/** The name of the only one. */
	customer: string | null;
	/** The first ticket opened since, and the last one opened before; nothing where there is none. */
	first: number | null;
	last: number | null;
};

type Narrowed = {
	customer?: string | undefined;
	from?: Temporal.Instant | undefined;
	until?: Temporal.Instant | undefined;
};

/** `from` is included, `until` is not. Numbers rise with the moments at which tickets are opened (P6). */
export async function searchChoices(db: Kysely<DB>, { customer, from, until }: Narrowed): Promise<SearchChoices> {
	const [row] = await choices(db, { customer: customer ?? null, from: from ?? null, until: until ?? null });
	if (!row) throw new Error('The database did not answer what a search can be narrowed to.');
	return row;
}

type Values = { customer: string | null; from: Temporal.Instant | null; until: Temporal.Instant | null };

const choices = statement<Values, SearchChoices>((db, { customer, from, until }) => {
	const query = sql<SearchChoices>`
		with named as materialized (
			select id, name, folded = folded(${customer}) as exactly from customer
			where strpos(folded, folded(${customer})) > 0
		), meant as materialized (
			select id, name from named where exactly or not exists (select from named where exactly)
		)
		select
			coalesce((select json_agg(json_build_object('id', id, 'name', name) order by lower(name)) from product), '[]') as products,
			coalesce((
				select json_agg(json_build_object('id', id, 'name', name) order by lower(name), id) from account where role <> 'user'
			), '[]') as staff,
			array(select id from meant) as customers,
			(select min(name) from meant having count(*) = 1) as customer,
			(select number from ticket where opened_at >= ${from}::timestamptz order by opened_at, number limit 1) as first,
			(select number from ticket where opened_at < ${until}::timestamptz order by opened_at desc, number desc limit 1) as last
	`;
	return { compile: () => query.compile(db) };
});
