import { sql, type Transaction } from 'kysely';
import { type CredentialsNews, forOwner } from '../mail/about-credentials.ts';
import type { DB } from './types.ts';

/** Writes to whose account it is, at the registered address and in their language, in the transaction of what it tells of. */
export async function tellOfCredentials(
	tx: Transaction<DB>,
	{ account, at, ...news }: CredentialsNews & { account: number; at: Temporal.Instant },
): Promise<void> {
	const person = tx.selectFrom('account').select(['name', 'username', 'language']).where('id', '=', account);
	const reader = await person.executeTakeFirstOrThrow();
	const written = { kind: news.kind, account, language: reader.language, ...forOwner(news, reader), created_at: at };
	await tx
		.insertInto('mail_out')
		.values({ ...written, message_id: sql`gen_random_uuid()` })
		.execute();
}
