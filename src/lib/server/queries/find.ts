import { type Kysely, sql } from 'kysely';
import { asLine } from '#lib/domain/search.ts';
import { inSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** What the palette of commands leads to: by number a ticket, by a part of their name customers and products. */
export type Found = {
	tickets: { number: number; subject: string; customer: string }[];
	customers: Named[];
	products: Named[];
};
type Named = { id: number; name: string };

const atMost = 6;
/** The largest `integer` of PostgreSQL: no ticket has a longer number. */
const mostNumber = 2_147_483_647;

/** Names that begin with what is typed come first. Nothing is found by nothing. */
export async function find(db: Kysely<DB>, viewer: StaffViewer, typed: string): Promise<Found> {
	const text = asLine(typed).trim();
	if (text === '') return { tickets: [], customers: [], products: [] };
	const [tickets, customers, products] = await Promise.all([
		ticketsByNumber(db, viewer, text),
		byName(db, 'customer', text),
		byName(db, 'product', text),
	]);
	return { tickets, customers, products };
}

async function ticketsByNumber(db: Kysely<DB>, viewer: StaffViewer, text: string): Promise<Found['tickets']> {
	const number = /^0*\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
	if (!(number <= mostNumber)) return [];
	return db
		.selectFrom('ticket')
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.select(['ticket.number', 'ticket.subject', 'customer.name as customer'])
		.where('ticket.number', '=', number)
		.where(inSight(viewer))
		.execute();
}

/** Accents and capitals are forgiven. There are few enough of both to look at each; what customers are looked for by is stored. */
async function byName(db: Kysely<DB>, table: 'customer' | 'product', text: string): Promise<Named[]> {
	const folded = table === 'customer' ? sql`folded` : sql`folded(name)`;
	const at = sql<number>`strpos(${folded}, folded(${text}))`;
	return db
		.selectFrom(table)
		.select(['id', 'name'])
		.where(at, '>', 0)
		.orderBy(at)
		.orderBy(folded)
		.orderBy('id')
		.limit(atMost)
		.execute();
}
