import { error } from '@sveltejs/kit';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';

/** A ticket of the viewer's by the number in an address, with all its page shows; anything else is not found. */
export async function ticketAt(desk: Desk, viewer: UserViewer, number: string, whole = false) {
	const isNumber = /^[1-9]\d{0,8}$/.test(number);
	const seen = isNumber ? await customerTicketPage(desk, viewer, Number(number), whole) : undefined;
	return seen ? { product: seen.ticket.product, ...seen.page } : error(404);
}

type TicketAt = Awaited<ReturnType<typeof ticketAt>>;

/** What a follow-up takes over from the ticket it follows. */
export function takenOver({ product, stub, environment }: TicketAt) {
	const { number, subject, lane } = stub;
	return { follows: String(number), product: String(product), lane, subject, ...environment };
}
