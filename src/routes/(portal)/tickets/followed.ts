import { error } from '@sveltejs/kit';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { customerTicketPage } from '#lib/server/queries/ticket-page.ts';

/** A ticket of the viewer's by the number in an address, with all its page shows; anything else is not found. */
export async function ticketAt(desk: Desk, viewer: UserViewer, number: string) {
	const ticket = /^[1-9]\d{0,8}$/.test(number) ? await ticketInSight(desk.db, viewer, Number(number)) : undefined;
	if (!ticket) error(404);
	return { product: ticket.product, ...(await customerTicketPage(desk, viewer, ticket)) };
}

type TicketAt = Awaited<ReturnType<typeof ticketAt>>;

/** What a follow-up takes over from the ticket it follows. */
export function takenOver({ product, stub, environment }: TicketAt) {
	const { number, subject, lane } = stub;
	return { follows: String(number), product: String(product), lane, subject, ...environment };
}
