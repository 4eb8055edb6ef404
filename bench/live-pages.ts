// `npm run bench:live`: 2,000 customers have the page of their queued ticket open on one server, a process of its own. Measures how
// long a taking takes to reach all of them, how long others wait for a page meanwhile, and what the database is asked when 10, 500
// and 2,000 pages are open. Exits with 1 when a page took over 100 ms, or an event over a second.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { databaseClock } from '#lib/server/clock.ts';
import type { DB } from '#lib/server/db/types.ts';
import type { Desk } from '#lib/server/desk.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { openScratch } from '../src/composition/scratch.ts';
import { signedIn } from '../tests/support/accounts.ts';
import { begin, granted, key, on } from '../tests/support/house.ts';
import { giveShop } from '../tests/support/shop.ts';
import { processorMs } from './processor.ts';
import { type Server, startApplication } from './server.ts';

const viewers = [10, 500, 2_000];
const most = Math.max(...viewers);
const takings = 16;
const betweenMs = 500;
const limits = { pageMs: 100, eventMs: 1_000 };

const scratch = await openScratch();
try {
	const { url } = await scratch.database('live');
	const db = createDatabase(url, { max: 8, name: 'bench' });
	const desk: Desk = {
		db,
		clock: databaseClock,
		blobs: localBlobs(join(scratch.folder, 'files')),
		secretKey: secretKeyFrom(randomBytes(32)),
	};
	const shop = await giveShop(desk, { products: 1, users: most, agents: 1 });
	await openTickets(desk, shop.products[0] ?? 0, shop.users);
	const server = await startApplication(url, scratch.folder, 'warn');
	try {
		process.exitCode = (await measure(desk, shop, server)) ? 0 : 1;
	} finally {
		await server.stop();
		await db.destroy();
	}
} finally {
	await scratch.close();
}

/** The first is the one that is taken and put back; then one for each user. */
async function openTickets(desk: Desk, product: number, users: UserViewer[]): Promise<void> {
	const { opened } = begin(desk, product);
	const [first] = users;
	if (!first) return;
	for (const user of [first, ...users]) await opened(user);
	console.log(`${users.length + 1} tickets are queued.`);
}

/** Not a number where the system does not tell. */
const computed = async ({ pid }: Server) => (await processorMs(pid)) ?? Number.NaN;

/** One open page: when it was told of a place last. */
type Page = { toldAt: number; close(): void };

async function measure(desk: Desk, { users, agents }: { users: UserViewer[]; agents: StaffViewer[] }, server: Server) {
	const [agent] = agents;
	const [reader] = users;
	if (!agent || !reader) throw new Error('Nobody is there.');
	const cookie = await signedIn(desk, reader);
	const rows: Record<string, string | number>[] = [];
	let isWithin = true;
	for (const count of viewers) {
		// Each time anew: a stream lasts four minutes at least, and nobody comes back here.
		const open: Page[] = [];
		while (open.length < count) {
			const batch = users.slice(open.length, Math.min(open.length + 50, count));
			open.push(
				...(await Promise.all(batch.map((user, nth) => openPage(desk, server.origin, user, open.length + nth + 2)))),
			);
		}
		const idle = await asked(desk.db, () => sleep(takings * betweenMs));
		const events: number[] = [];
		const cpuBefore = await computed(server);
		const serving = await asked(desk.db, async () => {
			for (let nth = 0; nth < takings; nth++) events.push(...(await reach(desk, agent, open, nth)));
		});
		const cpuMs = ((await computed(server)) - cpuBefore) / takings;
		let isServing = true;
		const reading = readPages(server.origin, cookie, () => isServing);
		for (let nth = 0; nth < takings; nth++) await reach(desk, agent, open, nth);
		isServing = false;
		const pages = await reading;
		for (const page of open) page.close();
		console.log(`${count} pages measured.`);
		isWithin &&= Math.max(...pages) < limits.pageMs && Math.max(...events) < limits.eventMs;
		rows.push({
			pages: count,
			'event p50 ms': at(events, 0.5),
			'event p99': at(events, 0.99),
			'event max': at(events, 1),
			'page p50 ms': at(pages, 0.5),
			'page p99': at(pages, 0.99),
			'page max': at(pages, 1),
			'processor ms a change': cpuMs.toFixed(1),
			'asked/s, idle': idle.toFixed(1),
			'asked/s, changing': serving.toFixed(1),
		});
	}
	console.table(rows);
	return isWithin;
}

/** Takes the first of the line, or puts it back, and waits until every page was told; answers how long each took. */
async function reach(desk: Desk, agent: StaffViewer, open: Page[], nth: number): Promise<number[]> {
	const until = sleep(betweenMs);
	const act = nth % 2 === 0 ? takeNext(desk, agent, key()) : putBack(desk, agent, on(1));
	granted<unknown>(await act);
	const from = performance.now();
	const told = () => open.every(({ toldAt }) => toldAt > from - 5);
	while (!told() && performance.now() - from < 5_000) await sleep(2);
	await until;
	return open.map(({ toldAt }) => (toldAt > from - 5 ? Math.max(0, toldAt - from) : Number.POSITIVE_INFINITY));
}

async function openPage(desk: Desk, origin: string, user: UserViewer, ticket: number): Promise<Page> {
	const cookie = await signedIn(desk, user);
	const request = get(`${origin}/live?ticket=${ticket}`, { headers: { cookie }, agent: false });
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	if (response.statusCode !== 200) throw new Error(`A page was answered ${response.statusCode}.`);
	const page: Page = { toldAt: 0, close: () => request.destroy() };
	response.on('data', (chunk: Buffer) => {
		if (chunk.includes('event: place')) page.toldAt = performance.now();
	});
	response.on('error', () => undefined);
	return page;
}

/** How long somebody else waits for a ticket's page, asked for again and again. */
async function readPages(origin: string, cookie: string, goesOn: () => boolean): Promise<number[]> {
	const took: number[] = [];
	while (goesOn()) {
		const from = performance.now();
		await (await fetch(`${origin}/tickets/2`, { headers: { cookie } })).text();
		took.push(performance.now() - from);
		await sleep(20);
	}
	return took;
}

/** Transactions a second of the whole database while it lasts; the acts themselves are among them, two a second. */
async function asked(db: Kysely<DB>, during: () => Promise<unknown>): Promise<number> {
	const before = await transactions(db);
	const from = performance.now();
	await during();
	const seconds = (performance.now() - from) / 1_000;
	return ((await transactions(db)) - before) / seconds;
}

async function transactions(db: Kysely<DB>): Promise<number> {
	// A session that has nothing to do tells of what it did ten seconds later.
	await sleep(11_000);
	const { rows } = await sql<{
		count: number;
	}>`select xact_commit as count from pg_stat_database where datname = current_database()`.execute(db);
	return rows[0]?.count ?? 0;
}

function at(values: number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
}
