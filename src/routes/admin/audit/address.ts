/** In this order they stand in an address. `account` and `customer` are keys; `person` and `of` what was typed to find one. */
export const parameters = [
	'account',
	'person',
	'customer',
	'of',
	'area',
	'address',
	'from',
	'until',
	'before',
] as const;
type Parameter = (typeof parameters)[number];

/** What an address asks for, as it was typed; nothing where it asks for nothing. */
export type TypedFilter = { [Name in Parameter]?: string | undefined };
export function addressOf(typed: TypedFilter, page = '/admin/audit'): string {
	const said = parameters.flatMap((name) => (typed[name] ? [[name, typed[name]]] : []));
	return said.length > 0 ? `${page}?${new URLSearchParams(said)}` : page;
}
