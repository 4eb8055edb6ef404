import { type Cells, productsIn } from './columns.ts';
import { type Effect, type Fate, type House, keyOf, type Product, type RowProblem } from './fate.ts';
import { changeOf, type PersonDecided, personDecided } from './person.ts';
import { inOrder, type Said, saidBy } from './row.ts';

/**
 * A row of the file, by its line. `surplus`: how many cells stand behind the last column. `contradicts`: an earlier line that says
 * something else of the same person.
 */
export type FileRow = { line: number; cells: Cells; surplus: number; contradicts: number | null };

export type Decision = { fate: Fate; effects: Effect[] };

/**
 * Decides a row, and lets the house go on as if it had been done: later rows see it. Nothing is ever taken away, nobody moves between
 * customers, no role and no username changes, nor who sees whose tickets: such rows are refused with the reason (P1).
 */
export function decide(row: FileRow, house: House): Decision {
	const read = saidBy(row.cells);
	const surplus: RowProblem[] =
		row.surplus > 0 ? [{ column: null, reason: 'cells-too-many', surplus: row.surplus }] : [];
	const missing = missingProducts(productsIn(row.cells.products), house);
	if ('problems' in read) return refusedFor([...surplus, ...read.problems, ...missing]);
	const { said } = read;
	const person = said.person && personDecided(said.customer, said.person, row.contradicts, house);
	const problems = [...surplus, ...aboutCustomer(said, house), ...missing, ...(person?.problems ?? [])];
	return problems.length > 0 ? refusedFor(problems) : carriedOut(said, person, house);
}

const refusedFor = (problems: RowProblem[]): Decision => ({
	fate: { kind: 'refused', problems: inOrder(problems) },
	effects: [],
});

function aboutCustomer({ customer, colleaguesSeeTickets: asked }: Said, { customers }: House): RowProblem[] {
	const known = customers.get(keyOf(customer));
	const differs = known && asked !== undefined && asked !== known.colleaguesSeeTickets;
	return differs ? [{ column: 'colleagues', reason: 'colleagues-otherwise' }] : [];
}

function missingProducts(products: readonly string[], house: House): RowProblem[] {
	return products
		.filter((name) => !house.products.has(keyOf(name)))
		.map((product) => ({ column: 'products', reason: 'no-such-product', product }));
}

function carriedOut(said: Said, person: PersonDecided | undefined, house: House): Decision {
	const key = keyOf(said.customer);
	const known = house.customers.get(key);
	const customer = known ?? {
		name: said.customer,
		colleaguesSeeTickets: said.colleaguesSeeTickets ?? true,
		products: new Set<number>(),
	};
	house.customers.set(key, customer);
	const added = licencesAdded(said, house, customer.products);
	const { name, colleaguesSeeTickets } = customer;
	const effects: Effect[] = [
		...(known ? [] : [{ act: 'add-customer', key, name, colleaguesSeeTickets } as const]),
		...(added.length > 0 ? [{ act: 'add-licences', customer: key, products: added } as const] : []),
		...(person ? changeOf(person, key, house) : []),
	];
	const is = person?.is === 'known' ? undefined : person?.is;
	const fate: Fate = {
		kind: !known || is === 'new' ? 'new' : effects.length > 0 ? 'changed' : 'unchanged',
		...(!known && { customer: 'new' }),
		...(is && { person: is }),
		...(person?.is === 'new' && { username: person.username }),
		licences: added.map((product) => product.name),
	};
	return { fate, effects };
}

/** Those the customer has not yet, from now on theirs. */
function licencesAdded({ products }: Said, house: House, licensed: Set<number>): Product[] {
	const wanted = products.flatMap((name) => house.products.get(keyOf(name)) ?? []);
	const added = wanted.filter(({ id }) => !licensed.has(id));
	for (const { id } of added) licensed.add(id);
	return [...new Map(added.map((product) => [product.id, product])).values()];
}
