import { customers } from '#lib/server/queries/customers.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	administratorOf(locals);
	return { customers: await customers(locals.desk.db) };
};
