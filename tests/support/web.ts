import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { openLive } from '#lib/server/live.ts';
import { provide } from '#platform/application.ts';
import { type Configuration, readConfiguration } from '#platform/configuration.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import { isMigrated } from '#platform/migrate.ts';
import { listen, loadHandler } from '#platform/web.ts';
import type { TestDesk } from './desk.ts';

export type TestWeb = {
	/** `http://localhost:<port>`, without a slash at the end. */
	origin: string;
	configuration: Configuration;
	/** `fetch` of a path, never following a redirect, with the origin a browser's form would send. */
	fetch(path: string, init?: RequestInit): Promise<Response>;
};

type Options = { environment?: NodeJS.ProcessEnv; logger?: Logger };

/** The built application on a port of its own, in this process, on the given desk; closed after the test file. */
export async function startWeb(
	{ desk, url, dataDir }: TestDesk,
	{ environment, logger }: Options = {},
): Promise<TestWeb> {
	const port = String(await freePort());
	const settings = { LOG_LEVEL: 'silent', ...environment, PORT: port, DATA_DIR: dataDir };
	const configuration = readConfiguration(settings);
	const ready = async () => ({ database: true, migrations: await isMigrated(desk.db), jobs: true });
	const log = logger ?? createLogger(configuration);
	const live = openLive({ desk, databaseUrl: url, name: 'sportello test', logger: log });
	provide({ desk, configuration, logger: log, live, ready });

	const web = await listen(configuration);
	web.answerWith(await loadHandler());
	while (live.mark === '') await sleep(5); // pages that come earlier are told that nothing is told them yet
	afterAll(async () => {
		await live.close();
		web.hurry();
		await web.close();
	});
	const { origin } = configuration;
	return {
		origin,
		configuration,
		fetch(path, init) {
			const headers = new Headers(init?.headers);
			if (!headers.has('origin')) headers.set('origin', origin);
			return fetch(new URL(path, origin), { redirect: 'manual', ...init, headers });
		},
	};
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (typeof address !== 'object' || !address) throw new Error('no port was free');
	return address.port;
}
