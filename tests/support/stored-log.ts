import { type Kysely, sql, type Transaction } from 'kysely';
import { apply, emptyQueue, type Fact, type Queue } from '#lib/domain/queue.ts';
import { columnsOf } from '#lib/server/db/queue-log.ts';
import type { DB } from '#lib/server/db/types.ts';

/** How many rows one statement writes. */
const batch = 10_000;

/** Writes facts as the rows of the log, and the counter and the queue's entries as they leave them. For the owner of the cluster: who and what they name need not be there. */
export async function storeLog(db: Kysely<DB>, facts: Iterable<Fact>): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await sql`set local session_replication_role = replica`.execute(tx);
		const queue = emptyQueue();
		const since = new Map<number, Temporal.Instant>();
		let last: Fact | undefined;
		let number = 0;
		let rows: Fact[] = [];
		for (const fact of facts) {
			apply(queue, fact);
			if (fact.ticket !== undefined) since.set(fact.ticket, fact.at);
			if (fact.type === 'opened') number = fact.ticket;
			last = fact;
			if (rows.push(fact) < batch) continue;
			await writeRows(tx, rows);
			rows = [];
		}
		await writeRows(tx, rows);
		await writeEntries(tx, queue, since);
		if (last) await tx.updateTable('queue_counter').set({ seq: last.seq, number, at: last.at }).execute();
	});
}

async function writeRows(tx: Transaction<DB>, facts: readonly Fact[]): Promise<void> {
	const rows = facts.map((fact) => {
		const { seq, at, type, ticket } = fact;
		const actor = 'agent' in fact ? fact.agent : (fact.actor ?? null);
		return { seq, at, type, ticket, actor, ...columnsOf(fact) };
	});
	await sql`insert into queue_log select * from json_populate_recordset(null::queue_log, ${JSON.stringify(rows)})`.execute(
		tx,
	);
}

async function writeEntries(tx: Transaction<DB>, queue: Queue, since: Map<number, Temporal.Instant>): Promise<void> {
	const rows = [...queue.entries].map(([ticket, { lane, product, state, agent, reserved }]) => ({
		...{ ticket, customer: 0, lane, product, state, since: since.get(ticket) },
		agent: state === 'queued' ? null : agent,
		reserved_for: reserved?.for,
		reserved_until: reserved?.until,
	}));
	await sql`insert into queue_entry select * from json_populate_recordset(null::queue_entry, ${JSON.stringify(rows)})`.execute(
		tx,
	);
}
