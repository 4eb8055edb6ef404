import type { Kysely } from 'kysely';
import type { DB } from './types.ts';

/** Whether each of these is a product. */
export async function productsExist(db: Kysely<DB>, products: ReadonlySet<number>): Promise<boolean> {
	if (products.size === 0) return true;
	const found = await db
		.selectFrom('product')
		.select('id')
		.where('id', 'in', [...products])
		.execute();
	return found.length === products.size;
}
