import { textLimits } from '#lib/domain/limits.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { customers } from '#lib/server/queries/customers.ts';
import { administratorOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** `?name=rossi&page=2`: those with these letters in their name; pages from 1, what is no page shows the first. */
export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	administratorOf(locals);
	const name = searchParams.get('name')?.trim().slice(0, textLimits.customerName) || undefined;
	const page = key.safeParse(searchParams.get('page')).data;
	return { ...(await customers(locals.desk.db, { name, page })), name };
};
