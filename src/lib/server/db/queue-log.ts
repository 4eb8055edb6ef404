import { type DeleteResult, InsertResult, type Kysely, type Selectable, type Transaction, UpdateResult } from 'kysely';
import type { HoldCase } from '#lib/domain/hold.ts';
import type { Change, Fact, Lane, QueuedAgain, ResolvedAs } from '#lib/domain/queue.ts';
import type { Clock } from '../clock.ts';
import type { DB, QueueLog } from './types.ts';

declare const locked: unique symbol;

/**
 * The counter of the queue log, locked until COMMIT: whoever holds one is alone in writing the log and `queue_entry`, so
 * that the order of the log is the order of commits. Lock order everywhere: ticket rows ascending → counter → entries.
 */
export type LockedCounter = { seq: number; number: number; at: Temporal.Instant; [locked]: true };

/** Locks the counter; what was decided before it must be decided again after it. `at` is never before the last row's. */
export async function lockCounter(tx: Transaction<DB>, clock: Clock): Promise<LockedCounter> {
	const counter = await tx
		.selectFrom('queue_counter')
		.select(['seq', 'number', 'at'])
		.forUpdate()
		.executeTakeFirstOrThrow();
	const now = await clock.now(tx);
	const at = counter.at && Temporal.Instant.compare(counter.at, now) > 0 ? counter.at : now;
	return { ...counter, at } as LockedCounter;
}

type RecordedFact = { ticket: number; actor: number | null } & Change;

/**
 * Writes one fact: the next row of the log, and `queue_entry` as `entryAfter` (domain/queue.ts, the twin) has it. One statement, so
 * that the counter is held no longer than it must be.
 */
export async function record(tx: Transaction<DB>, counter: LockedCounter, fact: RecordedFact): Promise<void> {
	counter.seq += 1;
	if (fact.type === 'opened') counter.number = fact.ticket;
	const entries = await entryWrite(logWrite(tx, counter, fact), counter.at, fact).executeTakeFirst();
	if (rowsOf(entries) !== 1n) throw new Error('The queue entry is not in the state this fact starts from.');
}

function logWrite(tx: Transaction<DB>, { seq, number, at }: LockedCounter, fact: RecordedFact) {
	const { type, ticket, actor } = fact;
	return tx
		.with('counter', (cte) => cte.updateTable('queue_counter').set({ seq, number, at }))
		.with('log', (cte) => cte.insertInto('queue_log').values({ seq, at, type, ticket, actor, ...columns(fact) }));
}

function columns(change: Change): { lane?: Lane; product?: number; reason?: string } {
	switch (change.type) {
		case 'opened':
			return { lane: change.lane, product: change.product };
		case 'taken':
			return {};
		case 'queued':
			return { reason: change.reason };
		case 'held':
			return { reason: change.case };
		case 'resolved':
			return { reason: change.as };
		default:
			return change satisfies never;
	}
}

/** Guarded: an entry in another state than this fact starts from is not written, and `record` throws. */
function entryWrite(log: ReturnType<typeof logWrite>, since: Temporal.Instant, fact: RecordedFact) {
	const { ticket } = fact;
	const entry = log.updateTable('queue_entry').where('ticket', '=', ticket);
	switch (fact.type) {
		case 'opened': {
			const { lane, product } = fact;
			return log.insertInto('queue_entry').values({ ticket, lane, product, state: 'queued', since });
		}
		case 'taken':
			return entry.where('state', '=', 'queued').set({ state: 'in-hand', agent: fact.agent, since });
		case 'queued':
			return entry.where('state', '<>', 'queued').set({ state: 'queued', agent: null, since });
		case 'held':
			return entry.where('state', '=', 'in-hand').set({ state: fact.case, since });
		case 'resolved':
			return log.deleteFrom('queue_entry').where('ticket', '=', ticket);
		default:
			return fact satisfies never;
	}
}

function rowsOf(result: InsertResult | UpdateResult | DeleteResult | undefined): bigint | undefined {
	if (result instanceof InsertResult) return result.numInsertedOrUpdatedRows;
	if (result instanceof UpdateResult) return result.numUpdatedRows;
	return result?.numDeletedRows;
}

/** How many rows a replay fetches at a time. */
const pageSize = 10_000;

/** The whole log in order, page by page, so that a long one is never held at once. */
export async function* readQueueLog(db: Kysely<DB>): AsyncGenerator<Fact> {
	let after = 0;
	for (;;) {
		const rows = await db
			.selectFrom('queue_log')
			.selectAll()
			.where('seq', '>', after)
			.orderBy('seq')
			.limit(pageSize)
			.execute();
		for (const row of rows) yield factOf(row);
		const last = rows.at(-1);
		if (!last) return;
		after = last.seq;
	}
}

function factOf({ seq, at, ticket, ...row }: Selectable<QueueLog>): Fact {
	const base = { seq, at, ticket };
	switch (row.type) {
		case 'opened':
			return { ...base, type: 'opened', lane: row.lane as Lane, product: row.product as number };
		case 'taken':
			return { ...base, type: 'taken', agent: row.actor as number };
		case 'queued':
			return { ...base, type: 'queued', reason: row.reason as QueuedAgain };
		case 'held':
			return { ...base, type: 'held', case: row.reason as HoldCase };
		case 'resolved':
			return { ...base, type: 'resolved', as: row.reason as ResolvedAs };
		default:
			return row.type satisfies never;
	}
}
