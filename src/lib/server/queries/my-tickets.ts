import type { Kysely } from 'kysely';
import { inSight } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';

/** A customer's tickets by whose turn it is; the resolved ones a page at a time, newest first. */
export type MyTickets = {
	/** Support awaits the customer. */
	yours: Stub[];
	/** Queued, under evaluation or in hand, in order of arrival. */
	support: Stub[];
	resolved: Stub[];
	/** The page of resolved tickets before these begins below this number; nothing when there are no more. */
	olderThan: number | undefined;
};

const resolvedPage = 20;

/** `before`: only resolved tickets with a lower number, for the following pages. */
export async function myTickets(desk: Desk, viewer: UserViewer, before = Number.POSITIVE_INFINITY): Promise<MyTickets> {
	const now = await desk.clock.now(desk.db);
	const [open, ended] = await Promise.all([openOf(desk.db, viewer), endedOf(desk.db, viewer, before)]);
	const standing = open.map((row) => stubFrom(row, now, viewer));
	// What has lapsed and is not written down yet is among the open ones, and resolved all the same (P5).
	const lapsed = standing.filter(({ turn, number }) => turn === 'resolved' && number < before);
	const resolved = [...lapsed, ...ended.map((row) => stubFrom(row, now, viewer))].sort((a, b) => b.number - a.number);
	const page = resolved.slice(0, resolvedPage);
	return {
		yours: standing.filter(({ turn }) => turn === 'customer'),
		support: standing.filter(({ turn }) => turn === 'support' || turn === 'in-hand'),
		resolved: page,
		olderThan: resolved.length > resolvedPage ? page.at(-1)?.number : undefined,
	};
}

async function openOf(db: Kysely<DB>, viewer: UserViewer) {
	return stubs(db).where(inSight(viewer)).where('entry.ticket', 'is not', null).orderBy('ticket.number').execute();
}

/** The newest of those written down as resolved: one more than a page, to know whether another follows. */
async function endedOf(db: Kysely<DB>, viewer: UserViewer, before: number) {
	return stubs(db)
		.where(inSight(viewer))
		.where('resolution.ticket', 'is not', null)
		.$if(Number.isFinite(before), (query) => query.where('ticket.number', '<', before))
		.orderBy('ticket.number', 'desc')
		.limit(resolvedPage + 1)
		.execute();
}
