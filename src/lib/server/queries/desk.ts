import type { Kysely } from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { standingFrom } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type HoldView, holdView, type Stub, stubFrom, stubs, stubsWithAdditions } from './stubs.ts';

/** One of an agent's holds; `customerAdded`: the customer has written since it was placed. */
export type MyHold = { stub: Stub; hold: HoldView; customerAdded: boolean };

export type DeskPage = {
	inHand: Stub[];
	evaluating: MyHold[];
	awaiting: MyHold[];
	/** The first tickets in the order in which they will be served. */
	queue: Stub[];
	queued: Record<Lane, number>;
};

/** How many queued tickets the desk shows; the whole queue has its own page. */
export const queueShown = 10;

/** The agent's desk: what is in hand, the holds by whose turn it is, the head of the queue. */
export async function deskPage(desk: Desk, agent: StaffViewer): Promise<DeskPage> {
	const now = await desk.clock.now(desk.db);
	const [mine, queue, queued] = await Promise.all([
		myWork(desk.db, agent),
		queueFrom(desk.db, { limit: queueShown }),
		queuedCounts(desk.db),
	]);
	const work = mine.map((row) => {
		const standing = standingFrom(row, now);
		return { stub: stubFrom(row, now), hold: holdView(standing), customerAdded: row.customerAdded === true };
	});
	const holds = work.flatMap(({ hold, ...rest }) => (hold ? [{ ...rest, hold }] : []));
	return {
		inHand: work.filter(({ stub }) => stub.state === 'in-hand').map(({ stub }) => stub),
		evaluating: holds.filter(({ hold }) => hold.case === 'under-evaluation'),
		awaiting: holds.filter(({ hold }) => hold.case === 'awaiting-customer'),
		queue: queue.map((row) => stubFrom(row, now)),
		queued,
	};
}

export type QueuePage = {
	queued: Record<Lane, number>;
	tickets: Stub[];
	/** How many go before the first one here. */
	ahead: number;
	page: number;
	pages: number;
};

const queuePageSize = 50;

/** The queue as it will be served, read-only: technical first, each lane in order of arrival (P4, P6). Pages from 1. */
export async function queuePage(desk: Desk, page: number): Promise<QueuePage> {
	const now = await desk.clock.now(desk.db);
	const queued = await queuedCounts(desk.db);
	const pages = Math.max(1, Math.ceil((queued.technical + queued.consultancy) / queuePageSize));
	const shown = Math.min(Math.max(1, page), pages);
	const ahead = (shown - 1) * queuePageSize;
	const rows = await queueFrom(desk.db, { limit: queuePageSize, offset: ahead });
	return { queued, tickets: rows.map((row) => stubFrom(row, now)), ahead, page: shown, pages };
}

/** The numbers are found on the queue's own index first, so that only the tickets shown are read. */
async function queueFrom(db: Kysely<DB>, { limit, offset = 0 }: { limit: number; offset?: number }) {
	return stubs(db)
		.where('ticket.number', 'in', (eb) =>
			eb
				.selectFrom('queue_entry')
				.select('ticket')
				.where('state', '=', 'queued')
				.orderBy('lane', 'desc')
				.orderBy('ticket')
				.limit(limit)
				.offset(offset),
		)
		.orderBy('entry.lane', 'desc')
		.orderBy('ticket.number')
		.execute();
}

async function queuedCounts(db: Kysely<DB>): Promise<Record<Lane, number>> {
	const rows = await db
		.selectFrom('queue_entry')
		.select((eb) => ['lane', eb.fn.countAll<number>().as('count')])
		.where('state', '=', 'queued')
		.groupBy('lane')
		.execute();
	const count = (lane: Lane) => rows.find((row) => row.lane === lane)?.count ?? 0;
	return { technical: count('technical'), consultancy: count('consultancy') };
}

async function myWork(db: Kysely<DB>, agent: StaffViewer) {
	return stubsWithAdditions(db).where('entry.agent', '=', agent.id).orderBy('ticket.number').execute();
}
