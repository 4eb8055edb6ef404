import { inSight } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
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
export async function myTickets(desk: Desk, viewer: UserViewer, before?: number): Promise<MyTickets> {
	const now = await desk.clock.now(desk.db);
	const mine = stubs(desk.db).where(inSight(viewer));
	const [open, ended] = await Promise.all([
		mine.where('entry.ticket', 'is not', null).orderBy('ticket.number').execute(),
		mine
			.where((eb) => eb.or([eb('entry.ticket', 'is', null), eb('hold.lapses_at', '<=', now)]))
			.$if(before !== undefined, (query) => query.where('ticket.number', '<', before as number))
			.orderBy('ticket.number', 'desc')
			.limit(resolvedPage + 1)
			.execute(),
	]);
	const standing = open.map((row) => stubFrom(row, now));
	const resolved = ended.slice(0, resolvedPage).map((row) => stubFrom(row, now));
	return {
		yours: standing.filter(({ turn }) => turn === 'customer'),
		support: standing.filter(({ turn }) => turn === 'support' || turn === 'in-hand'),
		resolved,
		olderThan: ended.length > resolvedPage ? resolved.at(-1)?.number : undefined,
	};
}
