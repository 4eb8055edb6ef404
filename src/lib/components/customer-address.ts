import type { CustomerMark } from '#lib/domain/customers.ts';

/** Which customers an address asks for. */
export type AskedCustomers = {
	q?: string | undefined;
	product?: number | undefined;
	only?: CustomerMark | undefined;
	page?: number | undefined;
};

/** Where that list is; `base` is where all of them are. */
export function customersAt(base: string, { page, ...asked }: AskedCustomers): string {
	const said = Object.entries({ ...asked, page: page === 1 ? undefined : page }).flatMap(([name, value]) =>
		value === undefined || value === '' ? [] : [[name, String(value)]],
	);
	return said.length > 0 ? `${base}?${new URLSearchParams(said)}` : base;
}
