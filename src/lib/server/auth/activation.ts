import type { Transaction } from 'kysely';
import type { ActivationRefusal } from '#lib/domain/credentials.ts';
import { activationDays } from '#lib/domain/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type MadeLink, newLink } from './derived-token.ts';
import { type Link, whyDead } from './links.ts';
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

export function refuseActivation(link: Link | undefined, now: Temporal.Instant): ActivationRefusal | undefined {
	const why = whyDead(link, now);
	return why && { reason: `link-${why}` };
}
