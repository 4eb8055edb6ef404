import { redirect } from '@sveltejs/kit';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';

/** What is typed into the search at the head of the desk: a ticket's number leads straight to it, anything else to the search. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = staffOf(locals);
	const typed = (url.searchParams.get('q') ?? url.searchParams.get('number') ?? '').trim();
	const number = key.safeParse(typed.replace(/^#?0*/, ''));
	const ticket = number.success ? await ticketInSight(locals.desk.db, viewer, number.data) : undefined;
	if (ticket) redirect(303, `/desk/tickets/${ticket.number}`);
	redirect(303, typed ? `/desk/search?${new URLSearchParams({ q: typed })}` : '/desk/search');
};
