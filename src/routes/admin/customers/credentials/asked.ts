import type { WithoutCredentials } from '#lib/domain/credentials.ts';
import { listOf, key as rowKey } from '#lib/server/forms/parse-form.ts';
import { withoutPerPage } from '#lib/server/queries/without-credentials.ts';

const base = '/admin/customers/credentials';

/** Which people an address asks for: `?customer=N&import=N&after=N`. */
export function askedIn(parameters: URLSearchParams): WithoutCredentials & { after: number | undefined } {
	const number = (name: string) => rowKey.safeParse(parameters.get(name)).data;
	return { customer: number('customer'), import: number('import'), after: number('after') };
}

/** Whom a form on the list has chosen: those ticked, unless it says all. */
export function chosenIn(parameters: URLSearchParams): { all: WithoutCredentials } | { people: number[] } {
	const { after: _, ...all } = askedIn(parameters);
	if (parameters.has('all')) return { all };
	const people = listOf(rowKey).safeParse(parameters.getAll('person')).data ?? [];
	return { people: people.slice(0, withoutPerPage) };
}

/** The address of the list, narrowed. */
export function listAt({ customer, import: from }: WithoutCredentials): string {
	const said = Object.entries({ customer, import: from }).flatMap(([name, id]) => (id ? [[name, String(id)]] : []));
	const query = new URLSearchParams(said).toString();
	return query ? `${base}?${query}` : base;
}
