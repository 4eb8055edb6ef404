import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Entry, fold, type Queue } from '#lib/domain/queue.ts';
import { covers, type NotServed, nextInLine, whyNotServed } from '#lib/domain/serving.ts';
import { headFor } from '#lib/server/db/next-in-line.ts';
import type { DB } from '#lib/server/db/types.ts';
import { type QueueState, queueState } from '#lib/server/queries/queue-state.ts';
import { testDesk } from '../support/desk.ts';
import { agents, historyOf, products } from '../support/histories.ts';

const { desk } = await testDesk();
/** Another one in every run; to see a failure again, give the one it tells. */
const firstSeed = Number(process.env.HISTORIES_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(`what the desk says of the queue is what the fold of the log is, from seed ${firstSeed}`, async () => {
	const met = { none: 0, uncovered: 0, reserved: 0, 'not-covered': 0, 'technical-first': 0 };
	for (let seed = firstSeed; seed < firstSeed + 60; seed++) {
		const history = historyOf(seed, 60);
		const queue = fold(history);
		const at = history.at(-1)?.at ?? Temporal.Instant.fromEpochMilliseconds(0);
		await compare(queue, at, `seed ${seed}`, met);
		goHome(queue);
		await compare(queue, at.add({ minutes: 45 }), `seed ${seed}, all but one gone`, met);
	}
	for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(0);
});

/** One agent is left, who covers one product. */
function goHome(queue: Queue): void {
	for (const agent of agents) {
		const covered = queue.agents.get(agent)?.covers;
		queue.agents.set(agent, agent === 1 ? { onDuty: true, covers: [1] } : { onDuty: false, covers: covered });
	}
}

type Met = Record<'none' | 'uncovered' | NotServed, number>;

/** Every agent's desk, asked of the tables and of the fold. */
async function compare(queue: Queue, at: Temporal.Instant, where: string, met: Met): Promise<void> {
	await onTheTable(queue, async (db) => {
		for (const agent of agents) {
			const state = await queueState(db, agent, at);
			const head = await headFor(db, { id: agent, covers: queue.agents.get(agent)?.covers }, at);
			expectSame(queue, agent, at, state, head?.ticket, where, met);
		}
	});
}

function expectSame(
	queue: Queue,
	agent: number,
	at: Temporal.Instant,
	state: QueueState,
	head: number | undefined,
	where: string,
	met: Met,
): void {
	const queued = [...queue.entries.values()].filter((entry) => entry.state === 'queued');
	const notServed = { 'not-covered': 0, reserved: 0, 'technical-first': 0 };
	for (const entry of queued) {
		const because = whyNotServed(queue, agent, entry, at);
		if (because) notServed[because] += 1;
	}
	const uncovered = uncoveredIn(queue, queued);
	const { technical, consultancy } = queue.queued;
	expect(state, where).toMatchObject({
		onDuty: queue.agents.get(agent)?.onDuty === true,
		queued: { technical: technical.length, consultancy: consultancy.length },
		notServed,
		uncovered,
	});
	expect(state.uncovered, where).toHaveLength(uncovered.length);
	expect(head, where).toBe(nextInLine(queue, agent, at));
	const left = notServed['not-covered'] + notServed.reserved + notServed['technical-first'];
	expect(head === undefined, where).toBe(left === queued.length);

	if (queued.length > 0 && head === undefined) met.none += 1;
	if (uncovered.length > 0) met.uncovered += 1;
	for (const because of ['not-covered', 'reserved', 'technical-first'] as const)
		if (notServed[because] > 0) met[because] += 1;
}

/** By product, and so by the names they have below. */
function uncoveredIn(queue: Queue, queued: Entry[]) {
	const onDuty = [...queue.agents.values()].filter((one) => one.onDuty);
	return products
		.filter((product) => !onDuty.some((one) => covers(one, product)))
		.map((product) => ({ product, tickets: queued.filter((entry) => entry.product === product).length }))
		.filter(({ tickets }) => tickets > 0);
}

/** The queue as its tables hold it, for as long as it is read; what it names besides need not exist. */
async function onTheTable(queue: Queue, read: (db: Kysely<DB>) => Promise<void>): Promise<void> {
	const tx = await desk.db.startTransaction().execute();
	try {
		await sql`set local session_replication_role = replica`.execute(tx);
		const since = Temporal.Instant.fromEpochMilliseconds(0);
		for (const id of products) {
			await sql`insert into product (id, name, created_at) overriding system value values (${id}, ${`P${id}`}, ${since})`.execute(
				tx,
			);
		}
		const entries = [...queue.entries].map(([ticket, { lane, product, state, agent, reserved }]) => {
			const kept = { reserved_for: reserved?.for ?? null, reserved_until: reserved?.until ?? null };
			return {
				ticket,
				customer: 1,
				lane,
				product,
				state,
				agent: state === 'queued' ? null : (agent ?? null),
				since,
				...kept,
			};
		});
		if (entries.length > 0) await tx.insertInto('queue_entry').values(entries).execute();
		const known = [...queue.agents].map(([agent, one]) => ({
			agent,
			on_duty: one.onDuty ?? null,
			covers: one.covers ? [...one.covers] : null,
		}));
		if (known.length > 0) await tx.insertInto('queue_agent').values(known).execute();
		await read(tx);
	} finally {
		await tx.rollback().execute();
	}
}
