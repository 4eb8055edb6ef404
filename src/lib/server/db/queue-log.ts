import type { Kysely, Selectable, Transaction } from 'kysely';
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

/** Writes one fact: the next row of the log, and `queue_entry` as `entryAfter` (domain/queue.ts, the twin) has it. */
export async function record(
	tx: Transaction<DB>,
	counter: LockedCounter,
	fact: { ticket: number; actor: number | null } & Change,
): Promise<void> {
	counter.seq += 1;
	if (fact.type === 'opened') counter.number = fact.ticket;
	const { seq, number, at } = counter;
	const { type, ticket, actor } = fact;
	await tx
		.with('counter', (cte) => cte.updateTable('queue_counter').set({ seq, number, at }))
		.insertInto('queue_log')
		.values({ seq, at, type, ticket, actor, ...columns(fact) })
		.execute();
	await writeEntry(tx, at, fact);
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

async function writeEntry(
	tx: Transaction<DB>,
	since: Temporal.Instant,
	fact: { ticket: number } & Change,
): Promise<void> {
	const { ticket } = fact;
	const entry = tx.updateTable('queue_entry').where('ticket', '=', ticket);
	switch (fact.type) {
		case 'opened': {
			const { lane, product } = fact;
			await tx.insertInto('queue_entry').values({ ticket, lane, product, state: 'queued', since }).execute();
			return;
		}
		case 'taken':
			await changed(entry.where('state', '=', 'queued').set({ state: 'in-hand', agent: fact.agent, since }));
			return;
		case 'queued':
			await changed(entry.where('state', '<>', 'queued').set({ state: 'queued', agent: null, since }));
			return;
		case 'held':
			await changed(entry.where('state', '=', 'in-hand').set({ state: fact.case, since }));
			return;
		case 'resolved':
			await changed(tx.deleteFrom('queue_entry').where('ticket', '=', ticket));
			return;
		default:
			fact satisfies never;
	}
}

/** The guarded write of an entry: a fact that finds its entry in another state must not be recorded. */
async function changed(write: {
	executeTakeFirst(): Promise<{ numUpdatedRows: bigint } | { numDeletedRows: bigint }>;
}): Promise<void> {
	const result = await write.executeTakeFirst();
	const rows = 'numUpdatedRows' in result ? result.numUpdatedRows : result.numDeletedRows;
	if (rows !== 1n) throw new Error('The queue entry is not in the state this fact starts from.');
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
