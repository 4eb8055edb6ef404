import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

export type CustomerDetails = { id: number; name: string; colleaguesSeeTickets: boolean; products: number[] };

export async function customerDetails(db: Kysely<DB>, id: number): Promise<CustomerDetails | undefined> {
	const customer = await db
		.selectFrom('customer')
		.select(['id', 'name', 'colleagues_see_tickets as colleaguesSeeTickets'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!customer) return undefined;
	const licences = await db.selectFrom('licence').select('product').where('customer', '=', id).execute();
	return { ...customer, products: licences.map(({ product }) => product) };
}
