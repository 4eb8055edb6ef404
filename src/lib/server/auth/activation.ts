import type { Kysely, Transaction } from 'kysely';
import type { ActivationRefusal } from '#lib/domain/credentials.ts';
import { activationDays } from '#lib/domain/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type MadeLink, newLink } from './derived-token.ts';
import { hashOf } from './token.ts';

/** Makes an account's activation link anew: a former one leads nowhere from now on. Its token is kept nowhere. */
export async function issueActivation(
	tx: Transaction<DB>,
	{ secretKey }: Desk,
	account: number,
	now: Temporal.Instant,
): Promise<MadeLink> {
	const made = newLink(secretKey, 'activate');
	const link = {
		token_hash: hashOf(made.token),
		nonce: made.nonce,
		created_at: now,
		expires_at: now.add({ hours: activationDays * 24 }),
		used_at: null,
		reminded_at: null,
	};
	await tx
		.insertInto('activation')
		.values({ account, ...link })
		.onConflict((conflict) => conflict.column('account').doUpdateSet(link))
		.execute();
	return made;
}

export type Activation = {
	account: number;
	name: string;
	username: string;
	email: string;
	expiresAt: Temporal.Instant;
	usedAt: Temporal.Instant | null;
};

/** What an activation link leads to; nothing for one that was replaced, never was, or belongs to a disabled account. */
export function findActivation(db: Kysely<DB>, token: string): Promise<Activation | undefined> {
	return activationOf(db, token).executeTakeFirst();
}

/** The same, with account and link locked until COMMIT. */
export function lockActivation(tx: Transaction<DB>, token: string): Promise<Activation | undefined> {
	// Not FOR UPDATE: a request key of the same account, in a transaction that waits for us, holds its row by reference.
	return activationOf(tx, token).forNoKeyUpdate().executeTakeFirst();
}

function activationOf(db: Kysely<DB>, token: string) {
	return db
		.selectFrom('account')
		.innerJoin('activation', 'activation.account', 'account.id')
		.select(['account.id as account', 'account.name', 'account.username', 'account.email'])
		.select(['activation.expires_at as expiresAt', 'activation.used_at as usedAt'])
		.where('activation.token_hash', '=', hashOf(token))
		.where('account.disabled_at', 'is', null);
}

export function refuseActivation(link: Activation | undefined, now: Temporal.Instant): ActivationRefusal | undefined {
	if (!link) return { reason: 'link-unknown' };
	if (link.usedAt) return { reason: 'link-used' };
	return Temporal.Instant.compare(now, link.expiresAt) >= 0 ? { reason: 'link-expired' } : undefined;
}
