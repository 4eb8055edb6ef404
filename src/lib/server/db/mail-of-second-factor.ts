import { sql, type Transaction } from 'kysely';
import { aboutSecondFactor, type SecondFactorNews } from '../mail/about-second-factor.ts';
import type { DB } from './types.ts';

/** Tells whose account it is, in the transaction of the act and in their language: whoever did it may be somebody else. */
export async function tellOfSecondFactor(
	tx: Transaction<DB>,
	{ account, at, ...news }: SecondFactorNews & { account: number; at: Temporal.Instant },
): Promise<void> {
	const person = tx.selectFrom('account').select(['name', 'language']).where('id', '=', account);
	const reader = await person.executeTakeFirstOrThrow();
	const about = { kind: 'second-factor', account, language: reader.language, created_at: at } as const;
	const written = { ...about, ...aboutSecondFactor(news, reader), message_id: sql<string>`gen_random_uuid()` };
	await tx.insertInto('mail_out').values(written).execute();
}
