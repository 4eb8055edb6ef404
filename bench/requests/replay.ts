import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CompiledQuery, Kysely, LogEvent } from 'kysely';
import { databaseClock } from '#lib/server/clock.ts';
import type { DB } from '#lib/server/db/types.ts';
import { openLive } from '#lib/server/live.ts';
import { provide } from '#platform/application.ts';
import { localBlobs } from '#platform/blobs.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createDatabase } from '#platform/database.ts';
import { createLogger } from '#platform/logging.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { listen, loadHandler } from '#platform/web.ts';
import { freePort } from '../server.ts';
import { ask } from './browser.ts';
import type { Load } from './load.ts';
import type { Pages } from './loads.ts';

/** Of each page so many are caught, and sent in turn. */
const variants = 64;

/** What the built application sends for each page, caught in this process, as loads that send the same straight to `db`. */
export async function replays(
	url: string,
	folder: string,
	pages: Pages,
	db: Kysely<DB>,
): Promise<Record<string, Load>> {
	let sent: CompiledQuery[] = [];
	const application = await serve(url, folder, (query) => sent.push(query));
	const loads: Record<string, Load> = {};
	for (const [name, page] of Object.entries(pages)) {
		const caught: CompiledQuery[][] = [];
		for (let nth = 0; nth <= variants; nth++) {
			sent = [];
			const { path, cookie } = page(nth);
			const { status } = await ask(application.origin, path, cookie);
			if (status !== 200) throw new Error(`${path} was answered ${status}.`);
			// The first page also reads what others only glance at.
			if (nth > 0) caught.push(sent);
		}
		loads[name] = again(db, caught);
	}
	await application.stop();
	return loads;
}

function again(db: Kysely<DB>, caught: CompiledQuery[][]): Load {
	let asked = 0;
	return {
		next() {
			const queries = caught[asked++ % caught.length] ?? [];
			return async () => {
				for (const query of queries) await db.executeQuery(query);
				return undefined;
			};
		},
	};
}

async function serve(url: string, folder: string, sent: (query: CompiledQuery) => void) {
	const settings = { LOG_LEVEL: 'silent', PORT: String(await freePort()), DATA_DIR: join(folder, 'caught') };
	const configuration = readConfiguration(settings);
	const logger = createLogger(configuration);
	const db = createDatabase(url, { max: 5, log: ({ query }: LogEvent) => sent(query) });
	const desk = {
		db,
		clock: databaseClock,
		blobs: localBlobs(join(folder, 'files')),
		secretKey: secretKeyFrom(randomBytes(32)),
	};
	const live = openLive({ desk, databaseUrl: url, name: 'sportello bench', logger });
	provide({ desk, configuration, logger, live, ready: async () => ({ database: true, migrations: true, jobs: true }) });
	const web = await listen(configuration);
	web.answerWith(await loadHandler());
	return {
		origin: configuration.origin,
		async stop() {
			await live.close();
			web.hurry();
			await web.close();
			await db.destroy();
		},
	};
}
