import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { hashOf, newToken } from './token.ts';

/** While there is no administrator: a fresh token for `/setup/<token>`, in place of the former. It is kept hashed only. */
export async function prepareSetupLink({ db, clock }: Desk): Promise<string | undefined> {
	if (await hasAdministrator(db)) return undefined;
	const token = newToken();
	const link = { token_hash: hashOf(token), created_at: await clock.now(db) };
	await db
		.insertInto('setup_link')
		.values(link)
		.onConflict((conflict) => conflict.column('only_row').doUpdateSet(link))
		.execute();
	return token;
}

/** Whether the link with this token makes the first administrator. Within a transaction, `lock` lets only one ask at a time. */
export async function isSetupLink(db: Kysely<DB>, token: string, lock?: 'lock'): Promise<boolean> {
	const link = await db
		.selectFrom('setup_link')
		.select('token_hash')
		.$if(lock === 'lock', (query) => query.forUpdate())
		.executeTakeFirst();
	return link !== undefined && timingSafeEqual(link.token_hash, hashOf(token)) && !(await hasAdministrator(db));
}

async function hasAdministrator(db: Kysely<DB>): Promise<boolean> {
	const administrator = await db
		.selectFrom('account')
		.select('id')
		.where('role', '=', 'administrator')
		.limit(1)
		.executeTakeFirst();
	return administrator !== undefined;
}
