import { randomBytes } from 'node:crypto';
import type { CompiledQuery, LogEvent } from 'kysely';
import { databaseClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';
import { localBlobs } from '#platform/blobs.ts';
import { createDatabase } from '#platform/database.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';

/** What is asked of a desk, each by the name it goes by in the report. */
export type Asked = Record<string, () => Promise<unknown>>;

/** What each sends, in order, from the Kysely of the product. `url`: of a database that may change. */
export async function catchQueries(
	url: string,
	files: string,
	ask: (desk: Desk) => Promise<Asked>,
): Promise<Map<string, CompiledQuery[]>> {
	let sent: CompiledQuery[] = [];
	const log = ({ query }: LogEvent) => {
		if (/^\s*(\/\*.*?\*\/ )?(select|with|insert|update|delete)\b/.test(query.sql)) sent.push(query);
	};
	const db = createDatabase(url, { max: 5, log });
	const caught = new Map<string, CompiledQuery[]>();
	for (const [name, run] of Object.entries(
		await ask({ db, clock: databaseClock, blobs: localBlobs(files), secretKey: secretKeyFrom(randomBytes(32)) }),
	)) {
		sent = [];
		await run();
		caught.set(name, sent);
	}
	await db.destroy();
	return caught;
}
