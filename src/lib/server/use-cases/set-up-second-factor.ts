import type { Transaction } from 'kysely';
import type { ProofNeeded, SecondFactorRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { complete, secondFactorOf } from '../auth/second-factor.ts';
import { renewSession, type Session } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { tellOfSecondFactor } from '../db/mail-of-second-factor.ts';
import { transact } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `code`: a first one of the secret that was shown; `token`: of the session. */
export type SetUpSecondFactor = { code: string; token: string };

/** The recovery codes, which this answer alone knows; the session goes on under a new token. */
export type SecondFactorSetUp = { codes: string[]; session: Session | undefined };

/** A code has come back: from the next sign-in on one is asked for. Not kept by a request key, which would keep the codes. */
export async function setUpSecondFactor(
	desk: Desk,
	viewer: Viewer,
	{ code, token }: SetUpSecondFactor,
): Promise<Outcome<SecondFactorSetUp, SecondFactorRefusal | ProofNeeded>> {
	const asked = await proofAsked(desk, viewer);
	if (asked) return asked;
	return transact<SecondFactorSetUp, SecondFactorRefusal>(desk.db, async (tx) => {
		const now = await desk.clock.now(tx);
		const codes = await completeSetUp(tx, desk, { account: viewer.id, code, now });
		if (!codes.ok) return codes;
		return done({ codes: codes.value, session: await renewSession(tx, { account: viewer.id, token }, now) });
	});
}

/** What setting it up comes to, whether somebody is signed in or on the way there. */
export async function completeSetUp(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, code, now }: { account: number; code: string; now: Temporal.Instant },
): Promise<Outcome<string[], SecondFactorRefusal>> {
	if (await secondFactorOf(tx, account)) return refused({ reason: 'second-factor-there' });
	const codes = await complete(tx, desk, { account, code, now });
	if (!codes) return refused({ reason: 'wrong-first-code' });
	await record(tx, desk, { at: now, verb: 'second-factor-set-up', by: account, about: { account } });
	await tellOfSecondFactor(tx, { news: 'set-up', account, at: now });
	return done(codes);
}
