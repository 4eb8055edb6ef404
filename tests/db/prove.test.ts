import { beforeEach, expect, test, vi } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import { type Fact, fold } from '#lib/domain/queue.ts';
import { readProof } from '#lib/server/db/queue-proof.ts';
import { prove } from '#lib/server/use-cases/prove.ts';
import audit from '../../src/cli/commands/audit.ts';
import type { Opened } from '../../src/composition/open.ts';
import { testDesk } from '../support/desk.ts';
import { honestLog } from '../support/honest-log.ts';
import { storeLog } from '../support/stored-log.ts';

const { desk } = await testDesk();
const { db } = desk;
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

test('who edits the log behind a proof is found out by the audit, which begins at the first row', async () => {
	await written(log);
	await prove(desk);
	await db.deleteFrom('queue_log').where('seq', '=', 1_000).execute();
	expect(await prove(desk)).toBe(5_300);
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	expect(await audit.run([], async () => ({ desk }) as Opened)).toBe(1);
	vi.restoreAllMocks();
});
