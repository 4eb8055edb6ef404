import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';

const provider = new FileMigrationProvider({
	fs,
	path,
	migrationFolder: path.resolve(import.meta.dirname, '../migrations'),
});

/**
 * How long a migration waits for a lock: less than the second (`deadlock_timeout`) after which PostgreSQL ends one of two that wait
 * for each other, so that it is the migration that gives way and no act of the version before.
 */
const lockTimeout = 500;

/** Some 40 seconds in all: longer than any statement of an act may last (platform/database.ts). `pause` in milliseconds. */
const trying = { attempts: 25, pause: 1_000 };

/**
 * Brings the database to where these sources want it, or to `target`, and names the migrations it ran. A database that a newer
 * version has taken further is left alone. The version before may be at work meanwhile: a migration that meets an act of its is
 * rolled back whole and tried again.
 */
export async function migrate(url: string, target?: string): Promise<string[]> {
	const pool = new pg.Pool({ connectionString: url, max: 2, lock_timeout: lockTimeout });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrateJobs({ connectionString: url });
		return await givingWay(async () => ((await isMigrated(db)) ? [] : migrateTo(db, target)));
	} finally {
		await db.destroy();
	}
}

/** Tries again what met somebody else's locks. */
async function givingWay<Value>(attempt: () => Promise<Value>): Promise<Value> {
	for (let left = trying.attempts; ; left--) {
		try {
			return await attempt();
		} catch (error) {
			if (left === 1 || !metLocks(error)) throw error;
			await setTimeout(trying.pause);
		}
	}
}

const metLocks = (error: unknown) => error instanceof pg.DatabaseError && ['55P03', '40P01'].includes(error.code ?? '');

/** Whether every migration these sources know has run. */
// biome-ignore lint/suspicious/noExplicitAny: it asks for no table, so any database will do; Kysely's type is invariant.
export async function isMigrated(db: Kysely<any>): Promise<boolean> {
	const known = await new Migrator({ db, provider }).getMigrations();
	return known.every(({ executedAt }) => executedAt);
}

async function migrateTo(db: Kysely<unknown>, target: string | undefined): Promise<string[]> {
	const migrator = new Migrator({ db, provider });
	const { error, results = [] } = await (target ? migrator.migrateTo(target) : migrator.migrateToLatest());
	if (error) throw error;
	return results.map(({ migrationName }) => migrationName);
}
