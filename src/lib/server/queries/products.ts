import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/types.ts';

export type ProductLine = { id: number; name: string; customers: number };

/** Every product by name, and how many customers are licensed for it. */
export async function products(db: Kysely<DB>): Promise<ProductLine[]> {
	return db
		.selectFrom('product')
		.leftJoin('licence', 'licence.product', 'product.id')
		.select(['product.id', 'product.name'])
		.select(({ fn }) => fn.count<number>('licence.customer').as('customers'))
		.groupBy('product.id')
		.orderBy(sql`lower(product.name)`)
		.execute();
}
