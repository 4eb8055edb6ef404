import { myTickets } from '#lib/server/queries/my-tickets.ts';
import type { PageServerLoad } from './$types';
import { userOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals }) => ({
	tickets: await myTickets(locals.reading, userOf(locals)),
	mark: locals.mark,
});
