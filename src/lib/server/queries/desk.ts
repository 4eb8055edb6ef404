import type { Kysely } from 'kysely';
import { covers } from '#lib/domain/serving.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { eachOf } from '../db/each-of.ts';
import { reservationFrom } from '../db/queue-log.ts';
import { standingFrom } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type QueueState, queueState } from './queue-state.ts';
import { type ReservationView, reservationView } from './reservation.ts';
import { type HoldView, holdView, type Stub, stubFrom, stubs, stubsWithAdditions } from './stubs.ts';

/** One of an agent's holds; `customerAdded`: the customer has written since it was placed. */
export type MyHold = { stub: Stub; hold: HoldView; customerAdded: boolean };

/** A queued ticket as the agent who reads stands to it. */
export type QueueLine = {
	stub: Stub;
	/** While it binds. */
	reserved: ReservationView | undefined;
	/** This agent does not cover its product. */
	notCovered: boolean;
	/** Nobody on duty covers its product. */
	uncovered: boolean;
};

export type DeskPage = QueueState & {
	inHand: Stub[];
	evaluating: MyHold[];
	awaiting: MyHold[];
	/** The first tickets in the order in which they will be served. */
	queue: QueueLine[];
};

/** How many queued tickets the desk shows; the whole queue has its own page. */
export const queueShown = 10;

/** The agent's desk: what is in hand, the holds by whose turn it is, the head of the queue. */
export async function deskPage(desk: Desk, agent: StaffViewer): Promise<DeskPage> {
	const now = await desk.clock.now(desk.db);
	const [mine, queue, state] = await Promise.all([
		myWork(desk.db, agent),
		queueFrom(desk.db, { limit: queueShown }),
		queueState(desk.db, agent.id, now),
	]);
	const work = mine.map((row) => {
		const standing = standingFrom(row, now);
		return { stub: stubFrom(row, now), hold: holdView(standing), customerAdded: row.customerAdded === true };
	});
	const holds = work.flatMap(({ hold, ...rest }) => (hold ? [{ ...rest, hold }] : []));
	return {
		...state,
		inHand: work.filter(({ stub }) => stub.state === 'in-hand').map(({ stub }) => stub),
		evaluating: holds.filter(({ hold }) => hold.case === 'under-evaluation'),
		awaiting: holds.filter(({ hold }) => hold.case === 'awaiting-customer'),
		queue: queue.map((row) => lineFrom(row, agent, state, now)),
	};
}

export type QueuePage = QueueState & {
	tickets: QueueLine[];
	/** How many go before the first one here. */
	ahead: number;
	page: number;
	pages: number;
};

const queuePageSize = 50;

/** The queue as it will be served, read-only: technical first, each lane in order of arrival (P4, P6). Pages from 1. */
export async function queuePage(desk: Desk, agent: StaffViewer, page: number): Promise<QueuePage> {
	const now = await desk.clock.now(desk.db);
	const state = await queueState(desk.db, agent.id, now);
	const pages = Math.max(1, Math.ceil((state.queued.technical + state.queued.consultancy) / queuePageSize));
	const shown = Math.min(Math.max(1, page), pages);
	const ahead = (shown - 1) * queuePageSize;
	const rows = await queueFrom(desk.db, { limit: queuePageSize, offset: ahead });
	return { ...state, tickets: rows.map((row) => lineFrom(row, agent, state, now)), ahead, page: shown, pages };
}

type QueueRow = Awaited<ReturnType<typeof queueFrom>>[number];

function lineFrom(row: QueueRow, agent: StaffViewer, state: QueueState, now: Temporal.Instant): QueueLine {
	return {
		stub: stubFrom(row, now),
		reserved: reservationView(reservationFrom(row), row.reservedFor, agent, now),
		notCovered: !covers(state, row.productKey),
		uncovered: state.uncovered.some(({ product }) => product === row.productKey),
	};
}

/** The numbers are found on the queue's own index first, so that only the tickets shown are read. */
async function queueFrom(db: Kysely<DB>, { limit, offset = 0 }: { limit: number; offset?: number }) {
	const shown = db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.orderBy('lane', 'desc')
		.orderBy('ticket')
		.limit(limit)
		.offset(offset);
	return stubs(db)
		.select('ticket.product as productKey')
		.select((eb) => eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.reserved_for').as('reservedFor'))
		.where('ticket.number', '=', eachOf(shown))
		.orderBy('entry.lane', 'desc')
		.orderBy('ticket.number')
		.execute();
}

async function myWork(db: Kysely<DB>, agent: StaffViewer) {
	return stubsWithAdditions(db).where('entry.agent', '=', agent.id).orderBy('ticket.number').execute();
}
