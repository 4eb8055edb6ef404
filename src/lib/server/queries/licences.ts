import { type Kysely, sql } from 'kysely';
import type { UserViewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';

/** What a user last told about where a product runs, and in which ticket. */
export type Remembered = { ticket: number; version: string; operatingSystem: string; tools: string };

/** A product a user's customer holds a licence for. */
export type LicensedProduct = { id: number; name: string; last: Remembered | null };

/** Looked for among a user's newest so many tickets, so that a long history costs no more than a short one. */
const recent = 200;

/** Those a user wrote about last stand first, the others by name. */
export function licensedProducts(db: Kysely<DB>, { id, customer }: UserViewer): Promise<LicensedProduct[]> {
	return licensedTo(db, { id, customer });
}

const licensedTo = statement((db, viewer: Pick<UserViewer, 'id' | 'customer'>) =>
	db
		.with('recent', (cte) =>
			cte.selectFrom('ticket').selectAll().where('opened_by', '=', viewer.id).orderBy('number', 'desc').limit(recent),
		)
		.with('latest', (cte) =>
			cte.selectFrom('recent').selectAll().distinctOn('product').orderBy('product').orderBy('number', 'desc'),
		)
		.selectFrom('licence')
		.innerJoin('product', 'product.id', 'licence.product')
		.leftJoin('latest', 'latest.product', 'product.id')
		.select(['product.id', 'product.name', rememberedOf.as('last')])
		.where('licence.customer', '=', viewer.customer)
		.orderBy('latest.number', (order) => order.desc().nullsLast())
		.orderBy('product.name'),
);

const rememberedOf = sql<Remembered | null>`case when latest.number is not null then json_build_object(
	'ticket', latest.number, 'version', latest.version, 'operatingSystem', latest.operating_system, 'tools', latest.tools
) end`;

/** The products of a user's customer, by name: what it may ask about now. */
export async function customerProducts(db: Kysely<DB>, viewer: UserViewer): Promise<{ id: number; name: string }[]> {
	return db
		.selectFrom('licence')
		.innerJoin('product', 'product.id', 'licence.product')
		.select(['product.id', 'product.name'])
		.where('licence.customer', '=', viewer.customer)
		.orderBy('product.name')
		.execute();
}
