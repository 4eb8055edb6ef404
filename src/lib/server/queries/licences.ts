import type { Kysely } from 'kysely';
import type { UserViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** The products a user's customer holds a licence for, by name. */
export async function licensedProducts(db: Kysely<DB>, viewer: UserViewer): Promise<{ id: number; name: string }[]> {
	return db
		.selectFrom('licence')
		.innerJoin('product', 'product.id', 'licence.product')
		.select(['product.id', 'product.name'])
		.where('licence.customer', '=', viewer.customer)
		.orderBy('product.name')
		.execute();
}
