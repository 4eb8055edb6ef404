import type { Kysely } from 'kysely';
import type { DB } from './types.ts';

export async function isLicensed(db: Kysely<DB>, customer: number, product: number): Promise<boolean> {
	const licence = await db
		.selectFrom('licence')
		.select('product')
		.where('customer', '=', customer)
		.where('product', '=', product)
		.executeTakeFirst();
	return licence !== undefined;
}
