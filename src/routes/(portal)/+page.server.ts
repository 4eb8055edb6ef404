import { myTickets } from '#lib/server/queries/my-tickets.ts';
import type { PageServerLoad } from './$types';
import { userOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const before = Number(url.searchParams.get('before')) || undefined;
	return { before, tickets: await myTickets(locals.desk, viewer, before) };
};
