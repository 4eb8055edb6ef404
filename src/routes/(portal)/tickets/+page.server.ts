import { redirect } from '@sveltejs/kit';
import { customerProducts } from '#lib/server/queries/licences.ts';
import { listedTickets } from '#lib/server/queries/listed-tickets.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { userOf } from '../reader.ts';
import type { PageServerLoad } from './$types';
import { askedIn } from './asked.ts';
import { addressOf } from './list-address.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const asked = askedIn(url.searchParams);
	// A form sends what was left empty too; the address says only what is asked.
	if ([...url.searchParams.values()].includes('')) redirect(303, addressOf(asked));
	const { q, page = 1, before, ...filter } = asked;
	const products = customerProducts(locals.reading.db, viewer);
	if (q === undefined) {
		const { tickets, olderThan } = await listedTickets(locals.reading, viewer, filter, before);
		return { asked, products: await products, listed: { tickets, olderThan }, found: undefined };
	}
	const found = await searchTickets(locals.reading, viewer, { typed: q, filter, page });
	return { asked, products: await products, listed: undefined, found };
};
