import { beforeEach, expect, test } from 'vitest';
import type { Fact } from '#lib/domain/queue.ts';
import { Line } from '#lib/server/live/line.ts';
import { placeInQueue } from '#lib/server/queries/place.ts';
import { dice } from '../../../src/cli/simulation/dice.ts';
import { testDesk } from '../../support/desk.ts';
import { historyOf } from '../../support/histories.ts';
import { honestLog } from '../../support/honest-log.ts';
import { forgetTickets } from '../../support/house.ts';
import { storeLog } from '../../support/stored-log.ts';

const histories = 15;
/** Another one in every run; to see a failure again, give the one it tells. */
const firstSeed = Number(process.env.HISTORIES_SEED ?? Math.floor(Math.random() * 2 ** 31));

const { desk } = await testDesk();
const { db } = desk;
beforeEach(() => forgetTickets(desk));

/** The database as these facts leave it. */
async function has(facts: readonly Fact[]): Promise<void> {
	await forgetTickets(desk);
	await storeLog(db, facts);
}

async function expectPlacesOf(line: Line, told: string): Promise<void> {
	const entries = await db.selectFrom('queue_entry').select(['ticket', 'lane', 'state']).execute();
	for (const { ticket, lane, state } of entries) {
		const place = line.placeOf(ticket);
		if (state !== 'queued') expect(place, told).toBeUndefined();
		else expect(place, told).toMatchObject(await placeInQueue(db, ticket, lane));
	}
}

test('the places in memory are those of the table, whenever it is read, also after the connection was lost', async () => {
	for (let seed = firstSeed; seed < firstSeed + histories; seed++) {
		const throws = dice(seed);
		const facts = historyOf(seed, 80);
		const line = new Line();
		for (let length = throws.below(10); length <= facts.length; length += 1 + throws.below(25)) {
			await has(facts.slice(0, length));
			if (throws.chance(0.2)) line.forget();
			await line.catchUp(db);
			expect(line.seq).toBe(length);
			await expectPlacesOf(line, `HISTORIES_SEED=${seed}, ${length} facts`);
		}
	}
});

test('far behind, it is read anew, and nobody is told why a place changed that long ago', async () => {
	const facts = [...honestLog(5, { agents: 3, products: 2, queued: 40 }).take(2_600)];
	const line = new Line();
	await has(facts.slice(0, 500));
	await line.catchUp(db);
	await has(facts);
	await line.catchUp(db);
	await expectPlacesOf(line, 'far behind');
	const [ticket] = await db.selectFrom('queue_entry').select('ticket').where('state', '=', 'queued').execute();
	const place = line.placeOf(ticket?.ticket ?? 0);
	expect(place && line.changesSince(500, ticket?.ticket ?? 0, place)).toEqual([]);
});

test('why a place changed is known from the row on at which it was read', async () => {
	const at = Temporal.Instant.from('2026-11-23T09:00:00Z');
	const opened = { at, type: 'opened', lane: 'technical', product: 1 } as const;
	const facts: Fact[] = [
		{ seq: 1, ticket: 1, ...opened },
		{ seq: 2, ticket: 2, ...opened },
		{ seq: 3, ticket: 3, ...opened },
		{ seq: 4, at, type: 'taken', ticket: 1, agent: 1 },
		{ seq: 5, at, type: 'taken', ticket: 2, agent: 2 },
	];
	const line = new Line();
	await has(facts.slice(0, 3));
	await line.catchUp(db);
	await has(facts);
	await line.catchUp(db);
	const place = line.placeOf(3);
	expect(place).toMatchObject({ ahead: 0 });
	const counts = [3, 4, 5].map((seq) => place && line.changesSince(seq, 3, place).map(({ count }) => count));
	expect(counts).toEqual([[2], [1], []]);
});
