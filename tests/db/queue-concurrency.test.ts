import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { readProof } from '#lib/server/db/queue-proof.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { prove } from '#lib/server/use-cases/prove.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { sendReminders } from '#lib/server/use-cases/remind.ts';
import { createDatabase } from '#platform/database.ts';
import { Administering } from '../support/administrators.ts';
import { expectAgreement } from '../support/agreement.ts';
import { Breaks } from '../support/breaks.ts';
import { Crew } from '../support/crew.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { fastClock } from '../support/fast-clock.ts';
import { asking, begin, giveStaff, granted } from '../support/house.ts';
import { giveShop, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';

/** At least and at most: on a busy machine it goes on until enough was taken, by every agent, and all there is has happened. */
const seconds = { least: 15, most: 60 };
const enoughTakings = 51;
const size = { takers: 8, openers: 8, closers: 4 };
/** A day a second: waits lapse, and reservations end, while the others go on. */
const timesAsFast = 86_400;
/** Openers stop at the one and go on at the other, so that the queue runs dry now and then and consultancy has its turn. */
const crowd = { most: 30, least: 5 };

const waitsTogether = 30;
/** Done by several side by side, for the waits that came to it in the meantime. */
const sweeps = [recordLapses, sendReminders];

const session = `counter ${randomUUID()}`;
const home = await testDesk();
const { db } = home.desk;
let shop: Shop;
let crew: Crew;
let breaks: Breaks;
let happened = new Set<string>();

beforeAll(async () => {
	shop = await giveShop(home.desk, { agents: size.takers, users: size.openers + size.closers, products: 3 });
	await waitTogether();
	const counter = createDatabase(home.url, { max: 20, name: session });
	const clock = await fastClock({ db: counter }, MONDAY_MORNING, timesAsFast);
	breaks = new Breaks({ ...home.desk, db: counter, clock }, { thrownShare: 0.5, actsPerKill: 10 });
	crew = new Crew(shop, breaks);
	const supervisor = await giveStaff(home.desk, 'giulia', 'supervisor');
	const administrator = await giveStaff(home.desk, 'elena', 'administrator');
	const administering = new Administering({ ...home.desk, clock }, administrator, shop, breaks);
	await serveForAWhile(supervisor, administering);
	await counter.destroy();
}, 120_000);

/** Waits of one morning, which come to their reminder, and to their end, at the same instant: whoever sweeps meets all the others. */
async function waitTogether(): Promise<void> {
	const [agent, user, product] = [shop.agents[0], shop.users[0], shop.products[0]];
	if (!agent || !user || !product) throw new Error('The shop is empty.');
	const { opened, taken } = begin(home.desk, product);
	for (let nth = 0; nth < waitsTogether; nth++) {
		await opened(user, { subject: randomUUID() });
		granted(await awaitCustomer(home.desk, agent, asking(await taken(agent))));
	}
}

async function serveForAWhile(supervisor: StaffViewer, house: Administering): Promise<void> {
	const from = performance.now();
	const goesOn = () => {
		const passed = (performance.now() - from) / 1000;
		return passed < seconds.least || (passed < seconds.most && !isEnough());
	};
	const until = async (act: () => Promise<unknown>, pauseMs = 0) => {
		while (goesOn()) {
			await act();
			if (pauseMs) await sleep(pauseMs);
		}
	};
	const [openers, closers] = [shop.users.slice(0, size.openers), shop.users.slice(size.openers)];
	let isOpen = true;
	const looksOn = async () => {
		happened = await whatHappened();
		const queued = await queuedNow();
		isOpen = queued < crowd.least || (isOpen && queued < crowd.most);
	};
	await using killer = await breaks.killing(home.url, session);
	await Promise.all([
		until(killer.kill),
		until(looksOn, 100),
		...openers.map((user) => until(() => (isOpen ? crew.opens(user) : sleep(5)))),
		...closers.map((user) => until(() => crew.closesOrReplies(user), 5)),
		...shop.agents.map((agent) => until(() => crew.serves(agent))),
		until(() => crew.supervises(supervisor), 100),
		until(() => house.disablesSomebody(), 200),
		until(() => house.changesCoverage(), 50),
		until(() => house.changesPolicy(), 100),
		until(() => house.closesTheDesk(), 3000),
		until(() => Promise.all([...sweeps, ...sweeps, ...sweeps].map((sweep) => breaks.attempt(sweep))), 100),
		until(() => breaks.attempt(prove), 100),
	]);
}

const isEnough = () =>
	crew.taken.length >= enoughTakings && everyAgentHasTaken() && allThereIs.every((each) => happened.has(each));
const everyAgentHasTaken = () => shop.agents.every(({ id }) => crew.taken.some(({ agent }) => agent === id));

const allThereIs = [
	...['opened', 'taken', 'moved', 'corrected', 'merged', 'coverage', 'policy', 'duty on', 'duty off'],
	...['queued put-back', 'queued resumed', 'queued withdrawn', 'queued replied', 'queued handed-over'],
	...['queued off-duty', 'queued disabled', 'held under-evaluation', 'held awaiting-customer'],
	...['resolved solved', 'resolved closed-by-customer', 'resolved lapsed'],
	...['notice handed-over', 'notice hold-placed', 'notice lapse-moved', 'notice lapsed', 'notice merged'],
	...['notice reminder', 'notice answered', 'notice resolved', 'reserved', 'consultancy taken'],
];

async function whatHappened(): Promise<Set<string>> {
	const { rows } = await sql<{ what: string }>`
		select distinct concat_ws(' ', type, reason, case when on_duty then 'on' when not on_duty then 'off' end) as what
			from queue_log
		union select distinct concat('notice ', kind) from mail_out
		union select 'reserved' from queue_log where reserved_for is not null
		union select 'consultancy taken' from queue_log join ticket on ticket.number = queue_log.ticket
			where type = 'taken' and ticket.lane = 'consultancy'`.execute(db);
	return new Set(rows.map(({ what }) => what));
}

async function queuedNow(): Promise<number> {
	const queued = db.selectFrom('queue_entry').select(({ fn }) => fn.countAll<number>().as('count'));
	return (await queued.where('state', '=', 'queued').executeTakeFirstOrThrow()).count;
}

test('a third of what was tried broke, and nothing broke that was not broken on purpose', () => {
	const { count, unexpected } = breaks;
	const share = count.broken / count.acts;
	console.log(
		`${crew.opened.size} openings and ${crew.taken.length} takings acknowledged; ${count.acts} acts, ` +
			`${Math.round(share * 100)} % broken, ${count.killed} connections killed`,
	);
	expect(unexpected).toEqual([]);
	expect(share).toBeGreaterThan(0.25);
	expect(count.killed / count.acts).toBeGreaterThan(0.05);
	expect(everyAgentHasTaken()).toBe(true);
	expect(crew.taken.length).toBeGreaterThanOrEqual(enoughTakings);
});

test('everything happened that there is', async () => {
	const seen = await whatHappened();
	expect(allThereIs.filter((each) => !seen.has(each))).toEqual([]);
});

test('the audit passes: nobody was overtaken, the log has no gap, no ticket was in hand twice', async () => {
	const audit = new Audit();
	for await (const fact of readQueueLog(db)) audit.read(fact);
	const { facts, takings, findings } = audit.report();
	expect(findings).toEqual([]);
	expect(takings).toBeGreaterThanOrEqual(crew.taken.length);
	expect(await db.selectFrom('queue_counter').select('seq').executeTakeFirst()).toEqual({ seq: facts });
	await expectSound(home.desk);
});

test('the log was proved while it was written', async () => {
	const { seq, findings } = await readProof(db);
	expect(seq).toBeGreaterThan(0);
	expect(findings).toEqual([]);
});

test('every acknowledged opening is there, once, under the number that was told', async () => {
	const tickets = await db.selectFrom('ticket').select(['number', 'subject']).execute();
	const told = new Map(tickets.map(({ number, subject }) => [subject, number]));
	expect(told.size).toBe(tickets.length);
	for (const [subject, number] of crew.opened) expect(told.get(subject)).toBe(number);
	expect(tickets.map(({ number }) => number).sort((a, b) => a - b)).toEqual(tickets.map((_, nth) => nth + 1));
});

test('every acknowledged taking is in the log', async () => {
	const takings = await db.selectFrom('queue_log').select(['ticket', 'actor']).where('type', '=', 'taken').execute();
	const logged = Map.groupBy(takings, ({ ticket, actor }) => `${ticket} ${actor}`);
	for (const [taking, told] of Map.groupBy(crew.taken, ({ ticket, agent }) => `${ticket} ${agent}`)) {
		expect(logged.get(taking)?.length).toBeGreaterThanOrEqual(told.length);
	}
});

test('every acknowledged reply is there, once', async () => {
	const messages = await db.selectFrom('message').select(['ticket', 'source']).execute();
	const said = Map.groupBy(messages, ({ ticket, source }) => `${ticket} ${source}`);
	for (const [text, ticket] of crew.replied) expect(said.get(`${ticket} ${text}`)).toHaveLength(1);
});

test('what is recorded of a ticket agrees: an open one has its entry, a resolved one its resolution, a held one its hold', () =>
	expectAgreement(home.desk));

test('a wait ends at its lapse or before: what lapsed did so at its instant, and no reply or reminder came after the end', async () => {
	const late = await db
		.selectFrom('hold')
		.leftJoin('mail_out', (join) =>
			join.onRef('mail_out.ticket', '=', 'hold.ticket').on('once_key', 'like', sql`concat('reminder:', hold.id, ':%')`),
		)
		.select(['hold.ticket', 'hold.ended_by', 'hold.ended_at', 'hold.lapses_at', 'mail_out.created_at as reminded_at'])
		.where('hold.case', '=', 'awaiting-customer')
		.where('hold.ended_at', 'is not', null)
		.where((eb) =>
			eb.or([
				eb.and([eb('ended_by', '=', 'lapsed'), eb('ended_at', '<>', eb.ref('lapses_at'))]),
				eb.and([eb('ended_by', '<>', 'lapsed'), eb('ended_at', '>=', eb.ref('lapses_at'))]),
				eb('mail_out.created_at', '>', eb.ref('ended_at')),
			]),
		)
		.execute();
	expect(late).toEqual([]);
});

test('no two transactions ever waited for each other', async () => {
	const client = new pg.Client({ connectionString: home.url });
	await client.connect();
	const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
	await client.end();
	expect(rows).toEqual([{ deadlocks: 0 }]);
});
