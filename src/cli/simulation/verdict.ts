import { type Kysely, sql } from 'kysely';
import { Audit, type AuditReport } from '#lib/domain/audit.ts';
import { type Entry, openStates } from '#lib/domain/queue.ts';
import { readQueueLog, reservationFrom } from '#lib/server/db/queue-log.ts';
import type { DB } from '#lib/server/db/types.ts';
import { factOf } from './ledger.ts';
import type { World } from './world.ts';

export type Verdict = Pick<AuditReport, 'takings' | 'overtakings'> & {
	/** Of every row of the queue log. */
	digest: string;
	/** What is not as it has to be; empty when all is well. */
	wrong: string[];
};

/** Holds the database against the policy (the audit), against itself (the fold) and against what was acknowledged. */
export async function judge(db: Kysely<DB>, { memory, ledger }: World): Promise<Verdict> {
	const audit = new Audit();
	for await (const fact of readQueueLog(db)) audit.read(fact);
	const { takings, overtakings, findings } = audit.report();
	const open = [...memory.tickets.values()].filter(({ state }) => state !== 'resolved');
	const wrong = [
		...ledger.wrong,
		...findings.map((finding) => `row ${finding.seq} of the log: ${JSON.stringify(finding)}`),
		...differences('the queue as a table', entriesInWords(audit.queue.entries), await entriesOf(db)),
		...differences('agents as a table', agentsInWords(audit.queue.agents), await agentsOf(db)),
		...differences('acknowledged facts', ledger.facts, await factsOf(db)),
		...differences('acknowledged texts', ledger.texts.toSorted(), await textsOf(db)),
		...differences('reminders', ledger.reminders.toSorted(), await remindersOf(db)),
		...differences('holds', holdsPromised(memory.waits), await holdsOf(db)),
		...differences(
			'tickets',
			open.map(({ number, state }) => `${number} ${state}`),
			await openTickets(db),
		),
		...(await brokenPromises(db)),
	];
	return { takings, overtakings, digest: await digestOf(db), wrong };
}

/** Where two lists that have to be the same part. */
function differences(of: string, expected: readonly string[], found: readonly string[]): string[] {
	const nth = expected.findIndex((line, index) => line !== found[index]);
	if (nth === -1 && expected.length === found.length) return [];
	const at = nth === -1 ? expected.length : nth;
	return [`${of}: ${expected[at] ?? 'nothing more'} was expected as number ${at + 1}, not ${found[at] ?? 'nothing'}`];
}

function entriesInWords(entries: Iterable<[number, Entry]>): string[] {
	const sorted = [...entries].sort(([a], [b]) => a - b);
	return sorted.map(([ticket, { lane, product, state, agent, reserved }]) =>
		[ticket, lane, product, state, agent, reserved?.for, reserved?.until].join(' '),
	);
}

async function entriesOf(db: Kysely<DB>): Promise<string[]> {
	const rows = await db.selectFrom('queue_entry').selectAll().orderBy('ticket').execute();
	return entriesInWords(
		rows.map(({ ticket, lane, product, state, agent, ...row }) => [
			ticket,
			{ lane, product, state, agent: agent ?? undefined, reserved: reservationFrom(row) },
		]),
	);
}

type Duty = { onDuty: boolean | undefined; covers: readonly number[] | undefined };

function agentsInWords(agents: Iterable<[number, Duty]>): string[] {
	const sorted = [...agents].sort(([a], [b]) => a - b);
	return sorted.map(([agent, { onDuty, covers }]) => `${agent} ${onDuty} ${covers ?? 'all'}`);
}

async function agentsOf(db: Kysely<DB>): Promise<string[]> {
	const rows = await db.selectFrom('queue_agent').selectAll().execute();
	return agentsInWords(
		rows.map(({ agent, on_duty, covers }) => [agent, { onDuty: on_duty ?? undefined, covers: covers ?? undefined }]),
	);
}

async function factsOf(db: Kysely<DB>): Promise<string[]> {
	const rows = await db.selectFrom('queue_log').select(['type', 'ticket', 'actor']).orderBy('seq').execute();
	return rows.map(({ type, ticket, actor }) => factOf(type, ticket, actor));
}

async function textsOf(db: Kysely<DB>): Promise<string[]> {
	const notes = db.selectFrom('note').select('source');
	const rows = await db.selectFrom('message').select('source').unionAll(notes).execute();
	return rows.map(({ source }) => source).sort();
}

async function remindersOf(db: Kysely<DB>): Promise<string[]> {
	const rows = await db
		.selectFrom('mail_out')
		.select(['ticket', 'created_at'])
		.where('kind', '=', 'reminder')
		.execute();
	return rows.map(({ ticket, created_at }) => `ticket ${ticket} at ${created_at}`).sort();
}

function holdsPromised(waits: World['memory']['waits']): string[] {
	const sorted = waits.toSorted((a, b) => a.ticket - b.ticket);
	return sorted.map(({ ticket, promised }) => `ticket ${ticket} from ${promised.placedAt} to ${promised.lapsesAt}`);
}

async function holdsOf(db: Kysely<DB>): Promise<string[]> {
	const rows = await db
		.selectFrom('hold')
		.select(['ticket', 'placed_at', 'lapses_at'])
		.where('lapses_at', 'is not', null)
		.orderBy('ticket')
		.orderBy('id')
		.execute();
	return rows.map(({ ticket, placed_at, lapses_at }) => `ticket ${ticket} from ${placed_at} to ${lapses_at}`);
}

async function openTickets(db: Kysely<DB>): Promise<string[]> {
	const rows = await db
		.selectFrom('ticket')
		.innerJoin('queue_entry', 'queue_entry.ticket', 'ticket.number')
		.select(['ticket.number', 'queue_entry.state'])
		.where('queue_entry.state', 'in', openStates)
		.orderBy('ticket.number')
		.execute();
	return rows.map(({ number, state }) => `${number} ${state}`);
}

/** A lapse is resolved at its own instant, anything else that ends a hold comes before it, and every end is one. */
async function brokenPromises(db: Kysely<DB>): Promise<string[]> {
	const { rows } = await sql<{ what: string }>`
		select 'the hold of ticket ' || hold.ticket || ' ended by ' || ended_by || ' at ' || ended_at as what
		from hold left join resolution on resolution.ticket = hold.ticket and resolution."as" = 'lapsed'
		where lapses_at is not null and case ended_by
			when 'lapsed' then ended_at <> lapses_at or resolution.at is distinct from lapses_at
			else ended_at >= lapses_at
		end
		union all
		select 'ticket ' || number || ' is neither open nor resolved, or both'
		from ticket
		left join queue_entry on queue_entry.ticket = number
		left join resolution on resolution.ticket = number
		where (queue_entry.ticket is null) = (resolution.ticket is null)
	`.execute(db);
	return rows.map(({ what }) => what);
}

async function digestOf(db: Kysely<DB>): Promise<string> {
	const { rows } = await sql<{ digest: string }>`
		select left(encode(sha256(coalesce(string_agg(row::text, E'\n' order by seq), '')::bytea), 'hex'), 16) as digest
		from queue_log row
	`.execute(db);
	return rows[0]?.digest ?? '';
}
