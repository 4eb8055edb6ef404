import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/types.ts';

type Named = { id: number; name: string };

/** What a search of staff can be narrowed to, and what its days and its customer's name come to. */
export type SearchChoices = {
	products: Named[];
	staff: Named[];
	/** Those with the letters in their name, accents and capitals forgiven; where one is called just so, that one. Not more than `mostCustomers`. */
	customers: Named[];
	/** The first ticket opened since, and the last one opened before; nothing where there is none. */
	first: number | null;
	last: number | null;
};

const mostCustomers = 200;

/** `from` is included, `until` is not. Numbers rise with the moments at which tickets are opened (P6). */
export async function searchChoices(
	db: Kysely<DB>,
	narrowed: {
		customer?: string | undefined;
		from?: Temporal.Instant | undefined;
		until?: Temporal.Instant | undefined;
	},
): Promise<SearchChoices> {
	const { customer = null, from = null, until = null } = narrowed;
	const { rows } = await sql<SearchChoices>`
		with named as materialized (
			select id, name, folded, folded = folded(${customer}) as exactly from customer
			where strpos(folded, folded(${customer})) > 0
			order by exactly desc, folded, id limit ${mostCustomers}
		)
		select
			coalesce((select json_agg(json_build_object('id', id, 'name', name) order by lower(name)) from product), '[]') as products,
			coalesce((
				select json_agg(json_build_object('id', id, 'name', name) order by lower(name), id) from account where role <> 'user'
			), '[]') as staff,
			coalesce((
				select json_agg(json_build_object('id', id, 'name', name) order by folded, id) from named
				where exactly or not exists (select from named where exactly)
			), '[]') as customers,
			(select number from ticket where opened_at >= ${from}::timestamptz order by opened_at, number limit 1) as first,
			(select number from ticket where opened_at < ${until}::timestamptz order by opened_at desc, number desc limit 1) as last
	`.execute(db);
	const [row] = rows;
	if (!row) throw new Error('The database did not answer what a search can be narrowed to.');
	return row;
}
