import { key } from '#lib/server/forms/parse-form.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import type { PageServerLoad } from './$types';
import { userOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const before = key.safeParse(url.searchParams.get('before')).data;
	return { before, tickets: await myTickets(locals.reading, viewer, before) };
};
