import { z } from 'zod';
import { askedStates, asLine, staffOrders } from '#lib/domain/search.ts';

const number = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number);
const words = z.string().transform(asLine).pipe(z.string().regex(/\S/));
/** YYYY-MM-DD of a year in which there may be a ticket. */
const day = z.iso.date().regex(/^(19|20|21)/);
/** Of the 200 that are shown at most. */
const lastPage = 10;

const parameters = {
	q: words,
	state: z.enum(askedStates),
	lane: z.enum(['technical', 'consultancy']),
	product: number,
	customer: words.pipe(z.string().trim()),
	agent: number,
	from: day,
	to: day,
	files: z.enum(['yes']),
	sort: z.enum(staffOrders),
	page: number.pipe(z.number().max(lastPage)),
	before: number,
};

export type Parameter = keyof typeof parameters;
/** What an address of the search asks for; days as YYYY-MM-DD. */
export type Asked = { [Name in Parameter]?: z.infer<(typeof parameters)[Name]> | undefined };
/** What of it could not be understood, or is not there, as it was typed. */
export type Ignored = { name: string; value: string };

export function askedIn(address: URLSearchParams): { asked: Asked; ignored: Ignored[] } {
	const known: [string, unknown][] = [];
	const ignored: Ignored[] = [];
	for (const [name, value] of address) {
		const schema = Object.hasOwn(parameters, name) ? parameters[name as Parameter] : undefined;
		const read = schema?.safeParse(value);
		if (read?.success) known.push([name, read.data]);
		else if (name !== 'q' && value !== '')
			ignored.push({ name: asLine(name).slice(0, 40), value: asLine(value).slice(0, 40) });
	}
	const asked: Asked = Object.fromEntries(known);
	if (asked.from && asked.to && asked.from > asked.to) {
		ignored.push({ name: 'to', value: asked.to });
		return { asked: { ...asked, to: undefined }, ignored };
	}
	return { asked, ignored };
}

/** The names of what leaves tickets out. */
export const filters = [
	'state',
	'lane',
	'product',
	'customer',
	'agent',
	'from',
	'to',
	'files',
] as const satisfies Parameter[];
