import type { UserViewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type ListedStub, listedFrom, listedStubs } from './news.ts';
import { filtered, type TicketFilter } from './ticket-filter.ts';

export type ListedTickets = {
	tickets: ListedStub[];
	/** The next page begins below this number; nothing when there are no more. */
	olderThan: number | undefined;
};

export const ticketsPerPage = 20;

/** A page of the tickets in sight, the last arrived first. `before`: only those with a lower number. */
export async function listedTickets(
	desk: Desk,
	viewer: UserViewer,
	filter: TicketFilter,
	before = Number.POSITIVE_INFINITY,
): Promise<ListedTickets> {
	const now = await desk.clock.now(desk.db);
	const rows = await listedStubs(desk.db, viewer)
		.where(filtered(viewer, filter, now))
		.$if(Number.isFinite(before), (query) => query.where('ticket.number', '<', before))
		.orderBy('ticket.number', 'desc')
		.limit(ticketsPerPage + 1)
		.execute();
	const tickets = rows.slice(0, ticketsPerPage).map((row) => listedFrom(row, now, viewer));
	return { tickets, olderThan: rows.length > ticketsPerPage ? tickets.at(-1)?.number : undefined };
}
