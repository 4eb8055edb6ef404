import { type Kysely, sql, type Transaction } from 'kysely';
import type { RecoveryRefusal } from '#lib/domain/credentials.ts';
import { recoveryMinutes } from '#lib/domain/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { newLink } from './derived-token.ts';
import { hashOf } from './token.ts';

/** Whoever asks again and again fills nobody's mailbox: for so many minutes the link that is out is the one. */
const oneInMinutes = 5;

/** Makes a link to choose a new password, in place of a former one, and answers its nonce; nothing where one was made just now. */
export async function issueRecovery(
	tx: Transaction<DB>,
	{ secretKey }: Desk,
	account: number,
	now: Temporal.Instant,
): Promise<string | undefined> {
	const { nonce, token } = newLink(secretKey, 'recover');
	const expires_at = now.add({ minutes: recoveryMinutes });
	const link = { token_hash: hashOf(token), created_at: now, expires_at, used_at: null };
	const made = await tx
		.insertInto('recovery')
		.values({ account, ...link })
		.onConflict((conflict) =>
			conflict
				.column('account')
				.doUpdateSet(link)
				.where('recovery.created_at', '<=', now.subtract({ minutes: oneInMinutes })),
		)
		.returning('account')
		.executeTakeFirst();
	return made && nonce;
}

export type Recovery = {
	account: number;
	name: string;
	username: string;
	email: string;
	expiresAt: Temporal.Instant;
	usedAt: Temporal.Instant | null;
};

/** What a link leads to; nothing for one that was replaced, never was, or belongs to a disabled account. */
export function findRecovery(db: Kysely<DB>, token: string): Promise<Recovery | undefined> {
	return recoveryOf(db, token).executeTakeFirst();
}

/** The same, with account and link locked until COMMIT. */
export function lockRecovery(tx: Transaction<DB>, token: string): Promise<Recovery | undefined> {
	return recoveryOf(tx, token).forNoKeyUpdate().executeTakeFirst();
}

function recoveryOf(db: Kysely<DB>, token: string) {
	return db
		.selectFrom('account')
		.innerJoin('recovery', 'recovery.account', 'account.id')
		.select(['account.id as account', 'account.name', 'account.username', 'account.email'])
		.select(['recovery.expires_at as expiresAt', 'recovery.used_at as usedAt'])
		.where('recovery.token_hash', '=', hashOf(token))
		.where('account.disabled_at', 'is', null);
}

export function refuseRecovery(link: Recovery | undefined, now: Temporal.Instant): RecoveryRefusal | undefined {
	if (!link) return { reason: 'recovery-unknown' };
	if (link.usedAt) return { reason: 'recovery-used' };
	return Temporal.Instant.compare(now, link.expiresAt) >= 0 ? { reason: 'recovery-expired' } : undefined;
}

/** Every link of the account that nobody has used leads nowhere from now on. */
export async function endLinksOf(tx: Transaction<DB>, account: number): Promise<void> {
	await sql`
		with activations as (delete from activation where account = ${account} and used_at is null)
		delete from recovery where account = ${account} and used_at is null
	`.execute(tx);
}
