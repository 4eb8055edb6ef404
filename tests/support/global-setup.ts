// One PostgreSQL for the whole run, with the migrated database that every test file gets a copy of.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { careless } from '#platform/cluster.ts';
import { migrate } from '#platform/migrate.ts';
import { placeData } from '#platform/places.ts';
import { joinCluster } from '#platform/postgres.ts';
import { anotherPostgres, versionOf } from './another-postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		templateUrl: string;
		scratch: string;
	}
}

let started: Promise<{ url: string; dataDir: string; stop(): Promise<void> }> | undefined;
let users = 0;

/** Vitest calls it for every project that needs a database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	users++;
	started ??= start();
	const { url, dataDir, stop } = await started;
	project.provide('templateUrl', url);
	project.provide('scratch', dataDir);
	return async () => {
		if (--users === 0) await stop();
	};
}

async function start() {
	const place = await placeData(await mkdtemp(join(tmpdir(), 'sportello-test-')));
	const sweeper = spawn(process.execPath, [join(import.meta.dirname, 'sweeper.ts'), place.dataDir], {
		detached: true,
		stdio: ['pipe', 'ignore', 'inherit'],
	});
	const programs = await anotherPostgres(place);
	const postgres = await joinCluster(place, { name: `sportello tests ${process.pid}`, settings: careless, programs });
	console.log(`The tests run on PostgreSQL ${await versionOf(postgres.url)}.`);
	await migrate(postgres.url);
	return {
		url: postgres.url,
		dataDir: place.dataDir,
		async stop() {
			await postgres.leave();
			const swept = once(sweeper, 'exit');
			sweeper.stdin.end();
			await swept;
		},
	};
}
