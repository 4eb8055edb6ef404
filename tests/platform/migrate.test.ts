import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '#platform/database.ts';
import { isMigrated, migrate } from '#platform/migrate.ts';
import { untilBlocked } from '../support/blocked.ts';
import { emptyDatabase, testDesk } from '../support/desk.ts';

const { desk, url } = await testDesk();

test('a migrated database is left as it is, however many start at once', async () => {
	expect(await isMigrated(desk.db)).toBe(true);
	expect(await Promise.all([migrate(url), migrate(url)])).toEqual([[], []]);
});

test('a database that a newer version took further serves one that runs still, and none that starts', async () => {
	await sql`insert into kysely_migration (name, timestamp) values ('9999_newer', '')`.execute(desk.db);
	expect(await isMigrated(desk.db)).toBe(true);
	await expect(migrate(url)).rejects.toThrow('does not know 9999_newer');
	await sql`delete from kysely_migration where name = '9999_newer'`.execute(desk.db);
});

test('a migration that has not run makes the database not current', async () => {
	await sql`delete from kysely_migration where name like '0001%'`.execute(desk.db);
	expect(await isMigrated(desk.db)).toBe(false);
});

describe('while the version before runs', () => {
	const folder = join(import.meta.dirname, '../../src/migrations');
	const all = readdirSync(folder).map((file) => basename(file, '.ts'));
	const before = '0002_ticket_statistics';
	const ahead = all.sort().filter((name) => name > before);

	/** A database as that version has it, and a session of its in the middle of an act. */
	async function older() {
		const { url } = await emptyDatabase();
		await migrate(url, before);
		const act = new pg.Client({ connectionString: url });
		const db = createDatabase(url, { max: 1 });
		onTestFinished(async () => {
			await act.end();
			await db.destroy();
		});
		await act.connect();
		await act.query('begin; select from ticket for no key update; select from queue_entry; select from resolution');
		return { url, act, db };
	}
	const writes = `
		select from queue_counter for update;
		delete from queue_entry;
		insert into queue_log (seq, at, type, ticket) select 1, now(), 'taken', number from ticket;
		commit`;

	test('an act under way is carried out, and the migration comes after it', async () => {
		const { url, act, db } = await older();
		const migrated = migrate(url);
		await untilBlocked({ db });
		await act.query(writes);
		expect(await migrated).toEqual(ahead);
	});

	test('several processes of the new version start at once, and one of them migrates', async () => {
		const { url, act } = await older();
		await act.query('rollback');
		const migrated = await Promise.all([migrate(url), migrate(url), migrate(url)]);
		expect(migrated.flat()).toEqual(ahead);
	});

	test('an act that takes its time keeps neither others waiting nor the migration from running', async () => {
		const { url, act, db } = await older();
		const migrated = migrate(url);
		await untilBlocked({ db });
		await sql`set lock_timeout = '900ms'`.execute(db);
		for (let nth = 0; nth < 3; nth++) {
			await untilBlocked({ db });
			await sql`select from queue_entry`.execute(db);
		}
		await act.query(writes);
		expect(await migrated).toEqual(ahead);
	});
});
