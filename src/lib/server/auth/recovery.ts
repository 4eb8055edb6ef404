import type { Transaction } from 'kysely';
import type { RecoveryRefusal } from '#lib/domain/credentials.ts';
import { recoveryMinutes } from '#lib/domain/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { newLink } from './derived-token.ts';
import { type Link, whyDead } from './links.ts';
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

export function refuseRecovery(link: Link | undefined, now: Temporal.Instant): RecoveryRefusal | undefined {
	const why = whyDead(link, now);
	return why && { reason: `recovery-${why}` };
}
