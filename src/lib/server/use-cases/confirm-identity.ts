import type { Transaction } from 'kysely';
import type { CodeRefusal, ProofRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { type Attempt, countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { isPassword, nobodysHash } from '../auth/password.ts';
import { acceptCode, attemptOf, secondFactorOf } from '../auth/second-factor.ts';
import { renewSession, type Session } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { tellOfSecondFactor } from '../db/mail-of-second-factor.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `token` is that of the session, `address` where the request comes from; `code` is asked where there is a second factor. */
export type ConfirmIdentity = { token: string; password: string; code: string; address: string };

type Confirmed = { session: Session; at: Temporal.Instant };

/** Who is signed in shows again that it is they. Counted as signing in is; done, the session goes on under a new token. */
export async function confirmIdentity(
	desk: Desk,
	viewer: Viewer,
	{ token, password, code, address }: ConfirmIdentity,
): Promise<Outcome<Confirmed, ProofRefusal>> {
	const withCode = (await secondFactorOf(desk.db, viewer.id)) !== undefined;
	// No name that can be typed to sign in begins like this.
	const byPassword = { name: `\0proof:${viewer.id}`, address };
	const stopped = await count(desk, byPassword);
	if (stopped) return stopped;
	const isTheirs = await isOwnPassword(desk, viewer, password);
	const byCode = attemptOf({ account: viewer.id, code, address });
	const stoppedByCode = isTheirs && withCode ? await count(desk, byCode) : undefined;
	if (stoppedByCode) return stoppedByCode;
	return desk.db.transaction().execute(async (tx) => {
		const at = await desk.clock.now(tx);
		if (!isTheirs) return refuse(tx, desk, viewer, at, { reason: 'wrong-password', withCode });
		const byOwnCode = withCode ? await verifyCode(tx, desk, viewer, code, at) : done();
		if (!byOwnCode.ok) return refuse(tx, desk, viewer, at, byOwnCode.refusal);
		for (const attempt of withCode ? [byPassword, byCode] : [byPassword]) await forgiveAttempt(tx, attempt);
		const session = await renewSession(tx, { account: viewer.id, token }, at);
		return session ? done({ session, at }) : refused({ reason: 'wrong-password', withCode });
	});
}

async function count(desk: Desk, attempt: Attempt): Promise<Outcome<never, ProofRefusal> | undefined> {
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	return stopped && refused({ reason: 'too-many-attempts', minutes: stopped.minutes });
}

async function isOwnPassword({ db }: Desk, { id }: Viewer, password: string): Promise<boolean> {
	const account = await db
		.selectFrom('account')
		.select('password_hash')
		.where('id', '=', id)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	return isPassword(account?.password_hash ?? nobodysHash, password);
}

async function verifyCode(
	tx: Transaction<DB>,
	desk: Desk,
	{ id: account }: Viewer,
	code: string,
	now: Temporal.Instant,
): Promise<Outcome<undefined, CodeRefusal>> {
	const accepted = await acceptCode(tx, desk, { account, code, now });
	if (!accepted.ok) return accepted;
	const { value } = accepted;
	if (value.by === 'recovery-code') await tellCodeUsed(tx, desk, { account, left: value.left, at: now });
	return done();
}

/** That a recovery code is gone is recorded, and its owner is told. */
export async function tellCodeUsed(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, left, at }: { account: number; left: number; at: Temporal.Instant },
): Promise<void> {
	await record(tx, desk, { at, verb: 'recovery-code-used', by: account, about: { account }, details: { left } });
	await tellOfSecondFactor(tx, { news: 'code-used', left, account, at });
}

async function refuse(
	tx: Transaction<DB>,
	desk: Desk,
	{ id }: Viewer,
	at: Temporal.Instant,
	refusal: Exclude<ProofRefusal, { reason: 'too-many-attempts' }>,
): Promise<Outcome<never, ProofRefusal>> {
	const { reason } = refusal;
	await record(tx, desk, { at, verb: 'proof-refused', by: id, about: { account: id }, details: { reason } });
	return refused(refusal);
}
