import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { isCoveredBy } from '../db/next-in-line.ts';
import { standingFrom, ticketsWithStanding } from '../db/standing.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import type { LinkedTicket } from './linked-tickets.ts';

type Named = { id: number; name: string };

/** Among what an agent who has a ticket in hand chooses for it. */
export type ActChoices = {
	/** Colleagues on duty who cover its product: to whom it can be handed over (P4). */
	colleagues: Named[];
	/** What else its customer is licensed for. */
	products: Named[];
	/** Its customer's other open tickets that nobody else has in hand: with which it can be merged. */
	open: LinkedTicket[];
};

export async function actChoices(desk: Desk, viewer: StaffViewer, ticket: TicketInSight): Promise<ActChoices> {
	const [[lists], open] = await Promise.all([listed(desk.db, askedBy(viewer, ticket)), openOnes(desk, viewer, ticket)]);
	if (!lists) throw new Error('The database told of no choices.');
	return { ...lists, open };
}

/** What the queries below are asked with. */
type Asked = Pick<TicketInSight, 'number' | 'customer' | 'openedBy' | 'product'> & { agent: number };

function askedBy({ id: agent }: StaffViewer, { number, customer, openedBy, product }: TicketInSight): Asked {
	return { agent, number, customer, openedBy, product };
}

const listed = statement((db, asked: Asked) =>
	db.selectNoFrom([
		jsonArrayFrom(colleagues(db, asked)).as('colleagues'),
		jsonArrayFrom(products(db, asked)).as('products'),
	]),
);

function colleagues(db: Kysely<DB>, { agent, number }: Asked) {
	return db
		.selectFrom('queue_agent')
		.innerJoin('account', 'account.id', 'queue_agent.agent')
		.innerJoin('queue_entry', (join) => join.on('queue_entry.ticket', '=', number))
		.select(['account.id', 'account.name'])
		.where('queue_agent.on_duty', '=', true)
		.where('account.disabled_at', 'is', null)
		.where('account.id', '<>', agent)
		.where((eb) => isCoveredBy(eb.ref('queue_agent.covers')))
		.orderBy('account.name');
}

function products(db: Kysely<DB>, { customer, product }: Asked) {
	return db
		.selectFrom('licence')
		.innerJoin('product', 'product.id', 'licence.product')
		.select(['product.id', 'product.name'])
		.where('licence.customer', '=', customer)
		.where('product.id', '<>', product)
		.orderBy('product.name');
}

/** What can be merged with it as of now: a wait that has come to its end is over, whether or not anything has written it down. */
async function openOnes(desk: Desk, viewer: StaffViewer, ticket: TicketInSight): Promise<LinkedTicket[]> {
	const { db, clock } = desk;
	const now = await clock.now(db);
	const rows = await unresolvedOnes(db, askedBy(viewer, ticket));
	const open = rows.filter((row) => standingFrom(row, now).state !== 'resolved');
	return open.map(({ number, subject }) => ({ number, subject }));
}

const unresolvedOnes = statement((db, asked: Asked) =>
	ticketsWithStanding(db)
		.select(['ticket.number', 'ticket.subject'])
		.where('ticket.number', 'in', unresolved(db, asked))
		.orderBy('ticket.number'),
);

/**
 * Where users see only their own tickets, both must be the same user's. The entry is looked up ticket by ticket: joined, the whole
 * queue would be read for the few tickets of one customer.
 */
function unresolved(db: Kysely<DB>, { agent, number, customer, openedBy }: Asked) {
	return db
		.selectFrom('ticket')
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.select('ticket.number')
		.where('ticket.customer', '=', customer)
		.where('ticket.number', '<>', number)
		.where((eb) => eb.or([eb('customer.colleagues_see_tickets', '=', true), eb('ticket.opened_by', '=', openedBy)]))
		.where(
			sql<boolean>`(
				select queue_entry.state <> 'in-hand' or queue_entry.agent = ${agent}
				from queue_entry where queue_entry.ticket = ticket.number
			)`,
		);
}
