import { draftsToOpen } from '#lib/server/access/drafts.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import type { PageServerLoad } from './$types';
import { userOf } from './reader.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const viewer = userOf(locals);
	const [tickets, drafts] = await Promise.all([
		myTickets(locals.reading, viewer),
		draftsToOpen(locals.reading.db, viewer),
	]);
	return { tickets, drafts, mark: locals.mark };
};
