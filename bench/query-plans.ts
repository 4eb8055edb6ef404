// `npm run plans`: the plans and times of the queries behind the pages everybody waits for, on 100,000 tickets of which
// 5,000 are queued. The queries are those the product sends, caught on their way. Exits with 1 when one takes over 2 ms.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, type LogEvent, sql } from 'kysely';
import pg from 'pg';
import { type TicketInSight, ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer, UserViewer, Viewer } from '#lib/server/access/viewer.ts';
import { databaseClock, setClock } from '#lib/server/clock.ts';
import { factsBehind } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';
import { actChoices } from '#lib/server/queries/act-choices.ts';
import { deskPage, queuePage } from '#lib/server/queries/desk.ts';
import { licensedProducts } from '#lib/server/queries/licences.ts';
import { listedTickets } from '#lib/server/queries/listed-tickets.ts';
import { mailOut } from '#lib/server/queries/mail-out.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { orderPage } from '#lib/server/queries/order.ts';
import { orderAnswer } from '#lib/server/queries/order-answer.ts';
import { placeInQueue } from '#lib/server/queries/place.ts';
import { searchTickets } from '#lib/server/queries/search-tickets.ts';
import { similarTickets } from '#lib/server/queries/similar-tickets.ts';
import { customerTicketPage, staffTicketPage } from '#lib/server/queries/ticket-page.ts';
import { whyBefore } from '#lib/server/queries/why-before.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { localBlobs } from '#platform/blobs.ts';
import { careless } from '#platform/cluster.ts';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { fillSearchable } from '../src/migrations/0007_search.ts';
import { fillHouse, large, size } from './house.ts';

const limitMs = 2;
/** What searches, by whose tickets: of the largest customer there is, and of one of the many with some 50. */
const searchLimitsMs: Record<string, number> = { 'of the large customer': 20, 'of a usual customer': 5 };
/** The best of so many, since the machine may be busy with something else. */
const runs = 40;

/** The end of the last month, in which some 2,000 tickets were taken. */
const monthEnd = setClock(Temporal.Instant.from('2026-03-28T20:00Z'));

type Plan = { 'Planning Time': number; 'Execution Time': number };
type Timed = { act: string; sql: string; planning: number; execution: number };

const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-plans-')));
const postgres = await joinCluster(place, { name: 'sportello plans', settings: careless });
try {
	const timed = await measure(postgres.url);
	process.exitCode = report(timed) ? 0 : 1;
} finally {
	await postgres.leave();
	await rm(place.dataDir, { recursive: true, force: true });
}

/** The acts are carried out on a copy; what they sent is explained, and undone, on the untouched original. */
async function measure(url: string): Promise<Timed[]> {
	await migrate(url);
	await connected(url, fillHouse);
	await makeSearchable(url);
	const [original, copy] = [new URL(url).pathname.slice(1), 'acted'];
	await connected(at(url, 'postgres'), (client) =>
		client.query(`create database ${copy} template ${original} strategy file_copy`),
	);
	const caught = await catchQueries(at(url, copy));
	return connected(url, async (client) => {
		const timed: Timed[] = [];
		for (const [act, queries] of caught) timed.push(...(await explain(client, act, queries)));
		return timed;
	});
}

/** The house is filled without triggers, so that it does not take hours. */
async function makeSearchable(url: string): Promise<void> {
	const db = createDatabase(url, { max: 1 });
	await sql`set statement_timeout = 0`.execute(db);
	await db.transaction().execute(fillSearchable);
	await sql`vacuum analyze`.execute(db);
	await db.destroy();
}

function at(url: string, database: string): string {
	return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return use(client).finally(() => client.end());
}

/** What each act sends, in order, from the Kysely of the product. */
async function catchQueries(url: string): Promise<Map<string, CompiledQuery[]>> {
	let sent: CompiledQuery[] = [];
	const log = ({ query }: LogEvent) => {
		if (/^\s*(select|with|insert|update|delete)\b/.test(query.sql)) sent.push(query);
	};
	const db = createDatabase(url, { max: 5, log });
	const desk: Desk = { db, clock: databaseClock, blobs: localBlobs(join(place.dataDir, 'files')) };
	const caught = new Map<string, CompiledQuery[]>();
	for (const [act, run] of Object.entries(await acts(desk))) {
		sent = [];
		await run();
		caught.set(act, sent);
	}
	await db.destroy();
	return caught;
}

/** Each seen by whoever has the most to read: an agent with many holds, a customer with many tickets. */
async function acts(desk: Desk): Promise<Record<string, () => Promise<unknown>>> {
	const agent = await staff(desk, 'agente1');
	const idle = await staff(desk, `agente${size.agents + 1}`);
	const colleague = await user(desk, true);
	const alone = await user(desk, false);
	const queued = await lastQueued(desk, colleague.customer);
	const waiting = await waitingConsultancy(desk);
	const held = await oneOnHold(desk);
	return {
		'ticket page of the customer': () => customerTicketPage(desk, colleague, queued),
		'ticket page of staff': () => staffTicketPage(desk, agent, held),
		'choices of an agent who has it in hand': async () => actChoices(desk, agent, await seen(desk, agent, queued)),
		desk: () => deskPage(desk, agent),
		'whole queue, its last page': () => queuePage(desk, agent, size.queued / 50),
		'place in queue': () => placeInQueue(desk.db, size.tickets, 'consultancy'),
		'why others go first': () => whyBefore(desk.db, waiting),
		order: () => orderPage({ ...desk, clock: monthEnd }),
		'order, a ticket explained': () => orderAnswer(desk, 60_000),
		'software of a new ticket': () => licensedProducts(desk.db, colleague),
		'home list': () => myTickets(desk, colleague),
		'home list, own tickets only': () => myTickets(desk, alone),
		...searches(desk, 'of the large customer', await named(desk, large.user)),
		...searches(desk, 'of a usual customer', await named(desk, 'utente999')),
		'notices, far down': () => mailOut(desk.db, { before: size.tickets / 2 }),
		'notices of a rare kind': () => mailOut(desk.db, { kind: 'merged' }),
		'notices about a ticket': () => mailOut(desk.db, { ticket: queued }),
		...writing(desk, colleague, queued),
		'new rows of the log, for the pages that are open': async () =>
			factsBehind(desk.db, (await lastRow(desk)) - 20, 2_000),
		taking: () => takeNext(desk, idle, { requestKey: randomUUID() }),
	};
}

/** What a user writes: each tells whoever looks (NOTIFY), and what can be found is made searchable. */
function writing(desk: Desk, user: UserViewer, ticket: number): Record<string, () => Promise<unknown>> {
	const text = 'Il rilievo non si chiude e il programma lo dice, anche dopo la compensazione della poligonale. '.repeat(
		4,
	);
	return {
		'reading kept': () => readTicket(desk, user, { ticket, message: size.messages, seq: 1 }),
		'draft kept': async () => accepted(await saveDraft(desk, user, await begunDraft(desk, user, ticket, text))),
		reply: async () => accepted(await replyAsCustomer(desk, user, { ...sending(ticket), text })),
		opening: async () => {
			const [product] = await licensedProducts(desk.db, user);
			if (!product) throw new Error('No software is licensed.');
			accepted(
				await openTicket(desk, user, {
					...sending(ticket),
					...{ product: product.id, lane: 'technical', subject: text.slice(0, 90), description: text },
					...{ version: '12.1', operatingSystem: 'Windows 11', tools: '', follows: undefined },
				}),
			);
		},
	};
}

function sending(ticket: number) {
	return { requestKey: randomUUID(), ticket, files: [], draft: undefined };
}

/** Saved on top of what the house has. */
async function begunDraft({ db }: Desk, user: UserViewer, ticket: number, text: string) {
	const draft = db
		.selectFrom('draft')
		.select(['id', 'version'])
		.where('account', '=', user.id)
		.where('ticket', 'is not', null);
	const { id, version } = await draft.orderBy('id').limit(1).executeTakeFirstOrThrow();
	return { ...sending(ticket), draft: id, base: version, fields: { text } };
}

function accepted<Done extends { ok: boolean }>(outcome: Done): void {
	if (!outcome.ok) throw new Error(`An act was refused: ${JSON.stringify(outcome)}`);
}

async function lastRow({ db }: Desk): Promise<number> {
	return (await db.selectFrom('queue_counter').select('seq').executeTakeFirstOrThrow()).seq;
}

/** Lists and searches as they are asked for, and as nobody would ask who meant well. */
function searches(desk: Desk, whose: string, viewer: UserViewer): Record<string, () => Promise<unknown>> {
	const search = (typed: string, filter = {}) => searchTickets(desk, viewer, { typed, filter, page: 1 });
	return {
		[`list ${whose}`]: () => listedTickets(desk, viewer, {}),
		[`list ${whose}, my turn`]: () => listedTickets(desk, viewer, { turn: 'customer' }),
		[`list ${whose}, one product, far down`]: () =>
			listedTickets(desk, viewer, { product: 3, turn: 'resolved' }, 30_000),
		[`search ${whose}: a rare word`]: () => search('nivere 1204'),
		[`search ${whose}: words of every ticket`]: () => search('il rilievo non si chiude'),
		[`search ${whose}: the same, filtered`]: () => search('rilievo chiude', { turn: 'resolved', product: 3 }),
		[`search ${whose}: a word begun`]: () => search('baba rili'),
		[`search ${whose}: misspelt words`]: () => search('rileivo chidue progamma'),
		[`search ${whose}: tickets like a subject`]: () =>
			similarTickets(desk, viewer, { product: 8, subject: 'Il rilievo non si chiude' }),
		[`search ${whose}: ten words`]: () => search('rilievo chiude programma dice baba cecici lalo barere cibare reba'),
	};
}

async function named({ db }: Desk, username: string): Promise<UserViewer> {
	const account = db.selectFrom('account').select(['id', 'customer']).where('username', '=', username);
	const { id, customer } = await account.executeTakeFirstOrThrow();
	if (customer === null) throw new Error(`${username} is of no customer.`);
	return { id, role: 'user', customer, seesColleagues: true, name: username, language: 'it', theme: undefined };
}

async function staff({ db }: Desk, username: string): Promise<StaffViewer> {
	const { id } = await db.selectFrom('account').select('id').where('username', '=', username).executeTakeFirstOrThrow();
	return { id, role: 'agent', name: username, language: 'it', theme: undefined };
}

/** The user with the most open tickets in sight. */
async function user({ db }: Desk, seesColleagues: boolean): Promise<UserViewer> {
	const { customer, id } = await db
		.selectFrom('ticket')
		.innerJoin('queue_entry', 'queue_entry.ticket', 'ticket.number')
		.select(['ticket.customer', 'ticket.opened_by as id'])
		.groupBy(['ticket.customer', 'ticket.opened_by'])
		.orderBy((eb) => eb.fn.countAll(), 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return { id, role: 'user', customer, seesColleagues, name: 'Utente', language: 'it', theme: undefined };
}

/** The last to arrive of a customer's queued tickets: the one with the most before it. */
async function lastQueued({ db }: Desk, customer: number): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.innerJoin('ticket', 'ticket.number', 'queue_entry.ticket')
		.select('queue_entry.ticket')
		.where('ticket.customer', '=', customer)
		.where('queue_entry.state', '=', 'queued')
		.orderBy('queue_entry.ticket', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

/** A consultancy ticket with three quarters of the consultancy before it, and some 300 tickets that arrived later and were served. */
async function waitingConsultancy({ db }: Desk): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'queued')
		.where('lane', '=', 'consultancy')
		.orderBy('ticket')
		.offset((size.queued * 3) / 20)
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

async function oneOnHold({ db }: Desk): Promise<number> {
	const { ticket } = await db
		.selectFrom('queue_entry')
		.select('ticket')
		.where('state', '=', 'awaiting-customer')
		.limit(1)
		.executeTakeFirstOrThrow();
	return ticket;
}

async function seen({ db }: Desk, viewer: Viewer, number: number): Promise<TicketInSight> {
	const ticket = await ticketInSight(db, viewer, number);
	if (!ticket) throw new Error(`Ticket ${number} is not in sight.`);
	return ticket;
}

/** Runs what an act sends again and again, each time undone, and prints the plans. */
async function explain(client: pg.Client, act: string, queries: CompiledQuery[]): Promise<Timed[]> {
	const timed = queries.map(({ sql }): Timed => ({ act, sql, planning: Infinity, execution: Infinity }));
	for (let run = 0; run < runs; run++) {
		await client.query('begin');
		for (const [nth, query] of queries.entries()) {
			const best = timed[nth] as Timed;
			const { 'Planning Time': planning, 'Execution Time': execution } = await planOf(client, query);
			best.planning = Math.min(best.planning, planning);
			best.execution = Math.min(best.execution, execution);
		}
		await client.query('rollback');
	}
	await client.query('begin');
	for (const query of queries) {
		console.log(`\n── ${act}\n${query.sql}\n`);
		for (const row of await explained(client, 'analyze, buffers', query)) console.log(`   ${row['QUERY PLAN']}`);
	}
	await client.query('rollback');
	return timed;
}

async function planOf(client: pg.Client, query: CompiledQuery): Promise<Plan> {
	const [row] = await explained(client, 'analyze, timing off, format json', query);
	const plans = row?.['QUERY PLAN'] as Plan[] | undefined;
	if (!plans?.[0]) throw new Error('PostgreSQL gave no plan.');
	return plans[0];
}

async function explained(client: pg.Client, how: string, query: CompiledQuery): Promise<Record<string, unknown>[]> {
	const values = query.parameters.map((value) => (value instanceof Temporal.Instant ? value.toString() : value));
	return (await client.query(`explain (${how}) ${query.sql}`, values)).rows;
}

/** Planning counts: the product has every query planned as it is sent. */
function milliseconds({ planning, execution }: Timed): number {
	return planning + execution;
}

function limitOf({ act }: Timed): number {
	if (!act.startsWith('search ')) return limitMs;
	return Object.entries(searchLimitsMs).find(([whose]) => act.includes(whose))?.[1] ?? limitMs;
}

function report(timed: Timed[]): boolean {
	console.log(
		`\n${size.tickets} tickets, ${size.queued} queued; the slowest query behind each, best of ${runs}, limit ${limitMs} ms\n`,
	);
	for (const [act, queries] of Map.groupBy(timed, ({ act }) => act)) {
		const slowest = queries.reduce((a, b) => (milliseconds(b) > milliseconds(a) ? b : a));
		const { planning, execution } = slowest;
		const total = milliseconds(slowest).toFixed(2).padStart(6);
		console.log(
			`${total} ms = ${planning.toFixed(2)} planning + ${execution.toFixed(2)} execution  ${act} (${queries.length} queries)`,
		);
	}
	const slow = timed.filter((query) => milliseconds(query) > limitOf(query));
	for (const query of slow)
		console.log(`\n${query.act}: ${milliseconds(query).toFixed(2)} ms is too slow:\n${query.sql}`);
	return slow.length === 0;
}
