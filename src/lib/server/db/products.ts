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

/** What these are called now, in their order. */
export async function productNames(db: Kysely<DB>, products: readonly number[]): Promise<string[]> {
	if (products.length === 0) return [];
	const rows = await db.selectFrom('product').select(['id', 'name']).where('id', 'in', products).execute();
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	return products.flatMap((id) => names.get(id) ?? []);
}
