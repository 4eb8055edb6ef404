import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import { lanes } from '#lib/domain/queue.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { createDatabase } from '#platform/database.ts';
import { testDesk } from '../support/desk.ts';
import { giveShop, type Shop } from '../support/shop.ts';

/** At least and at most: on a busy machine it goes on until enough was taken, and by every agent. */
const seconds = { least: 15, most: 60 };
const enoughTakings = 51;
const crew = { takers: 8, openers: 8, closers: 4 };
/** Of the acts, how many meet an error of ours at a random statement; the killer's share comes on top. */
const thrownShare = 0.35;
/** One connection is killed for so many acts. */
const actsPerKill = 10;

const session = `counter ${randomUUID()}`;
const home = await testDesk();
let desk: Desk;
let shop: Shop;

const acknowledged = { opened: new Map<string, number>(), taken: [] as string[] };
const count = { acts: 0, broken: 0, killed: 0 };
const unexpected: unknown[] = [];

beforeAll(async () => {
	shop = await giveShop(home.desk, { agents: crew.takers, users: crew.openers + crew.closers, products: 3 });
	const db = createDatabase(home.url, { max: 20, name: session });
	desk = { ...home.desk, db, clock: databaseClock };
	await serveForAWhile();
	await db.destroy();
}, 90_000);

class OnPurpose extends Error {}

/** A desk whose database fails at its n-th statement. */
function failing(nth: number): Desk {
	let statements = 0;
	const plugin: KyselyPlugin = {
		transformQuery({ node }) {
			if (++statements === nth) throw new OnPurpose();
			return node;
		},
		transformResult: async ({ result }) => result,
	};
	return { ...desk, db: desk.db.withPlugin(plugin) };
}

const upTo = (most: number) => 1 + Math.floor(Math.random() * most);
const among = <T>(choices: readonly T[]): T => choices[upTo(choices.length) - 1] as T;

/** What an act came to; nothing when it broke, in which case nobody knows whether it was done. */
async function attempt<T>(act: (desk: Desk) => Promise<T>): Promise<T | undefined> {
	count.acts += 1;
	try {
		return await act(Math.random() < thrownShare ? failing(upTo(12)) : desk);
	} catch (error) {
		count.broken += 1;
		if (!isBreak(error)) unexpected.push(error);
		return undefined;
	}
}

/** Thrown here, or a connection that was killed: in the middle of a statement (57P01), or between two. */
function isBreak(error: unknown): boolean {
	if (error instanceof OnPurpose) return true;
	const { code, message } = error as { code?: string; message: string };
	return (
		code === '57P01' || code === 'ECONNRESET' || code === 'EPIPE' || /Connection terminated|not queryable/.test(message)
	);
}

async function serveForAWhile(): Promise<void> {
	const from = performance.now();
	const goesOn = () => {
		const passed = (performance.now() - from) / 1000;
		return (
			passed < seconds.least ||
			(passed < seconds.most && !(everyAgentHasTaken() && acknowledged.taken.length >= enoughTakings))
		);
	};
	const until = async (act: () => Promise<void>) => {
		while (goesOn()) await act();
	};
	const [openers, closers] = [shop.users.slice(0, crew.openers), shop.users.slice(crew.openers)];
	await using killer = await killing();
	await Promise.all([
		until(killer.kill),
		...openers.map((user) => until(() => opens(user))),
		...closers.map((user) => until(() => closesOrReplies(user))),
		...shop.agents.map((agent) => until(() => serves(agent))),
	]);
}

const everyAgentHasTaken = () =>
	shop.agents.every(({ id }) => acknowledged.taken.some((taking) => taking.endsWith(` ${id}`)));

/** Sent again under the same key until it is acknowledged or refused, as a browser would. */
async function opens(user: Shop['users'][number]): Promise<void> {
	const requestKey = randomUUID();
	const input = {
		requestKey,
		product: among(shop.products),
		lane: among(lanes),
		subject: requestKey,
		description: 'Non parte',
		version: '1',
		operatingSystem: '',
		tools: '',
		files: [],
		follows: undefined,
	};
	for (let tries = 0; tries < 5; tries++) {
		const outcome = await attempt((desk) => openTicket(desk, user, input));
		if (outcome?.ok) acknowledged.opened.set(requestKey, outcome.value.ticket);
		if (outcome) return;
	}
}

async function serves(agent: Shop['agents'][number]): Promise<void> {
	const taking = await attempt((desk) => takeNext(desk, agent, { requestKey: randomUUID() }));
	if (taking?.ok) acknowledged.taken.push(`${taking.value.ticket} ${agent.id}`);
	const refusal = taking?.ok === false ? taking.refusal : undefined;
	const ticket = taking?.ok
		? taking.value.ticket
		: refusal?.reason === 'in-hand-limit'
			? refusal.tickets[0]
			: undefined;
	if (ticket === undefined) return;

	const on = () => ({ ticket, requestKey: randomUUID(), text: 'Vediamo', files: [] });
	const letGo = among(['resolve', 'put back', 'evaluate', 'evaluate', 'ask', 'ask', 'ask']);
	if (letGo === 'resolve') await attempt((desk) => resolve(desk, agent, on()));
	if (letGo === 'put back') await attempt((desk) => putBack(desk, agent, on()));
	if (letGo === 'evaluate') await attempt((desk) => evaluate(desk, agent, on()));
	if (letGo === 'ask') await attempt((desk) => awaitCustomer(desk, agent, { ...on(), missing: ['tools-used'] }));
	if (Math.random() < 0.5) return;
	await attempt((desk) => (letGo === 'evaluate' ? resume(desk, agent, on()) : withdrawRequest(desk, agent, on())));
}

async function closesOrReplies(user: Shop['users'][number]): Promise<void> {
	const ticket = upTo(Math.max(1, acknowledged.opened.size));
	const on = { ticket, requestKey: randomUUID(), text: 'Ecco', files: [] };
	await attempt((desk) => (Math.random() < 0.3 ? closeTicket(desk, user, on) : replyAsCustomer(desk, user, on)));
}

/** Ends one busy connection of the crew at random. */
async function killing() {
	const client = new pg.Client({ connectionString: home.url });
	await client.connect();
	const victim = `select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = $1 and state in ('active', 'idle in transaction') order by random() limit 1`;
	return {
		async kill() {
			await sleep(upTo(10));
			if (count.killed * actsPerKill > count.acts) return;
			count.killed += (await client.query(victim, [session])).rowCount ?? 0;
		},
		[Symbol.asyncDispose]: () => client.end(),
	};
}

const { db } = home.desk;

test('a third of what was tried broke, and nothing broke that was not broken on purpose', () => {
	const share = count.broken / count.acts;
	const { opened, taken } = acknowledged;
	console.log(
		`${opened.size} openings and ${taken.length} takings acknowledged; ${count.acts} acts, ` +
			`${Math.round(share * 100)} % broken, ${count.killed} connections killed`,
	);
	expect(unexpected).toEqual([]);
	expect(share).toBeGreaterThan(0.25);
	expect(count.killed / count.acts).toBeGreaterThan(0.05);
	expect(everyAgentHasTaken()).toBe(true);
	expect(taken.length).toBeGreaterThanOrEqual(enoughTakings);
});

test('the audit passes: nobody was overtaken, the log has no gap, no ticket was in hand twice', async () => {
	const audit = new Audit();
	for await (const fact of readQueueLog(db)) audit.read(fact);
	const { facts, takings, findings } = audit.report();
	expect(findings).toEqual([]);
	expect(takings).toBeGreaterThanOrEqual(acknowledged.taken.length);
	expect(await db.selectFrom('queue_counter').select('seq').executeTakeFirst()).toEqual({ seq: facts });

	const rows = await db.selectFrom('queue_entry').select(['ticket', 'lane', 'product', 'state', 'agent']).execute();
	const table = new Map(rows.map(({ ticket, agent, ...entry }) => [ticket, { ...entry, agent: agent ?? undefined }]));
	expect(table).toEqual(audit.queue.entries);
});

test('every acknowledged opening is there, once, under the number that was told', async () => {
	const tickets = await db.selectFrom('ticket').select(['number', 'subject']).execute();
	const told = new Map(tickets.map(({ number, subject }) => [subject, number]));
	expect(told.size).toBe(tickets.length);
	for (const [subject, number] of acknowledged.opened) expect(told.get(subject)).toBe(number);
	expect(tickets.map(({ number }) => number).sort((a, b) => a - b)).toEqual(tickets.map((_, nth) => nth + 1));
});

test('every acknowledged taking is in the log', async () => {
	const takings = await db.selectFrom('queue_log').select(['ticket', 'actor']).where('type', '=', 'taken').execute();
	const logged = Map.groupBy(takings, ({ ticket, actor }) => `${ticket} ${actor}`);
	for (const [taking, told] of Map.groupBy(acknowledged.taken, (each) => each)) {
		expect(logged.get(taking)?.length).toBeGreaterThanOrEqual(told.length);
	}
});

test('what is recorded of a ticket agrees: an open one has its entry, a resolved one its resolution, a held one its hold', async () => {
	const odd = await db
		.selectFrom('ticket')
		.leftJoin('queue_entry as entry', 'entry.ticket', 'ticket.number')
		.leftJoin('resolution', 'resolution.ticket', 'ticket.number')
		.leftJoin('hold', (join) => join.onRef('hold.ticket', '=', 'ticket.number').on('hold.ended_at', 'is', null))
		.select(['ticket.number', 'entry.state', 'resolution.as', 'hold.case'])
		.execute();
	const disagreeing = odd.filter((row) => {
		const onHold = row.state === 'under-evaluation' || row.state === 'awaiting-customer';
		return (row.state === null) === (row.as === null) || row.case !== (onHold ? row.state : null);
	});
	expect(disagreeing).toEqual([]);
});

test('no two transactions ever waited for each other', async () => {
	const client = new pg.Client({ connectionString: home.url });
	await client.connect();
	const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
	await client.end();
	expect(rows).toEqual([{ deadlocks: 0 }]);
});
