import { staff } from '#lib/server/queries/accounts.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { id } = administratorOf(locals);
	return { you: id, staff: await staff(locals.reading) };
};
