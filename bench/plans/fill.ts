import { sql } from 'kysely';
import pg from 'pg';
import { createDatabase } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { fillSearchable } from '../../src/migrations/0007_search.ts';
import { fillStaffSearchable } from '../../src/migrations/0012_search_of_staff.ts';
import { fillSolvedWords } from '../../src/migrations/0031_words_of_solved.ts';
import { fillHouse, type Size } from '../house.ts';

/** The house in an empty database, and a copy of it on which acts are carried out: the addresses of both. */
export async function fill(original: string): Promise<{ original: string; copy: string }> {
	await fillDatabase(original);
	const copy = at(original, 'acted');
	await connected(at(original, 'postgres'), (client) =>
		client.query(`create database ${nameOf(copy)} template ${nameOf(original)} strategy file_copy`),
	);
	return { original, copy };
}

/** The house, of the given size, in an empty database. */
export async function fillDatabase(url: string, of?: Size): Promise<void> {
	await migrate(url);
	await connected(url, (client) => fillHouse(client, of));
	await makeSearchable(url);
}

/** The house is filled without triggers, so that it does not take hours. */
async function makeSearchable(url: string): Promise<void> {
	const db = createDatabase(url, { max: 1 });
	await sql`set statement_timeout = 0`.execute(db);
	await db.transaction().execute(fillSearchable);
	await db.transaction().execute(async (tx) => {
		await sql`set local enable_nestloop = off`.execute(tx); // vacuumed while empty, the table is taken to stay so
		await fillStaffSearchable(tx);
		await fillSolvedWords(tx);
	});
	await sql`vacuum analyze`.execute(db);
	await db.destroy();
}

export async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return use(client).finally(() => client.end());
}

function at(url: string, database: string): string {
	return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

function nameOf(url: string): string {
	return new URL(url).pathname.slice(1);
}
