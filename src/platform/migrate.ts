import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

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
 * Brings the database to where these sources want it, or to `target`, and names the migrations it ran. The version before may be at work meanwhile: a migration that meets an act of its is
 * rolled back whole and tried again.
 */
export async function migrate(url: string, target?: string): Promise<string[]> {
	const pool = new pg.Pool({ connectionString: url, max: 2, lock_timeout: lockTimeout });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		await expectOurs(db);
		await migrateJobs({ connectionString: url });
		return await givingWay(async () => ((await isMigrated(db)) ? [] : migrateTo(db, target)));
	} finally {
		await db.destroy();
	}
}

/**
 * A database of another program is left alone, and so is one that a newer version has taken further: what this version would write there, the
 * newer one may not understand. One that runs while another is brought further goes on (`isMigrated`).
 */
async function expectOurs(db: Kysely<unknown>): Promise<void> {
	const executed = await executedMigrations(db);
	const known = new Set(Object.keys(await provider.getMigrations()));
	const strange = executed?.filter((name) => !known.has(name)) ?? (await tablesIn(db));
	if (strange.length === 0) return;
	if (executed?.some((name) => known.has(name)))
		throw new CannotStart(
			`The database belongs to a newer version of Sportello: this one does not know ${strange.at(-1)}.`,
			'Start the newer version, or put back the backup from before it.',
		);
	throw new CannotStart(
		`The database belongs to another program: it has ${strange.slice(0, 3).join(', ')}.`,
		'Give Sportello an empty database of its own.',
	);
}

/** Nothing where none ever was. */
async function executedMigrations(db: Kysely<unknown>): Promise<string[] | undefined> {
	const { rows } = await sql<{ table: string | null }>`select to_regclass('kysely_migration')::text as table`.execute(
		db,
	);
	if (!rows[0]?.table) return undefined;
	const executed = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
	return executed.rows.map(({ name }) => name);
}

/** Where migrations would make theirs; what an extension has made is nobody's. */
async function tablesIn(db: Kysely<unknown>): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select relname as name from pg_class
		where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
			and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
		order by relname
	`.execute(db);
	return rows.map(({ name }) => name);
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
