import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type SetClock, setClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';

export type TestDesk = {
	desk: Desk;
	/** The desk's clock: stands until it is set or advanced. */
	clock: SetClock;
	url: string;
	/** Where the desk's files are. */
	dataDir: string;
};

/** Monday 23 November 2026, nine in the morning in Rome. */
export const MONDAY_MORNING = Temporal.Instant.from('2026-11-23T09:00:00+01:00');

/** A desk on a database of the test file's own, empty and migrated, dropped after the file. */
export async function testDesk(at = MONDAY_MORNING): Promise<TestDesk> {
	const { url, name } = await cloneTemplate();
	const dataDir = join(inject('scratch'), name);
	const clock = setClock(at);
	const db = createDatabase(url, { max: 20, name });
	afterAll(async () => {
		await db.destroy();
		await asAdministrator(`drop database ${name} with (force)`);
	});
	return {
		desk: { db, clock, blobs: localBlobs(join(dataDir, 'files')), secretKey: secretKeyFrom(randomBytes(32)) },
		clock,
		url,
		dataDir,
	};
}

/** Another database like the template; the caller drops it, or the end of the run does. */
export async function cloneTemplate(): Promise<{ url: string; name: string }> {
	return createdDatabase(`template ${templateUrl().pathname.slice(1)} strategy file_copy`);
}

/** A database without anything in it, dropped with the others. */
export function emptyDatabase(): Promise<{ url: string; name: string }> {
	return createdDatabase('template template0');
}

const templateUrl = () => new URL(inject('templateUrl'));

async function createdDatabase(like: string): Promise<{ url: string; name: string }> {
	const name = `t_${randomBytes(6).toString('hex')}`;
	await asAdministrator(`create database ${name} ${like}`);
	return { url: Object.assign(templateUrl(), { pathname: `/${name}` }).href, name };
}

async function asAdministrator(statement: string): Promise<void> {
	const url = Object.assign(templateUrl(), { pathname: '/postgres' });
	const client = new pg.Client({ connectionString: url.href });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}
