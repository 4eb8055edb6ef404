import { sql } from 'kysely';
import { covers, isReservedForAnother, type NotServed } from '#lib/domain/serving.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { headFrom } from '../db/next-in-line.ts';
import { reservationFrom } from '../db/queue-log.ts';
import { statement } from '../db/statement.ts';
import type { Desk } from '../desk.ts';
import { type DayFigures, dayFigures } from './day-figures.ts';
import { lineFrom, type QueueLine, queued, queuedAgainBy } from './queue-lines.ts';
import { type QueueState, queueState } from './queue-state.ts';
import { type Stub, stubFrom, stubsWithAdditions } from './stubs.ts';

/** One of an agent's holds; `customerAdded`: the customer has written since it was placed. */
export type MyHold = { stub: Stub; customerAdded: boolean };

/** What Take next would give the agent now; `past`: why those that arrived before it are not for this agent, if there are any (P4). */
export type Head = { line: QueueLine; past: Exclude<NotServed, 'technical-first'>[] };

export type DeskPage = Omit<QueueState, 'longest' | 'upTo' | 'covers'> & {
	head: Head | undefined;
	inHand: Stub[];
	evaluating: MyHold[];
	awaiting: MyHold[];
	/** Queued tickets that are kept for the agent: the customer has answered, a colleague has handed them over. */
	cameBack: QueueLine[];
	/** The first tickets in the order in which they will be served. */
	queue: QueueLine[];
	/** Since when the one waits that waits longest, an ISO 8601 instant. */
	longest: string | undefined;
	day: DayFigures;
};

/** How many queued tickets the desk shows; the whole queue has its own page. */
const queueShown = 5;

/** The agent's desk: what is next, in hand and on hold, what came back, the head of the queue, the day. */
export async function deskPage(desk: Desk, agent: StaffViewer): Promise<DeskPage> {
	const now = await desk.clock.now(desk.db);
	const [rows, state] = await Promise.all([
		deskRows(desk.db, { agent: agent.id, now }),
		queueState(desk.db, agent.id, now),
	]);
	const { longest, upTo, covers, ...told } = state;
	const inQueue = rows.filter((row) => row.state === 'queued').sort(asServed);
	const lines = inQueue.map((row) => lineFrom(row, agent, state, now));
	return {
		...told,
		...workOf(
			rows.filter((row) => row.agent === agent.id),
			now,
		),
		head: headOf(inQueue, lines, agent, state, now),
		cameBack: lines.filter(({ reserved }) => reserved?.mine),
		queue: lines.slice(0, queueShown),
		longest: longest?.toString(),
		day: await dayFigures(desk, agent.id, upTo),
	};
}

type DeskRow = Awaited<ReturnType<typeof deskRows>>[number];

function workOf(rows: readonly DeskRow[], now: Temporal.Instant): Pick<DeskPage, 'inHand' | 'evaluating' | 'awaiting'> {
	const work = rows.map((row) => ({ stub: stubFrom(row, now), customerAdded: row.customerAdded === true }));
	const standing = (state: Stub['state']) => work.filter(({ stub }) => stub.state === state);
	return {
		inHand: standing('in-hand').map(({ stub }) => stub),
		evaluating: standing('under-evaluation'),
		awaiting: standing('awaiting-customer'),
	};
}

/** Technical first, each lane in order of arrival (P4, P6). */
function asServed(one: DeskRow, other: DeskRow): number {
	return one.lane === other.lane ? one.number - other.number : one.lane === 'technical' ? -1 : 1;
}

/** Among the rows, which have it and what is first in the queue, it is the first that this agent may serve. */
function headOf(
	rows: readonly DeskRow[],
	lines: readonly QueueLine[],
	agent: StaffViewer,
	state: QueueState,
	now: Temporal.Instant,
): Head | undefined {
	const lane = state.queued.technical > 0 ? 'technical' : 'consultancy';
	const why = rows.map((row) => {
		if (!covers(state, row.productKey)) return 'not-covered';
		return isReservedForAnother({ reserved: reservationFrom(row) }, agent.id, now) ? 'reserved' : undefined;
	});
	const nth = rows.findIndex((row, nth) => row.lane === lane && why[nth] === undefined);
	const line = lines[nth];
	if (!line) return undefined;
	const reasons = (['not-covered', 'reserved'] as const).filter((reason) =>
		nth < queueShown ? why.slice(0, nth).includes(reason) : state.notServed[reason] > 0,
	);
	return { line, past: reasons };
}

/** In one query: what the agent has, what is kept for them, what is first in the queue, and the head for them. */
const deskRows = statement((db, { agent, now }: { agent: number; now: Temporal.Instant }) => {
	const entries = db.selectFrom('queue_entry').select('ticket');
	const shown = sql<number>`any(array(
		(${entries.where('agent', '=', agent)})
		union all (${entries.where('reserved_for', '=', agent).where('state', '=', 'queued')})
		union all (${queued(db).limit(queueShown)})
		union all (${headFrom(db, agent, now)})
	))`;
	return stubsWithAdditions(db).select(queuedAgainBy).where('ticket.number', '=', shown).orderBy('ticket.number');
});
