import { promises as fs } from 'node:fs';
import path from 'node:path';
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
 * Brings the database to where these sources want it and names the migrations it ran. A database that a newer version
 * has taken further is left alone: migrations are forward-only and safe while the version before still runs.
 */
export async function migrate(url: string): Promise<string[]> {
	const pool = new pg.Pool({ connectionString: url, max: 2 });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		await migrateJobs({ connectionString: url });
		return (await isMigrated(db)) ? [] : await migrateToLatest(db);
	} finally {
		await db.destroy();
	}
}

/** Whether every migration these sources know has run. */
// biome-ignore lint/suspicious/noExplicitAny: it asks for no table, so any database will do; Kysely's type is invariant.
export async function isMigrated(db: Kysely<any>): Promise<boolean> {
	const known = await new Migrator({ db, provider }).getMigrations();
	return known.every(({ executedAt }) => executedAt);
}

async function migrateToLatest(db: Kysely<unknown>): Promise<string[]> {
	const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw error;
	return results.map(({ migrationName }) => migrationName);
}
