import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSession } from '#lib/server/auth/sessions.ts';
import { setClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { openLive } from '#lib/server/live.ts';
import { provide } from '#platform/application.ts';
import { localBlobs } from '#platform/blobs.ts';
import { careless } from '#platform/cluster.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createDatabase } from '#platform/database.ts';
import { createLogger } from '#platform/logging.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { openSecretKey } from '#platform/secret-key.ts';
import { listen, loadHandler } from '#platform/web.ts';
import { fillWithDemo } from '../../src/cli/demo/fill.ts';

/** The built application on a scratch database with the whole demo, as of one moment that does not pass. */
export type ScratchInstallation = AsyncDisposable & {
	origin: string;
	desk: Desk;
	/** The cookie of somebody who is signed in, once. */
	cookieOf(username: string): Promise<string>;
};

export async function scratchInstallation(now: Temporal.Instant): Promise<ScratchInstallation> {
	await using undo = new AsyncDisposableStack();
	const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-screens-')));
	undo.defer(() => rm(place.dataDir, { recursive: true, force: true }));
	const name = 'sportello screens';
	const postgres = await joinCluster(place, { name, settings: careless });
	undo.defer(postgres.leave);
	await migrate(postgres.url);
	const db = createDatabase(postgres.url, { max: 10, name });
	undo.defer(() => db.destroy());

	const secretKey = await openSecretKey(undefined, place.dataDir);
	const desk: Desk = { db, clock: setClock(now), blobs: localBlobs(join(place.dataDir, 'files')), secretKey };
	const filled = await fillWithDemo(desk);
	if (!filled.ok) throw new Error('A database that was just made is in use.');
	const origin = await serveOn(desk, postgres.url, place.dataDir, undo);

	const cookies = new Map<string, Promise<string>>();
	const kept = undo.move();
	return {
		origin,
		desk,
		cookieOf(username) {
			const cookie = cookies.get(username) ?? signedIn(desk, username, now);
			cookies.set(username, cookie);
			return cookie;
		},
		[Symbol.asyncDispose]: () => kept.disposeAsync(),
	};
}

async function serveOn(desk: Desk, databaseUrl: string, dataDir: string, undo: AsyncDisposableStack): Promise<string> {
	const port = String(await freePort());
	const configuration = readConfiguration({ LOG_LEVEL: 'warn', PORT: port, DATA_DIR: dataDir });
	const logger = createLogger(configuration);
	const live = openLive({ desk, databaseUrl, name: 'sportello screens', logger });
	undo.defer(() => live.close());
	provide({ desk, configuration, logger, live, ready: async () => ({ database: true, migrations: true, jobs: true }) });
	const web = await listen(configuration);
	undo.defer(async () => {
		web.hurry();
		await web.close();
	});
	web.answerWith(await loadHandler());
	return configuration.origin;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	await new Promise((closed) => server.close(closed));
	if (typeof address !== 'object' || !address) throw new Error('No port was free.');
	return address.port;
}

async function signedIn({ db }: Desk, username: string, now: Temporal.Instant): Promise<string> {
	const account = await db
		.selectFrom('account')
		.select(['id', 'role'])
		.where('username', '=', username)
		.executeTakeFirstOrThrow();
	const { token } = await db.transaction().execute((tx) => startSession(tx, account, now));
	return token;
}
