import { userStatement } from '../access/user-statement.ts';
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
	const from = Number.isFinite(before) ? { before } : {};
	const rows = await asked(filter, from)(desk.db, viewer, { now, product: filter.product, ...from });
	const tickets = rows.slice(0, ticketsPerPage).map((row) => listedFrom(row, now, viewer));
	return { tickets, olderThan: rows.length > ticketsPerPage ? tickets.at(-1)?.number : undefined };
}

/** What a list's statement is sent with, where it asks for it. */
type Values = { now: Temporal.Instant; product?: number | undefined; before?: number };

/** One statement for each way to ask; there are fewer than two hundred. */
const ways = new Map<string, ReturnType<typeof listing>>();

function asked({ turn, lane, of, product }: TicketFilter, { before }: { before?: number }) {
	const has = { product: product !== undefined, before: before !== undefined };
	const way = `${turn} ${lane} ${of} ${has.product} ${has.before}`;
	const known = ways.get(way) ?? listing({ turn, lane, of }, has);
	ways.set(way, known);
	return known;
}

function listing(filter: Omit<TicketFilter, 'product'>, has: { product: boolean; before: boolean }) {
	return userStatement((db, user, { now, product, before }: Values) =>
		listedStubs(db, user)
			.where(filtered(user, has.product ? { ...filter, product } : filter, now))
			.$if(has.before, (query) => query.where('ticket.number', '<', before ?? Number.POSITIVE_INFINITY))
			.orderBy('ticket.number', 'desc')
			.limit(ticketsPerPage + 1),
	);
}
