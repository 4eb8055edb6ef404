import { type Kysely, sql } from 'kysely';
import type { DB } from '../db/types.ts';

export type ProductLine = { id: number; name: string; customers: number };

/** Every product by name, and how many customers are licensed for it. */
export async function products(db: Kysely<DB>): Promise<ProductLine[]> {
	return db
		.selectFrom('product')
		.select(['product.id', 'product.name'])
		.select((eb) =>
			eb
				.selectFrom('licence')
				.select(({ fn }) => fn.countAll<number>().as('customers'))
				.whereRef('licence.product', '=', 'product.id')
				.$asScalar()
				.$notNull()
				.as('customers'),
		)
		.orderBy(sql`lower(product.name)`)
		.execute();
}
