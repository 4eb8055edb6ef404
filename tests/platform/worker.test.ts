import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { readConfiguration } from '#platform/configuration.ts';
import { createLogger } from '#platform/logging.ts';
import { startWorker, type Worker } from '#platform/worker.ts';
import { testDesk } from '../support/desk.ts';

const { desk, url } = await testDesk();
const logger = createLogger(readConfiguration({ LOG_LEVEL: 'silent' }));
const living = new pg.Client(url);
await living.connect();
afterAll(() => living.end());

const start = (greet: (payload: unknown) => void | Promise<void>): Promise<Worker> =>
	startWorker({ tasks: { greet }, crontab: '' }, { url, name: 'sportello test', concurrency: 1, logger });

const add = (payload: object) =>
	sql`select graphile_worker.add_job('greet', ${JSON.stringify(payload)}::json)`.execute(desk.db);

/** As if a worker of this name had taken every job there is. */
const takenBy = (name: string) =>
	sql`update graphile_worker._private_jobs set locked_by = ${name}, locked_at = clock_timestamp() where locked_by is null`.execute(
		desk.db,
	);

beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(desk.db));

test('the jobs of a worker that died are done by the next one, those of a living one are left to it', async () => {
	await add({ to: 'the dead' });
	await takenBy('worker-dead');
	await add({ to: 'the living' });
	await takenBy('worker-living');
	await living.query("select pg_advisory_lock(hashtextextended('worker-living', 0))");

	const greet = vi.fn();
	const worker = await start(greet);
	await vi.waitFor(() => expect(greet).toHaveBeenCalledOnce(), 10_000);
	await worker.stop();
	expect(greet).toHaveBeenCalledWith({ to: 'the dead' }, expect.anything());
	expect(worker.isRunning()).toBe(false);
});

test('a worker holds the lock that shows it lives', async () => {
	const locks = async () => {
		const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and granted`.execute(desk.db);
		return rows.length;
	};
	await living.query('select pg_advisory_unlock_all()');
	const worker = await start(() => undefined);
	await vi.waitFor(async () => expect(await locks()).toBe(1), 10_000);
	await worker.stop();
	await vi.waitFor(async () => expect(await locks()).toBe(0), 10_000);
});

test('stopping waits for the job at work', async () => {
	const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const worker = await start(async () => {
		begun.resolve();
		await mayEnd.promise;
	});
	await add({});
	await begun.promise;
	let stopped = false;
	const stopping = worker.stop().then(() => {
		stopped = true;
	});
	await sql`select 1`.execute(desk.db);
	expect(stopped).toBe(false);
	mayEnd.resolve();
	await stopping;
	const left = await sql`select 1 from graphile_worker.jobs`.execute(desk.db);
	expect(left.rows).toEqual([]);
});
