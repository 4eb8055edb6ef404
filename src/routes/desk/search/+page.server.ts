import { redirect } from '@sveltejs/kit';
import { startOf } from '#lib/domain/calendar.ts';
import { deskTime } from '#lib/server/queries/desk-time.ts';
import { searchAsStaff } from '#lib/server/queries/search-as-staff.ts';
import { type SearchChoices, searchChoices } from '#lib/server/queries/search-choices.ts';
import type { StaffFilter } from '#lib/server/queries/staff-filter.ts';
import { staffOf } from '../reader.ts';
import type { PageServerLoad } from './$types';
import { addressOf } from './address.ts';
import { type Asked, askedIn, type Ignored } from './asked.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = staffOf(locals);
	const said = [...url.searchParams].filter(([, value]) => value !== '');
	// A form sends what was left empty too; the address says only what is asked.
	if (said.length < url.searchParams.size)
		redirect(303, said.length > 0 ? `?${new URLSearchParams(said)}` : url.pathname);
	const { asked: read, ignored: misread } = askedIn(url.searchParams);
	const { timeZone } = await deskTime(locals.reading);
	const choices = await searchChoices(locals.reading.db, { customer: read.customer, ...span(read, timeZone) });
	const { asked, ignored } = offered(read, choices);
	const { q = '', sort = 'relevance', page = 1 } = asked;
	const found = await searchAsStaff(locals.reading, viewer, {
		...{ typed: q, filter: filterOf(asked, choices), order: sort, page },
	});
	if (found.hits.length === 0 && page > 1) redirect(303, addressOf({ ...asked, page: 1 }));
	const { products, staff, customers, customer } = choices;
	const typed = { customer: url.searchParams.get('customer') ?? '', ...daysTyped(url.searchParams) };
	const whose = { count: customers.length, name: customer };
	return { asked, ignored: [...misread, ...ignored], typed, products, staff, whose, found };
};

/** Days are those of the desk; the last one is included. */
function span({ from, to }: Asked, timeZone: string) {
	return {
		from: from ? startOf({ timeZone }, Temporal.PlainDate.from(from)) : undefined,
		until: to ? startOf({ timeZone }, Temporal.PlainDate.from(to).add({ days: 1 })) : undefined,
	};
}

/** What there is to choose from; anything else is left aside, and said. */
function offered(asked: Asked, { products, staff, customers }: SearchChoices): { asked: Asked; ignored: Ignored[] } {
	const isThere = {
		product: products.some(({ id }) => id === asked.product),
		agent: staff.some(({ id }) => id === asked.agent),
		customer: customers.length > 0,
	};
	const gone = (['product', 'agent', 'customer'] as const).filter(
		(name) => asked[name] !== undefined && !isThere[name],
	);
	return {
		asked: { ...asked, ...Object.fromEntries(gone.map((name) => [name, undefined])) },
		ignored: gone.map((name) => ({ name, value: String(asked[name]) })),
	};
}

function filterOf(asked: Asked, { customers, first, last }: SearchChoices): StaffFilter {
	const { state, lane, product, agent, before } = asked;
	const until = asked.to === undefined ? undefined : (last ?? none);
	return {
		...{ state, lane, product, agent, hasFiles: asked.files !== undefined },
		customers: asked.customer === undefined ? undefined : customers,
		first: asked.from === undefined ? undefined : (first ?? after),
		last: before === undefined ? until : Math.min(before - 1, until ?? before),
	};
}

/** Before the first ticket, and after the last: where the days asked for have none. */
const [none, after] = [0, 2 ** 31 - 1];

function daysTyped(address: URLSearchParams) {
	return { from: address.get('from') ?? '', to: address.get('to') ?? '' };
}
