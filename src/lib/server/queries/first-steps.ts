import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

/** How many there are of what an installation needs before the first ticket. */
export type FirstSteps = {
	products: number;
	customers: number;
	licences: number;
	users: number;
	agents: number;
	tickets: number;
};

export async function firstSteps(db: Kysely<DB>): Promise<FirstSteps> {
	const count = (table: 'product' | 'customer' | 'licence' | 'ticket') =>
		db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
	const accounts = () =>
		db
			.selectFrom('account')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('disabled_at', 'is', null);
	return db
		.selectNoFrom([
			count('product').$asScalar().$notNull().as('products'),
			count('customer').$asScalar().$notNull().as('customers'),
			count('licence').$asScalar().$notNull().as('licences'),
			count('ticket').$asScalar().$notNull().as('tickets'),
			accounts().where('role', '=', 'user').$asScalar().$notNull().as('users'),
			accounts().where('role', 'in', ['agent', 'supervisor']).$asScalar().$notNull().as('agents'),
		])
		.executeTakeFirstOrThrow();
}
