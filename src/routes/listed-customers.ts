import { redirect } from '@sveltejs/kit';
import { type AskedCustomers, customersAt } from '#lib/components/customer-address.ts';
import { customerMarks } from '#lib/domain/customers.ts';
import { lineAsked } from '#lib/domain/search.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { customerList } from '#lib/server/queries/customer-list.ts';
import { products } from '#lib/server/queries/products.ts';

/** The customers that an address asks for; what it says besides, or says wrongly, asks for nothing. */
export async function listedCustomers({ locals, url }: { locals: App.Locals; url: URL }) {
	const asked = askedIn(url.searchParams);
	// A form sends what was left empty too; the address says only what is asked.
	if ([...url.searchParams.values()].includes('')) redirect(303, customersAt(url.pathname, asked));
	const [list, software] = await Promise.all([
		customerList(locals.reading, asked, asked.page ?? 1),
		products(locals.reading.db),
	]);
	return { asked, list, products: software.map(({ id, name }) => ({ id, name })) };
}

function askedIn(parameters: URLSearchParams): AskedCustomers {
	const number = (name: string) => key.safeParse(parameters.get(name)).data;
	return {
		q: lineAsked(parameters.get('q')),
		product: number('product'),
		only: customerMarks.find((mark) => mark === parameters.get('only')),
		page: number('page'),
	};
}
