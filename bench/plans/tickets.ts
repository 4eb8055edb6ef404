import { type TicketInSight, ticketInSight } from '#lib/server/access/tickets.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { large, size } from '../house.ts';

/** The last to arrive of a customer's queued tickets: the one with the most before it. */
export async function lastQueued({ db }: Desk, customer: number): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.innerJoin('ticket', 'ticket.number', 'queue_entry.ticket')
		.select('queue_entry.ticket')
		.where('ticket.customer', '=', customer)
		.where('queue_entry.state', '=', 'queued')
		.orderBy('queue_entry.ticket', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

/** A consultancy ticket with three quarters of the consultancy before it, and some 300 tickets that arrived later and were served. */
export async function waitingConsultancy({ db }: Desk): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.where('lane', '=', 'consultancy')
		.orderBy('ticket')
		.offset((size.queued * 3) / 20)
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

export async function oneOnHold({ db }: Desk): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'awaiting-customer')
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

export async function seen({ db }: Desk, viewer: Viewer, number: number): Promise<TicketInSight> {
	const ticket = await ticketInSight(db, viewer, number);
	if (!ticket) throw new Error(`Ticket ${number} is not in sight.`);
	return ticket;
}

/** The number of the last row of the queue log. */
export async function lastRow({ db }: Desk): Promise<number> {
	return (await db.selectFrom('queue_counter').select('seq').executeTakeFirstOrThrow()).seq;
}

/** The last of the customer whose subjects are of many words. */
export async function oneOfTheLargest({ db }: Desk): Promise<number> {
	const last = db.selectFrom('ticket').select('number').where('customer', '=', large.customer);
	return (await last.orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()).number;
}

/** A file that somebody sent with a message of the ticket, or where there is none, of any. */
export async function oneFile({ db }: Desk, ticket: number): Promise<string> {
	const files = db
		.selectFrom('attachment')
		.innerJoin('message', 'message.id', 'attachment.message')
		.select('attachment.id');
	const ofTicket = files.where('message.ticket', '<=', ticket).orderBy('message.ticket', 'desc').limit(1);
	return (await ofTicket.executeTakeFirstOrThrow()).id;
}
