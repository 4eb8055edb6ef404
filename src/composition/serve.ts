import { setTimeout as sleep } from 'node:timers/promises';
import { keyFits } from '#lib/server/auth/key-fits.ts';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { deskCalendar } from '#lib/server/db/calendar.ts';
import { beginSending } from '#lib/server/db/mail-queue.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import { crontab, tasks } from '#lib/server/jobs/index.ts';
import { type Live, openLive } from '#lib/server/live.ts';
import { type Application, provide, type Readiness } from '#platform/application.ts';
import { type Configuration, readConfiguration } from '#platform/configuration.ts';
import { giveUp } from '#platform/give-up.ts';
import { isMigrated } from '#platform/migrate.ts';
import type { Listening } from '#platform/notifications.ts';
import { watchSignals } from '#platform/signals.ts';
import { type Handler, listen, type Web } from '#platform/web.ts';
import { startWorker, type Worker } from '#platform/worker.ts';
import { mailingOf, sendAsWritten } from './mailing.ts';
import { type Opened, open } from './open.ts';

/** One of them may be waiting for a mail server that hangs. */
const JOBS_AT_ONCE = 3;

type Serving = {
	command: 'start' | 'dev';
	/** How long what is open may take to finish when a signal says stop. */
	graceSeconds: number;
	makeHandler(configuration: Configuration, web: Web): Promise<Handler>;
};

/** Serves until a signal says stop. The process ends with it: 0, or 1 and a sentence why it could not start. */
export async function serve({ command, graceSeconds, makeHandler }: Serving): Promise<void> {
	const signals = watchSignals();
	try {
		const configuration = readConfiguration(process.env);
		const web = await listen(configuration);
		const opened = await open(command, configuration);
		process.once('uncaughtException', (error) => crash(opened, error));
		const running = await start(opened, web, makeHandler).catch(async (error) => {
			await opened.abandon();
			throw error;
		});
		await signals.first;
		await stop(opened, web, running, graceSeconds, signals.second);
	} catch (error) {
		process.exit(giveUp(error));
	}
	process.exit(0);
}

/** What runs besides requests. */
type Running = { worker: Worker; live: Live; mail: Listening | undefined };

async function start(opened: Opened, web: Web, makeHandler: Serving['makeHandler']): Promise<Running> {
	const { configuration, logger, desk, name, databaseUrl: url } = opened;
	let worker: Worker | undefined;
	const live = openLive({ desk, databaseUrl: url, name, logger });
	provide({ desk, configuration, logger, live, ready: () => readiness(desk, worker) });
	const handler = await makeHandler(configuration, web);
	const mailing = mailingOf(configuration, logger);
	if (mailing) await beginSending(desk.db, await desk.clock.now(desk.db));
	const jobs = { tasks: tasks(desk, mailing), crontab };
	worker = await startWorker(jobs, { url, name, concurrency: JOBS_AT_ONCE, logger });
	const mail = mailing && sendAsWritten(worker, { url, name, logger });
	web.answerWith(handler);
	await greet(opened);
	knowHolidays(desk).catch((err) => logger.warn({ err }, 'the calendar could not be read'));
	return { worker, live, mail };
}

/** Slow the first time, and the first to need it would be an agent placing a hold, with the queue's counter locked. */
async function knowHolidays(desk: Application['desk']): Promise<void> {
	await deskCalendar(desk.db, await desk.clock.now(desk.db), await policyNow(desk.db));
}

async function greet({ configuration: { origin, originGiven, host }, desk }: Opened): Promise<void> {
	const token = await prepareSetupLink(desk);
	const lines = [`\nSportello is ready: ${origin} (after ${process.uptime().toFixed(1)} s; Ctrl-C stops it)`];
	if (token) lines.push(`There is no administrator yet. This link makes one, once: ${origin}/setup/${token}`);
	if (!originGiven && ['0.0.0.0', '::'].includes(host)) {
		lines.push(`ORIGIN is not set, so forms are accepted at ${origin} only: set it to the address that people type.`);
	}
	if (!(await keyFits(desk))) lines.push(anotherKey);
	console.log(lines.join('\n'));
}

const anotherKey = `The secret key is not the one this database was used with: second factors cannot be verified, recovery codes do not count, and links in
mails that have not gone out yet lead nowhere. Put the former SECRET_KEY, or the file secret.key of the backup, in its place and start again. If it is
lost: take second factors away on people's pages (npm run sportello -- remove-second-factor <username>), and issue links anew.`;

async function readiness(desk: Application['desk'], worker: Worker | undefined): Promise<Readiness> {
	const migrations = await isMigrated(desk.db).catch(() => undefined);
	return { database: migrations !== undefined, migrations: migrations === true, jobs: worker?.isRunning() ?? false };
}

/** Lets what runs come to its end, for a while; then, or when asked again, leaves it where it is. */
async function stop(opened: Opened, web: Web, running: Running, grace: number, asked: Promise<void>): Promise<void> {
	const { worker, live, mail } = running;
	console.log(`\nStopping: what is open is finished, ${grace} seconds at most (Ctrl-C again: at once).`);
	const finished = Promise.all([mail?.close(), live.close(), web.close(), worker.stop()]).then(() => true);
	const hurried = Promise.race([sleep(grace * 1000), asked]).then(() => false);
	if (await Promise.race([finished, hurried])) return opened.close();
	web.hurry();
	await opened.abandon();
}

/** A bug that nobody caught: what is not committed is lost, and PostgreSQL is not left behind. */
async function crash({ logger, abandon }: Opened, error: Error): Promise<void> {
	logger.fatal({ err: error }, 'an error that nobody caught');
	await abandon().finally(() => process.exit(1));
}
