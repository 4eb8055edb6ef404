import { setTimeout as sleep } from 'node:timers/promises';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { crontab, tasks } from '#lib/server/jobs/index.ts';
import { type Application, provide, type Readiness } from '#platform/application.ts';
import { giveUp } from '#platform/cannot-start.ts';
import { type Configuration, readConfiguration } from '#platform/configuration.ts';
import { isMigrated } from '#platform/migrate.ts';
import { type Signals, watchSignals } from '#platform/signals.ts';
import { type Handler, listen, type Web } from '#platform/web.ts';
import { startWorker, type Worker } from '#platform/worker.ts';
import { type Opened, open } from './open.ts';

const GRACE_MS = 10_000;
const JOBS_AT_ONCE = 2;

type HandlerMaker = (configuration: Configuration, web: Web) => Promise<Handler>;

/** Serves until a signal says stop. The process ends with it: 0, or 1 and a sentence why it could not start. */
export async function serve(command: 'start' | 'dev', makeHandler: HandlerMaker): Promise<void> {
	const signals = watchSignals();
	try {
		const configuration = readConfiguration(process.env);
		const web = await listen(configuration);
		const opened = await open(command, configuration);
		const worker = await start(opened, web, makeHandler).catch(async (error) => {
			await opened.abandon();
			throw error;
		});
		await signals.first;
		await stop(opened, web, worker, signals);
	} catch (error) {
		process.exit(giveUp(error));
	}
	process.exit(0);
}

async function start(opened: Opened, web: Web, makeHandler: HandlerMaker): Promise<Worker> {
	const { configuration, logger, desk, name, databaseUrl: url } = opened;
	let worker: Worker | undefined;
	provide({ desk, configuration, logger, ready: () => readiness(desk, worker) });
	const handler = await makeHandler(configuration, web);
	const jobs = { tasks: tasks(desk), crontab };
	worker = await startWorker(jobs, { url, name, concurrency: JOBS_AT_ONCE, logger });
	web.answerWith(handler);
	await greet(opened);
	return worker;
}

async function greet({ configuration: { origin }, desk }: Opened): Promise<void> {
	const token = await prepareSetupLink(desk);
	const lines = [`\nSportello is ready: ${origin} (after ${process.uptime().toFixed(1)} s; Ctrl-C stops it)`];
	if (token) lines.push(`There is no administrator yet. This link makes one, once: ${origin}/setup/${token}`);
	console.log(lines.join('\n'));
}

async function readiness(desk: Application['desk'], worker: Worker | undefined): Promise<Readiness> {
	const migrations = await isMigrated(desk.db).catch(() => undefined);
	return { database: migrations !== undefined, migrations: migrations === true, jobs: worker?.isRunning() ?? false };
}

/** Lets what runs come to its end, for a while; then, or when asked again, leaves it where it is. */
async function stop(opened: Opened, web: Web, worker: Worker, { second }: Signals): Promise<void> {
	console.log('\nStopping: what is open is finished, 10 seconds at most (Ctrl-C again: at once).');
	const finished = Promise.all([web.close(), worker.stop()]).then(() => true);
	const hurried = Promise.race([sleep(GRACE_MS), second]).then(() => false);
	if (await Promise.race([finished, hurried])) return opened.close();
	web.hurry();
	await opened.abandon();
}
