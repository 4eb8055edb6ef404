import { sql, type Transaction } from 'kysely';
import { type AddressNews, aboutAddress } from '../mail/about-address.ts';
import type { DB } from './types.ts';

type Told = AddressNews & { account: number; at: Temporal.Instant; to: string };

/** Tells somebody of their address in their language, at the one that is named: it need not be the registered one, or that for long. */
export async function tellOfAddress(tx: Transaction<DB>, { account, at, to: address, ...news }: Told): Promise<void> {
	const person = tx.selectFrom('account').select(['name', 'username', 'language']).where('id', '=', account);
	const reader = await person.executeTakeFirstOrThrow();
	const about = { kind: news.kind, account, address, language: reader.language, created_at: at };
	const written = { ...about, ...aboutAddress(news, reader), message_id: sql<string>`gen_random_uuid()` };
	await tx.insertInto('mail_out').values(written).execute();
}
