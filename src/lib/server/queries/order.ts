import { type Kysely, sql } from 'kysely';
import { isOvertaking } from '#lib/domain/audit.ts';
import { dayOf, startOf } from '#lib/domain/calendar.ts';
import { type Proof, proveOn } from '#lib/domain/proof.ts';
import { namesCovered } from '../db/agents.ts';
import { glancePolicy } from '../db/policy.ts';
import { factsBehind } from '../db/queue-log.ts';
import { readProof } from '../db/queue-proof.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { replayed } from './ticket-steps.ts';

/** A ticket and how long it was, or has been, queued. Instants are ISO 8601 strings. */
export type TimeQueued = { number: number; subject: string; product: string; since: string; until: string };

export type OnDuty = { id: number; name: string; covers: string[] | undefined };

export type OrderPage = {
	/** From the first row of the log up to row `seq`, written at `at`; `all` where nothing is behind it. */
	proved: { seq: number; at: string | undefined; all: boolean; takings: number; overtakings: number };
	/** What was found wrong in that, how often, and the latest of it by row. */
	irregular: { found: number; latest: { seq: number; ticket: number | undefined; isOvertaking: boolean }[] };
	/** Since the local month began, on `start` (YYYY-MM-DD). Of overtakings, those among the latest findings that a proof keeps. */
	month: { start: string; takings: number; overtakings: number };
	/** How long those taken this month had been queued, once for each taking, and how long those queued now have been. */
	longest: (TimeQueued & { agent: string })[];
	queued: TimeQueued[];
	onDuty: OnDuty[];
};

/** How many tickets a list shows. */
const listed = 10;

/** The figures of the order of service, as every member of the staff may read them. */
export async function orderPage({ db, clock }: Desk): Promise<OrderPage> {
	const [now, policy] = await Promise.all([clock.now(db), glancePolicy(db)]);
	const first = dayOf(policy, now).with({ day: 1 });
	const start = startOf(policy, first);
	const [{ proof, all }, { takings, since }, longest, queued, onDuty] = await Promise.all([
		provedNow(db),
		takingsFrom(db, start),
		longestFrom(db, start),
		queuedLongest(db, now),
		whoIsOnDuty(db),
	]);
	const { seq, at, overtakings, found } = proof;
	return {
		proved: { seq, at: at?.toString(), all, takings: proof.takings, overtakings },
		irregular: { found, latest: latestIn(proof) },
		month: { start: first.toString(), takings, overtakings: since === undefined ? 0 : overtakingsFrom(proof, since) },
		...{ longest, queued, onDuty },
	};
}

/** The last proof with what was written since, so that the figures are true now. */
async function provedNow(db: Kysely<DB>): Promise<{ proof: Proof; all: boolean }> {
	const last = await readProof(db);
	const facts = await factsBehind(db, last.seq, replayed);
	return { proof: proveOn(last, facts), all: facts.length < replayed };
}

function overtakingsFrom({ findings }: Proof, since: number): number {
	return new Set(findings.filter((finding) => isOvertaking(finding) && finding.seq >= since).map(({ seq }) => seq))
		.size;
}

/** The latest first, each row once. */
function latestIn({ findings }: Proof): OrderPage['irregular']['latest'] {
	const byRow = Map.groupBy(findings.toReversed(), ({ seq }) => seq);
	const latest = [...byRow].slice(0, listed);
	return latest.map(([seq, of]) => ({ seq, ticket: of[0]?.ticket, isOvertaking: of.some(isOvertaking) }));
}

/** How many, and the row of the first. */
async function takingsFrom(db: Kysely<DB>, start: Temporal.Instant): Promise<{ takings: number; since?: number }> {
	const takings = db.selectFrom('queue_log').where('type', '=', 'taken').where('at', '>=', start);
	const { count, since } = await db
		.selectNoFrom([
			takings.select(({ fn }) => fn.countAll<number>().as('count')).as('count'),
			takings.select('seq').orderBy('at').orderBy('seq').limit(1).as('since'),
		])
		.executeTakeFirstOrThrow();
	return { takings: count ?? 0, since: since ?? undefined };
}

/** The names are looked up for the few that are shown. */
async function longestFrom(db: Kysely<DB>, start: Temporal.Instant): Promise<OrderPage['longest']> {
	const takings = db
		.selectFrom('queue_log')
		.select(['ticket', 'actor', 'since', 'at'])
		.where('type', '=', 'taken')
		.where('at', '>=', start)
		.where('since', 'is not', null)
		.orderBy(sql`at - since`, 'desc')
		.limit(listed);
	const rows = await db
		.with('longest', () => takings)
		.selectFrom('longest')
		.innerJoin('ticket', 'ticket.number', 'longest.ticket')
		.innerJoin('product', 'product.id', 'ticket.product')
		.innerJoin('account', 'account.id', 'longest.actor')
		.select(['number', 'subject', 'product.name as product', 'account.name as agent', 'longest.at as until'])
		.select((eb) => eb.ref('longest.since').$notNull().as('since'))
		.orderBy(sql`longest.at - longest.since`, 'desc')
		.execute();
	return rows.map((row) => ({ ...row, since: row.since.toString(), until: row.until.toString() }));
}

async function queuedLongest(db: Kysely<DB>, now: Temporal.Instant): Promise<TimeQueued[]> {
	const queued = db
		.selectFrom('queue_entry')
		.select(['ticket', 'product', 'since'])
		.where('state', '=', 'queued')
		.orderBy('since')
		.orderBy('ticket')
		.limit(listed);
	const rows = await db
		.with('longest', () => queued)
		.selectFrom('longest')
		.innerJoin('ticket', 'ticket.number', 'longest.ticket')
		.innerJoin('product', 'product.id', 'longest.product')
		.select(['number', 'subject', 'product.name as product', 'longest.since'])
		.orderBy('longest.since')
		.orderBy('number')
		.execute();
	return rows.map((row) => ({ ...row, since: row.since.toString(), until: now.toString() }));
}

async function whoIsOnDuty(db: Kysely<DB>): Promise<OnDuty[]> {
	const rows = await db
		.selectFrom('queue_agent')
		.innerJoin('account', 'account.id', 'queue_agent.agent')
		.select(['account.id', 'account.name', 'queue_agent.covers', namesCovered.as('names')])
		.where('queue_agent.on_duty', '=', true)
		.orderBy('account.name')
		.execute();
	return rows.map(({ id, name, covers, names }) => ({ id, name, covers: covers ? names : undefined }));
}
