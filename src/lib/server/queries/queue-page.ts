import type { StaffViewer } from '../access/viewer.ts';
import { eachOf } from '../db/each-of.ts';
import type { Desk } from '../desk.ts';
import { lineFrom, type QueueLine, queued, queuedAgainBy } from './queue-lines.ts';
import { type QueueState, queueState } from './queue-state.ts';
import { stubs } from './stubs.ts';

export type QueuePage = Pick<QueueState, 'queued' | 'uncovered' | 'follows'> & {
	tickets: QueueLine[];
	/** How many go before the first one here. */
	ahead: number;
	page: number;
	pages: number;
};

export const queuePageSize = 50;

/** The queue as it will be served, whole and read-only. Pages from 1; one behind the last shows the last. */
export async function queuePage({ db, clock }: Desk, agent: StaffViewer, page: number): Promise<QueuePage> {
	const now = await clock.now(db);
	const state = await queueState(db, agent.id, now);
	const pages = Math.max(1, Math.ceil((state.queued.technical + state.queued.consultancy) / queuePageSize));
	const shown = Math.min(Math.max(1, page), pages);
	const ahead = (shown - 1) * queuePageSize;
	const rows = await stubs(db)
		.select(queuedAgainBy)
		.where('ticket.number', '=', eachOf(queued(db).limit(queuePageSize).offset(ahead)))
		.orderBy('entry.lane', 'desc')
		.orderBy('ticket.number')
		.execute();
	const tickets = rows.map((row) => lineFrom(row, agent, state, now));
	const { uncovered, follows } = state;
	return { queued: state.queued, uncovered, follows, tickets, ahead, page: shown, pages };
}
