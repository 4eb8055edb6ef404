import type { Transaction } from 'kysely';
import type { ActivationRefusal, PasswordRefusal, TooManyAttempts } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { refuseActivation } from '../auth/activation.ts';
import { countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { endLinksOf, findLink, lockLink } from '../auth/links.ts';
import { hashPassword } from '../auth/password.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { refusePassword } from '../auth/weak-password.ts';
import { record } from '../db/audit-log.ts';
import { once } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `address` is where the request comes from. */
export type Activate = { token: string; password: string; requestKey: string; address: string };

/**
 * The person behind an activation link chooses their password (P1). Whoever was signed in to the account no longer is.
 * Answers the username to sign in with.
 */
export async function activate(
	desk: Desk,
	{ token, password, requestKey, address }: Activate,
): Promise<Outcome<string, ActivationRefusal | PasswordRefusal | TooManyAttempts | RepeatedKey>> {
	const link = await findLink(desk.db, 'activation', token);
	if (!link) return refused({ reason: 'link-unknown' });
	const weak = refusePassword(password, link);
	if (weak) return refused(weak);
	// Hashing is what costs: a link that is known, dead or not, sets off only so many. No name that can be typed to sign in begins like this.
	const attempt = { name: `\0activation:${link.account}`, address };
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (stopped) return refused({ reason: 'too-many-attempts', minutes: stopped.minutes });
	const hash = await hashPassword(password);
	// The password is no part of what the request is known again by: a plain digest of it could be guessed.
	const request = { account: link.account, act: 'activate', key: requestKey, content: {} };
	return once<string, ActivationRefusal>(desk, request, async (tx) => {
		const now = await desk.clock.now(tx);
		const refusal = refuseActivation(await lockLink(tx, 'activation', token), now);
		if (refusal) return refused(refusal);
		await setPassword(tx, desk, link.account, hash, now);
		await forgiveAttempt(tx, attempt);
		return done(link.username);
	});
}

async function setPassword(
	tx: Transaction<DB>,
	desk: Desk,
	account: number,
	hash: string,
	now: Temporal.Instant,
): Promise<void> {
	await tx
		.updateTable('account')
		.set((row) => ({ password_hash: hash, activated_at: row.fn.coalesce('activated_at', row.val(now)) }))
		.where('id', '=', account)
		.execute();
	await tx.updateTable('activation').set({ used_at: now }).where('account', '=', account).execute();
	await endLinksOf(tx, account);
	await endSessionsOf(tx, account);
	await record(tx, desk, { at: now, verb: 'account-activated', by: account, about: { account } });
}
