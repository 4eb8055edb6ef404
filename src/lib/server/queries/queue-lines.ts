import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Lane, QueuedAgain } from '#lib/domain/queue.ts';
import { covers } from '#lib/domain/serving.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { reservationFrom } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { QueueState } from './queue-state.ts';
import { type ReservationView, reservationView } from './reservation.ts';
import type { StubRow } from './stubs.ts';

/** Why a ticket is in the queue once more, at its old number: as the log has it (P4, P6). */
export type CameBack = QueuedAgain | 'moved';

/** A queued ticket as the agent who reads stands to it. Instants are ISO 8601 strings. */
export type QueueLine = {
	number: number;
	subject: string;
	lane: Lane;
	product: string;
	customer: string;
	/** Since when it is queued: from its arrival, or from when it came back. */
	since: string;
	back: CameBack | undefined;
	/** While it binds. */
	reserved: ReservationView | undefined;
	/** This agent does not cover its product. */
	notCovered: boolean;
	/** Nobody on duty covers its product. */
	uncovered: boolean;
};

/** The numbers of what is queued, as it will be served: technical first, each lane in order of arrival (P4, P6); on the queue's own index. */
export function queued(db: Kysely<DB>) {
	return db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.orderBy('lane', 'desc')
		.orderBy('ticket');
}

/** Columns for a query of stubs, from which their lines are made. */
export function queuedAgainBy(eb: ExpressionBuilder<DB & { entry: DB['queue_entry'] }, 'ticket' | 'entry'>) {
	return [
		eb.ref('ticket.product').as('productKey'),
		eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.reserved_for').as('reservedFor'),
		sql<CameBack | null>`(
			select coalesce(reason, type) from queue_log
			where queue_log.ticket = ${eb.ref('ticket.number')} and type in ('queued', 'moved') order by seq desc limit 1
		)`.as('back'),
	] as const;
}

type LineRow = StubRow & { productKey: number; reservedFor: string | null; back: CameBack | null };

export function lineFrom(
	row: LineRow,
	agent: StaffViewer,
	state: Pick<QueueState, 'covers' | 'uncovered'>,
	now: Temporal.Instant,
): QueueLine {
	const { number, subject, lane, product, customer, openedAt, since, productKey } = row;
	return {
		...{ number, subject, lane, product, customer },
		since: (since ?? openedAt).toString(),
		back: row.back ?? undefined,
		reserved: reservationView(reservationFrom(row), row.reservedFor, agent, now),
		notCovered: !covers(state, productKey),
		uncovered: state.uncovered.some(({ product }) => product === productKey),
	};
}
