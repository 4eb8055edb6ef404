import { beforeEach, expect, test, vi } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import { stepOf } from '#lib/domain/explain.ts';
import { proofRules } from '#lib/domain/proof.ts';
import { type Fact, fold } from '#lib/domain/queue.ts';
import { readProof } from '#lib/server/db/queue-proof.ts';
import { ticketSteps } from '#lib/server/queries/ticket-steps.ts';
import { prove } from '#lib/server/use-cases/prove.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import audit from '../../src/cli/commands/audit.ts';
import type { Opened } from '../../src/composition/open.ts';
import { testDesk } from '../support/desk.ts';
import { honestLog } from '../support/honest-log.ts';
import { storeLog } from '../support/stored-log.ts';

const { desk, clock } = await testDesk();
const { db } = desk;
type Taken = Fact & { type: 'taken' };
const log: Fact[] = honestLog(11, { agents: 6, products: 3, queued: 60 }).take(5_300).toArray();

/** The log as far as it had been written by then. */
async function written(facts: Fact[]): Promise<void> {
	for (const table of ['queue_log', 'queue_entry'] as const) await db.deleteFrom(table).execute();
	await storeLog(db, facts);
}

const proved = async () =>
	(await db.selectFrom('queue_proof').select('seq').orderBy('seq').execute()).map(({ seq }) => seq);

function replayed(facts: readonly Fact[]) {
	const whole = new Audit();
	for (const fact of facts) whole.read(fact);
	return whole.report();
}

beforeEach(async () => void (await db.deleteFrom('queue_proof').execute()));

test('every 2,000 rows and at the end there is a proof, each equal to a replay from the first row', async () => {
	await written(log);
	expect(await prove(desk)).toBe(5_300);
	expect(await proved()).toEqual([2_000, 4_000, 5_300]);
	for (const seq of await proved()) {
		const [proof, facts] = [await readProof(db, seq + 1), log.slice(0, seq)];
		const { takings, overtakings } = replayed(facts);
		expect(proof).toMatchObject({ seq, takings, overtakings, found: 0, findings: [] });
		expect(proof.queue).toEqual(fold(facts));
		expect(proof.number).toBe(Math.max(...facts.map((fact) => (fact.type === 'opened' ? fact.ticket : 0))));
	}
});

test('it goes on where it stopped, and waits for 200 rows', async () => {
	await written(log.slice(0, 2_199));
	expect(await prove(desk)).toBe(2_000);
	expect(await prove(desk)).toBe(2_000);
	await written(log.slice(0, 2_200));
	expect(await prove(desk)).toBe(2_200);
	await written(log);
	expect(await prove(desk)).toBe(5_300);
	expect(await proved()).toEqual([2_000, 2_200, 4_200, 5_300]);
	expect((await readProof(db)).queue).toEqual(fold(log));
});

test('any number of processes prove the same, side by side', async () => {
	await written(log);
	expect(await Promise.all(Array.from({ length: 6 }, () => prove(desk)))).toEqual(Array(6).fill(5_300));
	expect(await proved()).toEqual([2_000, 4_000, 5_300]);
	expect((await readProof(db)).takings).toBe(replayed(log).takings);
});

test('what is wrong stays counted in every later proof, and the latest are named', async () => {
	const first = log.findIndex((fact) => fact.type === 'taken');
	const broken = log.map((fact, nth) => (nth > first && fact.type === 'taken' ? { ...fact, agent: 99 } : fact));
	const { overtakings, findings } = replayed(broken);
	expect(findings.length).toBeGreaterThan(100);
	await written(broken);
	await prove(desk);
	const proof = await readProof(db);
	expect(proof).toMatchObject({ overtakings, found: findings.length });
	expect(proof.findings).toEqual(findings.slice(-100));
});

test('of proofs older than 31 days the last within every 2,000 rows stays; younger ones all stay', async () => {
	for (let rows = 300; rows <= 5_100; rows += 300) {
		await written(log.slice(0, rows));
		await prove(desk);
	}
	const all = await proved();
	const [last] = log.slice(4_499, 4_500);
	if (!last) throw new Error('The log is too short.');
	clock.set(last.at.add({ hours: 31 * 24 }));
	await sweepExpired(desk);
	expect(all).toHaveLength(17);
	// The one at row 4,500 is just 31 days old.
	expect(await proved()).toEqual([1_800, 3_900, 4_500, 4_800, 5_100]);

	clock.advance({ hours: 9_000 });
	await sweepExpired(desk);
	expect(await proved()).toEqual([1_800, 3_900, 5_100]);
	const taken = log.find((fact) => fact.type === 'taken' && fact.seq > 3_600 && fact.seq < 3_900) as Taken;
	const step = (await ticketSteps(db, taken.ticket))?.find(({ fact }) => fact.seq === taken.seq);
	expect(step).toEqual(stepOf(fold(log.slice(0, taken.seq - 1)), taken));
});

test('who edits the log behind a proof is found out by the audit, which begins at the first row', async () => {
	await written(log);
	await prove(desk);
	await db.deleteFrom('queue_log').where('seq', '=', 1_000).execute();
	expect(await prove(desk)).toBe(5_300);
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	expect(await audit.run([], async () => ({ desk }) as Opened)).toBe(1);
	vi.restoreAllMocks();
});

test('what an earlier release found is not gone on from: its proofs are left aside, made anew, and deleted', async () => {
	await written(log);
	await prove(desk);
	// As if rules that are no longer applied had found an honest log at fault.
	const stale = { rules: proofRules - 1, found: 6, overtakings: 6 };
	await db.updateTable('queue_proof').set(stale).execute();
	expect((await readProof(db)).seq).toBe(0);
	expect(await prove(desk)).toBe(5_300);
	expect(await readProof(db)).toMatchObject({ seq: 5_300, found: 0, overtakings: 0 });
	expect(await proved()).toEqual([2_000, 2_000, 4_000, 4_000, 5_300, 5_300]);
	await sweepExpired(desk);
	expect(await proved()).toEqual([2_000, 4_000, 5_300]);
	expect(await readProof(db)).toMatchObject({ seq: 5_300, found: 0 });
});
