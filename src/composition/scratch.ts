import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type SetClock, setClock } from '#lib/server/clock.ts';
import type { DB } from '#lib/server/db/types.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { careless } from '#platform/cluster.ts';
import { createDatabase, type PoolOptions } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';

/** A PostgreSQL of its own in a temporary folder, for databases that nobody keeps. */
export type Scratch = {
	/** An empty database, migrated; the caller drops it. */
	database(name: string): Promise<{ url: string; drop(): Promise<void> }>;
	/** Where it is. */
	folder: string;
	/** Stops it and takes the folder away. */
	close(): Promise<void>;
};

export async function openScratch(): Promise<Scratch> {
	const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-scratch-')));
	const postgres = await joinCluster(place, { name: `sportello scratch ${process.pid}`, settings: careless });
	// Also when the process is told to end before its time.
	const takeAway = () => takeAwayAtOnce(place.dataDir);
	process.once('exit', takeAway);
	await migrate(postgres.url);
	const administrator = createDatabase(Object.assign(new URL(postgres.url), { pathname: '/postgres' }).href, {
		max: 1,
	});
	const template = new URL(postgres.url).pathname.slice(1);
	return {
		folder: place.dataDir,
		async database(name) {
			await sql`create database ${sql.id(name)} template ${sql.id(template)} strategy file_copy`.execute(administrator);
			return {
				url: Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href,
				drop: async () => void (await sql`drop database ${sql.id(name)} with (force)`.execute(administrator)),
			};
		},
		async close() {
			await administrator.destroy();
			await postgres.leave();
			await rm(place.dataDir, { recursive: true, force: true });
			process.off('exit', takeAway);
		},
	};
}

/** Within an exit handler nothing can be awaited: the server is told to end, and its folder goes once its pid file has. */
function takeAwayAtOnce(folder: string): void {
	const pidFile = join(folder, 'pg/postmaster.pid');
	if (existsSync(pidFile)) process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGQUIT');
	const moment = new Int32Array(new SharedArrayBuffer(4));
	for (let left = 100; left > 0 && existsSync(pidFile); left--) Atomics.wait(moment, 0, 0, 50);
	rmSync(folder, { recursive: true, force: true });
}

/** A database reached in two ways, with a clock that stands until it is moved. */
export type Ground = { desk: Desk; clock: SetClock; witness: Kysely<DB>; close(): Promise<void> };

/** `desk` by connections that `onConnect` is told of, `witness` by one that is left alone; files go into `folder`. */
export function groundOn(url: string, folder: string, onConnect: PoolOptions['onConnect']): Ground {
	const db = createDatabase(url, { max: 2, ...(onConnect && { onConnect }) });
	const witness = createDatabase(url, { max: 1 });
	const clock = setClock(Temporal.Instant.fromEpochMilliseconds(0));
	return {
		desk: { db, clock, blobs: localBlobs(join(folder, 'files')), secretKey: secretKeyFrom(randomBytes(32)) },
		clock,
		witness,
		close: async () => void (await Promise.all([db.destroy(), witness.destroy()])),
	};
}
