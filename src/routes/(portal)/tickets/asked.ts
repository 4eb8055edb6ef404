import { z } from 'zod';
import { askedTurns, asLine, openers } from '#lib/domain/search.ts';
import type { TicketFilter } from '#lib/server/queries/ticket-filter.ts';

/** What an address of the list asks for. What cannot be understood is as if it were not there. */
export type Asked = TicketFilter & {
	/** What is searched for, as it was typed. */
	q?: string | undefined;
	/** Of what was found: the first is 1. */
	page?: number | undefined;
	/** Of the list: only lower numbers. */
	before?: number | undefined;
};

const number = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number);
/** Nobody turns so many pages: who has not found it by then searches for something else. */
const lastPage = 50;

const parameters = {
	q: z.string().transform(asLine).pipe(z.string().regex(/\S/)),
	turn: z.enum(askedTurns),
	product: number,
	lane: z.enum(['technical', 'consultancy']),
	of: z.enum(openers),
	page: number.pipe(z.number().max(lastPage)),
	before: number,
};

export function askedIn(address: URLSearchParams): Asked {
	const read = Object.entries(parameters).map(([name, schema]) => [name, schema.safeParse(address.get(name)).data]);
	return Object.fromEntries(read);
}
