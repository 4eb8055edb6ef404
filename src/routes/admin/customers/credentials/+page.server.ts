import { error, redirect } from '@sveltejs/kit';
import { customerDetails } from '#lib/server/queries/customers.ts';
import { recentIssuings } from '#lib/server/queries/issuings.ts';
import { countWithout, peopleWithout } from '#lib/server/queries/without-credentials.ts';
import { administratorOf } from '../../reader.ts';
import type { PageServerLoad } from './$types';
import { askedIn, listAt } from './asked.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	administratorOf(locals);
	const { db, clock } = locals.reading;
	const asked = askedIn(url.searchParams);
	const now = await clock.now(db);
	const [list, count, recent, customer] = await Promise.all([
		peopleWithout(db, asked, now),
		countWithout(db, asked, now),
		recentIssuings(locals.reading),
		asked.customer ? customerDetails(db, asked.customer) : undefined,
	]);
	if (asked.customer && !customer) error(404);
	// Those that the page began behind have had theirs meanwhile.
	if (asked.after && list.people.length === 0) redirect(303, listAt(asked));
	return { asked, list, count, recent, customer: customer && { id: customer.id, name: customer.name } };
};
