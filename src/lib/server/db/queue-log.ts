import {
	type DeleteResult,
	type Insertable,
	InsertResult,
	type Kysely,
	type Selectable,
	type Transaction,
	UpdateResult,
} from 'kysely';
import type { HoldCase } from '#lib/domain/hold.ts';
import type {
	Change,
	Fact,
	HouseChange,
	Lane,
	QueuedAgain,
	QueueSettings,
	Reservation,
	ResolvedAs,
	TicketChange,
} from '#lib/domain/queue.ts';
import type { Clock } from '../clock.ts';
import { tellFact } from './tell.ts';
import type { DB, QueueLog } from './types.ts';

declare const locked: unique symbol;

/**
 * The counter of the queue log, locked until COMMIT: whoever holds one is alone in writing the log, `queue_entry` and `queue_agent`, so
 * that the order of the log is the order of commits. Lock order everywhere: request key → calendar → account rows → ticket rows
 * ascending → counter → entries.
 *
 * `now` is what the clock says behind the lock. `at`, which is never before the last row's, is the time of the rows to come and of
 * what a replay of them judges, reservations; a lapse (P5) is judged by the clock alone, even if the clock has been set back.
 */
export type LockedCounter = {
	seq: number;
	number: number;
	now: Temporal.Instant;
	at: Temporal.Instant;
	[locked]: true;
};

/** Locks the counter; what was decided before it must be decided again after it. */
export async function lockCounter(tx: Transaction<DB>, clock: Clock): Promise<LockedCounter> {
	const counter = await tx
		.selectFrom('queue_counter')
		.select(['seq', 'number', 'at'])
		.forUpdate()
		.executeTakeFirstOrThrow();
	const now = await clock.now(tx);
	const at = counter.at && Temporal.Instant.compare(counter.at, now) > 0 ? counter.at : now;
	return { ...counter, now, at } as LockedCounter;
}

/** A change with who made it; nobody for what happens by time. */
export type RecordedFact = Change & { actor: number | null };

/**
 * Writes one fact: the next row of the log, and `queue_entry` or `queue_agent` as `entryAfter` and `agentAfter` (domain/queue.ts, the
 * twins) have it, and tells of it. One statement, so that the counter is held no longer than it must be.
 */
export async function record(tx: Transaction<DB>, counter: LockedCounter, fact: RecordedFact): Promise<void> {
	counter.seq += 1;
	if (fact.type === 'opened') counter.number = fact.ticket;
	const log = logWrite(tx, counter, fact);
	if (fact.ticket === undefined) return recordOfHouse(log, fact);
	const entries = await entryWrite(log, counter.at, fact).executeTakeFirst();
	if (rowsOf(entries) !== 1n) throw new Error('The queue entry is not in the state this fact starts from.');
}

async function recordOfHouse(log: ReturnType<typeof logWrite>, fact: HouseChange): Promise<void> {
	if (fact.type === 'policy') await log.selectNoFrom((eb) => eb.lit(1).as('written')).execute();
	else await agentWrite(log, fact).execute();
}

function logWrite(tx: Transaction<DB>, { seq, number, at }: LockedCounter, fact: RecordedFact) {
	const { type, ticket, actor } = fact;
	const into = fact.type === 'merged' ? fact.into : undefined;
	return tx
		.with('counter', (cte) => cte.updateTable('queue_counter').set({ seq, number, at }))
		.with('log', (cte) =>
			cte
				.insertInto('queue_log')
				.values({ seq, at, type, ticket, actor, ...columnsOf(fact) })
				.returning(tellFact({ seq, ticket, into }).as('told')),
		);
}

/** What a row of the log says beside its number, its moment, its type, its ticket and who did it. */
export function columnsOf(change: Change): Partial<Insertable<QueueLog>> {
	switch (change.type) {
		case 'opened':
			return { lane: change.lane, product: change.product };
		case 'taken':
			return { since: change.since };
		case 'queued':
			return { reason: change.reason, reserved_for: change.reserved?.for, reserved_until: change.reserved?.until };
		case 'held':
			return { reason: change.case };
		case 'moved':
			return { lane: change.lane };
		case 'corrected':
			return { product: change.product };
		case 'resolved':
			return { reason: change.as };
		case 'merged':
			return { merged_into: change.into };
		case 'duty':
			return { agent: change.agent, on_duty: change.on };
		case 'coverage':
			return { agent: change.agent, covers: change.covers ? [...change.covers] : null };
		case 'policy':
			return { settings: change.settings };
		default:
			return change satisfies never;
	}
}

const nobody = { agent: null, reserved_for: null, reserved_until: null };

/** Guarded: an entry in another state than this fact starts from is not written, and `record` throws. */
function entryWrite(
	log: ReturnType<typeof logWrite>,
	since: Temporal.Instant,
	fact: TicketChange & { ticket: number },
) {
	const { ticket } = fact;
	const entry = log.updateTable('queue_entry').where('ticket', '=', ticket);
	const inHand = entry.where('state', '=', 'in-hand');
	switch (fact.type) {
		case 'opened': {
			const { lane, product } = fact;
			return log.insertInto('queue_entry').values({ ticket, lane, product, state: 'queued', since });
		}
		case 'taken':
			return entry.where('state', '=', 'queued').set({ ...nobody, state: 'in-hand', agent: fact.agent, since });
		case 'queued': {
			const { reserved } = fact;
			const kept = { reserved_for: reserved?.for ?? null, reserved_until: reserved?.until ?? null };
			return entry.where('state', '<>', 'queued').set({ ...kept, agent: null, state: 'queued', since });
		}
		case 'held':
			return inHand.set({ state: fact.case, since });
		case 'moved':
			if (fact.lane === 'technical') return inHand.set({ lane: fact.lane });
			return inHand.set({ ...nobody, lane: fact.lane, state: 'queued', since });
		case 'corrected':
			return inHand.set({ product: fact.product });
		case 'resolved':
		case 'merged':
			return log.deleteFrom('queue_entry').where('ticket', '=', ticket);
		default:
			return fact satisfies never;
	}
}

function agentWrite(log: ReturnType<typeof logWrite>, fact: HouseChange & { type: 'duty' | 'coverage' }) {
	const { agent } = fact;
	const told = fact.type === 'duty' ? { on_duty: fact.on } : { covers: fact.covers ? [...fact.covers] : null };
	return log
		.insertInto('queue_agent')
		.values({ agent, ...told })
		.onConflict((known) => known.column('agent').doUpdateSet(told));
}

function rowsOf(result: InsertResult | UpdateResult | DeleteResult | undefined): bigint | undefined {
	if (result instanceof InsertResult) return result.numInsertedOrUpdatedRows;
	if (result instanceof UpdateResult) return result.numUpdatedRows;
	return result?.numDeletedRows;
}

/** How many rows a replay fetches at a time. */
const pageSize = 10_000;

/** The log in order from the row behind `after` on, page by page, so that a long one is never held at once. */
export async function* readQueueLog(db: Kysely<DB>, after = 0): AsyncGenerator<Fact> {
	for (let last: number | undefined = after; last !== undefined; ) {
		const facts = await factsBehind(db, last, pageSize);
		yield* facts;
		last = facts.at(-1)?.seq;
	}
}

/** The next facts behind row `after`, at most `limit`. */
export async function factsBehind(db: Kysely<DB>, after: number, limit: number): Promise<Fact[]> {
	const rows = await db
		.selectFrom('queue_log')
		.selectAll()
		.where('seq', '>', after)
		.orderBy('seq')
		.limit(limit)
		.execute();
	return rows.map(factOf);
}

/** All that happened to one ticket. */
export async function factsOfTicket(db: Kysely<DB>, ticket: number): Promise<(Fact & { ticket: number })[]> {
	const rows = await db.selectFrom('queue_log').selectAll().where('ticket', '=', ticket).orderBy('seq').execute();
	return rows.map(factOf).filter((fact) => fact.ticket !== undefined);
}

/** The checks of the table say which columns each type has. */
function factOf(row: Selectable<QueueLog>): Fact {
	const { seq, at, actor } = row;
	const house = { seq, at, actor, agent: row.agent as number };
	switch (row.type) {
		case 'duty':
			return { ...house, type: 'duty', on: row.on_duty as boolean };
		case 'coverage':
			return { ...house, type: 'coverage', covers: row.covers ?? undefined };
		case 'policy':
			return { seq, at, actor, type: 'policy', settings: row.settings as QueueSettings };
		default:
			return { seq, at, actor, ticket: row.ticket as number, ...ticketChangeOf(row, row.type) };
	}
}

function ticketChangeOf(row: Selectable<QueueLog>, type: TicketChange['type']): TicketChange {
	switch (type) {
		case 'opened':
			return { type, lane: row.lane as Lane, product: row.product as number };
		case 'taken':
			return { type, agent: row.actor as number, since: row.since ?? undefined };
		case 'queued':
			return { type, reason: row.reason as QueuedAgain, reserved: reservationFrom(row) };
		case 'held':
			return { type, case: row.reason as HoldCase };
		case 'moved':
			return { type, lane: row.lane as Lane };
		case 'corrected':
			return { type, product: row.product as number };
		case 'resolved':
			return { type, as: row.reason as Exclude<ResolvedAs, 'duplicate'> };
		case 'merged':
			return { type, into: row.merged_into as number };
		default:
			return type satisfies never;
	}
}

/** A reservation as rows of the log and of the queue hold it. */
export function reservationFrom(
	row: Pick<Selectable<QueueLog>, 'reserved_for' | 'reserved_until'>,
): Reservation | undefined {
	const { reserved_for, reserved_until } = row;
	return reserved_for !== null && reserved_until ? { for: reserved_for, until: reserved_until } : undefined;
}
