import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

/** How many there are of what an installation needs before its first ticket, and of what it may want besides. */
export type FirstSteps = {
	products: number;
	customers: number;
	licences: number;
	users: number;
	/** Enabled staff beside the first administrator. */
	colleagues: number;
	closureDays: number;
};

export async function firstSteps(db: Kysely<DB>): Promise<FirstSteps> {
	const count = (table: 'product' | 'customer' | 'licence' | 'closure_day') =>
		db
			.selectFrom(table)
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.$asScalar()
			.$notNull();
	const { staff, ...counts } = await db
		.selectFrom('account')
		.where('disabled_at', 'is', null)
		.select(({ fn }) => [
			fn.countAll<number>().filterWhere('role', '=', 'user').as('users'),
			fn.countAll<number>().filterWhere('role', '<>', 'user').as('staff'),
			count('product').as('products'),
			count('customer').as('customers'),
			count('licence').as('licences'),
			count('closure_day').as('closureDays'),
		])
		.executeTakeFirstOrThrow();
	return { ...counts, colleagues: Math.max(0, staff - 1) };
}
