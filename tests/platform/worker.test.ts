import { sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { readConfiguration } from '#platform/configuration.ts';
import { createLogger } from '#platform/logging.ts';
import { startWorker, type Worker } from '#platform/worker.ts';
import { testDesk } from '../support/desk.ts';

const { desk, url } = await testDesk();
const logger = createLogger(readConfiguration({ LOG_LEVEL: 'silent' }));
const start = (greet: (payload: unknown) => void | Promise<void>): Promise<Worker> =>
	startWorker({ tasks: { greet }, crontab: '' }, { url, name: 'sportello test', concurrency: 1, logger });

const add = (payload: object) =>
	sql`select graphile_worker.add_job('greet', ${JSON.stringify(payload)}::json)`.execute(desk.db);

beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(desk.db));

test('the jobs of a process that died are done by the next one', async () => {
	await add({ to: 'the living' });
	await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = clock_timestamp()`.execute(
		desk.db,
	);
	const greet = vi.fn();
	const worker = await start(greet);
	await vi.waitFor(() => expect(greet).toHaveBeenCalledOnce(), 10_000);
	expect(worker.isRunning()).toBe(true);
	await worker.stop();
	expect(worker.isRunning()).toBe(false);
});

test('the job of a living process is left to it when another one starts', async () => {
	const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const one = await start(() => {
		begun.resolve();
		return mayEnd.promise;
	});
	await add({});
	await begun.promise;

	const greet = vi.fn();
	const other = await start(greet);
	const { rows } = await sql`select 1 from graphile_worker.jobs where locked_by is not null`.execute(desk.db);
	expect(rows).toHaveLength(1);
	mayEnd.resolve();
	await Promise.all([one.stop(), other.stop()]);
	expect(greet).not.toHaveBeenCalled();
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

test('what fails is on record with its error', async () => {
	const lines: string[] = [];
	const told = createLogger({ logLevel: 'error' }, { write: (line) => lines.push(line) });
	const tasks = { greet: () => Promise.reject(new RangeError('nobody is there')) };
	const worker = await startWorker(
		{ tasks, crontab: '' },
		{ url, name: 'sportello test', concurrency: 1, logger: told },
	);
	await add({});
	await vi.waitFor(() => expect(lines).toHaveLength(1), 10_000);
	await worker.stop();
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { type: 'RangeError', message: 'nobody is there' } });
});
