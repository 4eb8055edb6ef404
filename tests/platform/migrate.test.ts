import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isMigrated, migrate } from '#platform/migrate.ts';
import { testDesk } from '../support/desk.ts';

const { desk, url } = await testDesk();

test('a migrated database is left as it is, however many start at once', async () => {
	expect(await isMigrated(desk.db)).toBe(true);
	expect(await Promise.all([migrate(url), migrate(url)])).toEqual([[], []]);
});

test('a database that a newer version took further serves this version still', async () => {
	await sql`insert into kysely_migration (name, timestamp) values ('9999_newer', '')`.execute(desk.db);
	expect(await isMigrated(desk.db)).toBe(true);
	expect(await migrate(url)).toEqual([]);
	await sql`delete from kysely_migration where name = '9999_newer'`.execute(desk.db);
});

test('a migration that has not run makes the database not current', async () => {
	await sql`delete from kysely_migration where name like '0001%'`.execute(desk.db);
	expect(await isMigrated(desk.db)).toBe(false);
});
