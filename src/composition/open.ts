import { join } from 'node:path';
import { databaseClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { type Configuration, readConfiguration } from '#platform/configuration.ts';
import { createDatabase } from '#platform/database.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import { migrate } from '#platform/migrate.ts';
import { expectOurs, makeWritable, placeData } from '#platform/places.ts';
import { expectPostgres, joinCluster, type Postgres } from '#platform/postgres.ts';
import { openSecretKey } from '#platform/secret-key.ts';

/** The product opened in a process of its own: what every composition root begins with. */
export type Opened = {
	/** What `pg_stat_activity` calls this process. */
	name: string;
	configuration: Configuration;
	logger: Logger;
	desk: Desk;
	databaseUrl: string;
	close(): Promise<void>;
	/** `close` for those in a hurry: waits for no query, and the process has to exit afterwards. */
	abandon(): Promise<void>;
};

/** Reads the settings, finds or starts PostgreSQL, migrates. `command` is what this process is called. */
export async function open(command: string, asked = readConfiguration(process.env)): Promise<Opened> {
	const name = `sportello ${command} ${process.pid}`;
	const logger = createLogger(asked);
	await using undo = new AsyncDisposableStack();

	const { postgres, dataDir } = await reachPostgres(asked, name, logger);
	undo.defer(postgres.leave);
	for (const migration of await migrate(postgres.url)) console.log(`The database was brought to ${migration}.`);

	const onError = (error: Error) => logger.warn({ err: error }, 'an idle database connection broke');
	const db = createDatabase(postgres.url, { max: asked.poolSize, name, onError });
	undo.defer(() => db.destroy());

	const configuration = { ...asked, dataDir };
	const secretKey = await openSecretKey(asked.secretKey, dataDir);
	const desk: Desk = { db, clock: databaseClock, blobs: localBlobs(join(dataDir, 'files')), secretKey };
	const kept = undo.move();
	return {
		name,
		configuration,
		logger,
		desk,
		databaseUrl: postgres.url,
		close: () => kept.disposeAsync(),
		abandon: postgres.leave,
	};
}

async function reachPostgres(
	{ databaseUrl, dataDir, poolSize }: Configuration,
	name: string,
	logger: Logger,
): Promise<{ postgres: Postgres; dataDir: string }> {
	if (databaseUrl) {
		await expectPostgres(databaseUrl);
		await makeWritable(dataDir);
		await expectOurs(dataDir);
		return { postgres: { url: databaseUrl, leave: async () => undefined }, dataDir };
	}
	const place = await placeData(dataDir);
	if (place.moved)
		console.log(`The data are in ${place.dataDir}: PostgreSQL, not run as root, cannot reach ${dataDir}.`);
	const settings = [`max_connections=${Math.max(100, poolSize + 40)}`];
	const onTrouble = (error: Error) => logger.error({ err: error }, 'PostgreSQL went away; starting it again');
	return { postgres: await joinCluster(place, { name, settings, onTrouble }), dataDir: place.dataDir };
}
