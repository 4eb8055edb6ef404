import type { PasswordRefusal, RecoveryRefusal, TooManyAttempts } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { endLinksOf, findLink, lockLink } from '../auth/links.ts';
import { hashPassword } from '../auth/password.ts';
import { refuseRecovery } from '../auth/recovery.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { refusePassword } from '../auth/weak-password.ts';
import { record } from '../db/audit-log.ts';
import { tellOfCredentials } from '../db/mail-of-credentials.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** `address` is where the request comes from. */
export type Recover = { token: string; password: string; requestKey: string; address: string };

/**
 * The person behind a recovery link chooses a new password. Whoever was signed in to the account no longer is, no other link of it
 * leads anywhere, and its owner is told.
 */
export async function recover(
	desk: Desk,
	{ token, password, requestKey, address }: Recover,
): Promise<Outcome<undefined, RecoveryRefusal | PasswordRefusal | TooManyAttempts | RepeatedKey>> {
	const link = await findLink(desk.db, 'recovery', token);
	if (!link) return refused({ reason: 'recovery-unknown' });
	const { account } = link;
	const weak = refusePassword(password, link);
	if (weak) return refused(weak);
	// Hashing is what costs: a link that is known, dead or not, sets off only so many. No name that can be typed to sign in begins like this.
	const attempt = { name: `\0recovery:${account}`, address };
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (stopped) return refused({ reason: 'too-many-attempts', minutes: stopped.minutes });
	const hash = await hashPassword(password);
	// The password is no part of what the request is known again by: a plain digest of it could be guessed.
	const request = { account, act: 'recover', key: requestKey, content: {} };
	return once<undefined, RecoveryRefusal>(desk, request, async (tx) => {
		const at = await desk.clock.now(tx);
		const refusal = refuseRecovery(await lockLink(tx, 'recovery', token), at);
		if (refusal) return refused(refusal);
		await tx.updateTable('account').set({ password_hash: hash }).where('id', '=', account).execute();
		await tx.updateTable('recovery').set({ used_at: at }).where('account', '=', account).execute();
		await endLinksOf(tx, account);
		await endSessionsOf(tx, account);
		await tellOfCredentials(tx, { kind: 'password-changed', account, at });
		await record(tx, desk, { at, verb: 'password-recovered', by: account, about: { account } });
		await forgiveAttempt(tx, attempt);
		return done();
	});
}
