import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import type { Fact } from '#lib/domain/queue.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { comes, doesSomething, leaves } from '../../src/cli/simulation/agents.ts';
import { Breaker } from '../../src/cli/simulation/breaker.ts';
import { closesIt, opens, replies } from '../../src/cli/simulation/customers.ts';
import { dice } from '../../src/cli/simulation/dice.ts';
import { awaits, evaluates, resumes, withdraws } from '../../src/cli/simulation/holding.ts';
import { type House, openHouse } from '../../src/cli/simulation/house.ts';
import { reminds, sweeps } from '../../src/cli/simulation/jobs.ts';
import { correctsProduct, handsOver, merges, movesLane } from '../../src/cli/simulation/moving.ts';
import {
	closesDays,
	disables,
	opensDay,
	savesPolicy,
	setsCoverage,
	supervises,
} from '../../src/cli/simulation/office.ts';
import { judge } from '../../src/cli/simulation/verdict.ts';
import { newWorld, type World } from '../../src/cli/simulation/world.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { everything, forgetTickets } from '../support/house.ts';
import { inWords, NaiveHouse } from '../support/naive.ts';

const histories = 200;
const steps = 30;
/** Lived first in every run: whatever the others come to, every kind of fact is among these. */
const known = Array.from({ length: 20 }, (_, nth) => nth + 1);
/** Another one in every run; to see a failure again, give the one it tells. */
const firstSeed = Number(process.env.HISTORIES_SEED ?? Math.floor(Math.random() * 2 ** 31));
const seeds = [...known, ...Array.from({ length: histories - known.length }, (_, nth) => firstSeed + nth)];

const { desk, clock } = await testDesk();
let house: House;
const seen = { inKnown: new Set<string>(), inAll: new Set<string>(), acts: 0, twice: 0, reserved: 0 };

/** The same house in every run, so that a history is lived again by its own seed: a ticket of any customer may be corrected, or may not. */
beforeAll(async () => {
	house = await openHouse(desk, dice(5), { agents: 3, customers: 2 });
	const licensed = [...house.licences.values()].map(({ length }) => length);
	expect(licensed.every((count) => count > 1 && count < house.products.length)).toBe(true);
});

type Does = (world: World) => Promise<void>;
const agentOf = (world: World) => world.dice.among(world.house.agents);

type Known = ReturnType<World['memory']['ticket']>;

/** To any ticket there ever was: to one that is resolved it is refused. */
const toAny =
	(does: (world: World, ticket: Known) => Promise<void>): Does =>
	async (world) => {
		const tickets = [...world.memory.tickets.values()];
		if (tickets.length > 0) await does(world, world.dice.among(tickets));
	};

/** By the agent who has it in hand, or who placed its hold. */
const byItsAgent =
	(state: Known['state'], does: (world: World, agent: StaffViewer, ticket: Known) => Promise<void>): Does =>
	async (world) => {
		const [ticket] = world.memory.open(world.now, (each) => each.state === state);
		const agent = world.house.agents.find(({ id }) => id === ticket?.agent);
		if (ticket && agent && !world.memory.disabled.has(agent.id)) await does(world, agent, ticket);
	};

/** Time goes on to what was going to happen: an answer, perhaps at the very lapse. */
const whatComesNext: Does = async (world) => {
	const next = world.agenda.next(world.now.add({ hours: 24 * 20 }));
	if (!next) return;
	moveTo(world, next.at);
	await next.what();
};

const acts: readonly (readonly [number, Does])[] = [
	[7, (world) => opens(world, world.dice.among(world.house.users))],
	[10, (world) => doesSomething(world, agentOf(world))],
	[2, (world) => comes(world, agentOf(world))],
	[1, (world) => leaves(world, agentOf(world))],
	[3, byItsAgent('in-hand', awaits)],
	[2, byItsAgent('in-hand', evaluates)],
	[2, byItsAgent('in-hand', handsOver)],
	[2, byItsAgent('in-hand', movesLane)],
	[3, byItsAgent('in-hand', correctsProduct)],
	[2, byItsAgent('in-hand', merges)],
	[2, byItsAgent('under-evaluation', resumes)],
	[1, byItsAgent('awaiting-customer', withdraws)],
	[3, whatComesNext],
	[2, toAny(replies)],
	[1, toAny(closesIt)],
	[1, closesDays],
	[1, opensDay],
	[1, savesPolicy],
	[1, setsCoverage],
	[1, supervises],
	[1, disables],
	[1, sweeps],
	[1, reminds],
];

function moveTo(world: World, at: Temporal.Instant): void {
	if (Temporal.Instant.compare(at, world.now) > 0) world.now = at;
	clock.set(world.now);
}

async function pause(world: World): Promise<void> {
	const { dice: throws } = world;
	const by = throws.weighed<Temporal.DurationLike>([
		[4, { seconds: throws.below(90) }],
		[3, { minutes: throws.below(70) }],
		[1, { hours: throws.below(30) }],
	]);
	moveTo(world, world.now.add(by));
}

/** Sent a second time under its key, an act writes nothing at all. */
async function nothingIsWritten<Value>(send: () => Promise<Value>): Promise<Value> {
	const before = await everything(desk);
	const answer = await send();
	expect(await everything(desk)).toBe(before);
	return answer;
}

async function live(seed: number): Promise<World> {
	await forgetTickets(desk);
	await sql`delete from closure_day`.execute(desk.db);
	await sql`update account set disabled_at = null`.execute(desk.db);
	clock.set(MONDAY_MORNING);
	const twice = { share: 0.1, watched: nothingIsWritten };
	const breaker = new Breaker(async () => undefined);
	const world = newWorld({ desk, clock, breaker, house, crashes: 0, twice, now: MONDAY_MORNING }, dice(seed));
	for (let step = 0; step < steps; step++) {
		await pause(world);
		await world.dice.weighed(acts)(world);
	}
	return world;
}

async function logOf(): Promise<Fact[]> {
	const facts: Fact[] = [];
	for await (const fact of readQueueLog(desk.db)) facts.push(fact);
	return facts;
}

test(`${histories} histories of acts: table, fold and a naive reading agree, the audit finds nothing, a key does once`, async () => {
	for (const seed of seeds) {
		const told = `HISTORIES_SEED=${seed}`;
		const world = await live(seed);
		const facts = await logOf();
		const audit = new Audit();
		for (const fact of facts) audit.read(fact);
		expect(audit.report().findings, told).toEqual([]);
		expect(inWords(audit.queue), told).toBe(NaiveHouse.after(facts).toString());
		// The tables against the fold, and both against what was acknowledged.
		expect((await judge(desk.db, world)).wrong, told).toEqual([]);
		for (const { type } of facts) {
			seen.inAll.add(type);
			if (known.includes(seed)) seen.inKnown.add(type);
		}
		seen.reserved += facts.filter((fact) => fact.type === 'queued' && fact.reserved).length;
		seen.acts += world.ledger.acts;
		seen.twice += world.ledger.repeated;
	}
}, 240_000);

test('these histories know whatever bears on who is next', () => {
	const kinds = new Set([
		'opened',
		'taken',
		'queued',
		'held',
		'moved',
		'corrected',
		'resolved',
		'merged',
		'duty',
		'coverage',
		'policy',
	]);
	expect(seen.inKnown).toEqual(kinds);
	expect(seen.inAll).toEqual(kinds);
	expect(seen.acts).toBeGreaterThan(histories * 10);
	expect(seen.twice).toBeGreaterThan(histories);
	expect(seen.reserved).toBeGreaterThan(20);
});

afterAll(() =>
	console.log(`${histories} histories from seed ${firstSeed}: ${seen.acts} acts, ${seen.twice} sent twice.`),
);
