import { EventEmitter } from 'node:events';
import { Logger as JobLogger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from './logging.ts';

export type Jobs = { tasks: TaskList; crontab: string };

export type Worker = {
	isRunning(): boolean;
	/** Has a job done soon, beside what the crontab says; asked several times before it begins, it is done once. */
	ask(job: { task: string; key: string; queue: string }): Promise<void>;
	/** Takes no new job, and waits for those at work. */
	stop(): Promise<void>;
};

type Options = { url: string; name: string; concurrency: number; logger: Logger };

/** Works on jobs in this process, after freeing those that a process now dead had taken. */
export async function startWorker(jobs: Jobs, { url, name, concurrency, logger }: Options): Promise<Worker> {
	const living = new pg.Client({ connectionString: url, application_name: name });
	living.on('error', (error) => logger.warn({ err: error }, 'the session that shows our workers live broke'));
	await living.connect();
	await freeJobsOfTheDead(living);

	const runner = await run({
		connectionString: named(url, name),
		maxPoolSize: concurrency + 1, // one to hear of new jobs
		taskList: jobs.tasks,
		crontab: jobs.crontab,
		concurrency,
		noHandleSignals: true,
		// With a batch, were it of one job, stopping also waits until it is on record that the job is done.
		preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
		events: announcing(living),
		logger: new JobLogger(writeTo(logger)),
	});
	let running = true;
	const ended = runner.promise
		.catch((error) => logger.error({ err: error }, 'the jobs stopped'))
		.finally(() => (running = false));

	return {
		isRunning: () => running,
		async ask({ task, key, queue }) {
			if (running) await runner.addJob(task, {}, { jobKey: key, queueName: queue, maxAttempts: 1 });
		},
		async stop() {
			if (running) await runner.stop();
			await ended;
			await living.end();
		},
	};
}

function named(url: string, name: string): string {
	const address = new URL(url);
	address.searchParams.set('application_name', name);
	return address.href;
}

/**
 * Jobs are taken in the name of the pool of workers. A pool shows that it lives by an advisory lock on its name, which
 * PostgreSQL lets go when its session ends; without this the jobs of a killed process would wait four hours. Should a living
 * pool's session have broken, its jobs may run a second time, as any job may.
 */
async function freeJobsOfTheDead(client: pg.Client): Promise<void> {
	await client.query(`
		select graphile_worker.force_unlock_workers(array_agg(locked_by))
		from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) as taken
		where pg_try_advisory_lock(hashtextextended(locked_by, 0))
		having count(*) > 0`);
	await client.query('select pg_advisory_unlock_all()');
}

function announcing(living: pg.Client): WorkerEvents {
	const events: WorkerEvents = new EventEmitter();
	events.on('pool:create', ({ workerPool }) => {
		living.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id]).catch(() => undefined);
	});
	return events;
}

/** Each line with the error it is about: its own words often do not say which. */
function writeTo(logger: Logger) {
	const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
	return () => (level: keyof typeof levels, message: string, meta?: { error?: unknown }) =>
		logger[levels[level]](meta?.error === undefined ? {} : { err: meta.error }, message);
}
