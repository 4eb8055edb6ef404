import type { Transaction } from 'kysely';
import type { CodeRefusal, SecondFactorRefusal, StepRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { acceptCode, attemptOf } from '../auth/second-factor.ts';
import { startSession } from '../auth/sessions.ts';
import { endStep, findStep, lockStep, type SignInStep } from '../auth/sign-in-step.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { tellCodeUsed } from './confirm-identity.ts';
import { completeSetUp } from './set-up-second-factor.ts';
import type { SignedIn } from './sign-in.ts';

/** `token` of the step that the password led to; `code` of the app, or a recovery code. */
export type FinishSignIn = { token: string; code: string; address: string; userAgent?: string | null };

/** The second step of signing in: the code is counted before it is looked at, and is good once. */
export async function finishSignIn(desk: Desk, input: FinishSignIn): Promise<Outcome<SignedIn, StepRefusal>> {
	const { token, code, address } = input;
	const found = await findStep(desk.db, token, await desk.clock.now(desk.db));
	if (found?.asks !== 'code') return refused({ reason: 'sign-in-step-over' });
	const attempt = attemptOf({ account: found.account, code, address });
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (stopped) return refused({ reason: 'too-many-attempts', minutes: stopped.minutes });
	return desk.db.transaction().execute(async (tx) => {
		const now = await desk.clock.now(tx);
		const step = await lockStep(tx, token, now);
		if (step?.asks !== 'code') return refused({ reason: 'sign-in-step-over' });
		const { account } = step;
		const accepted = await acceptCode(tx, desk, { account, code, now });
		if (!accepted.ok) return refuse(tx, desk, { account, at: now }, accepted.refusal);
		await forgiveAttempt(tx, attempt);
		const { value } = accepted;
		if (value.by === 'recovery-code') await tellCodeUsed(tx, desk, { account, left: value.left, at: now });
		return done(await letIn(tx, desk, step, input, now));
	});
}

/** Signed in, with the recovery codes that this answer alone knows. */
export type SetUpAndIn = SignedIn & { codes: string[]; username: string };

/** Staff who must have a second factor and had none have shown a first code of it: they are in, and are given their recovery codes. */
export async function setUpAtSignIn(
	desk: Desk,
	input: FinishSignIn,
): Promise<Outcome<SetUpAndIn, StepRefusal | SecondFactorRefusal>> {
	const found = await findStep(desk.db, input.token, await desk.clock.now(desk.db));
	if (found?.asks !== 'set-up') return refused({ reason: 'sign-in-step-over' });
	return transact<SetUpAndIn, StepRefusal | SecondFactorRefusal>(desk.db, async (tx) => {
		const now = await desk.clock.now(tx);
		const step = await lockStep(tx, input.token, now);
		if (step?.asks !== 'set-up') return refused({ reason: 'sign-in-step-over' });
		const codes = await completeSetUp(tx, desk, { account: step.account, code: input.code, now });
		if (!codes.ok) return codes;
		return done({ ...(await letIn(tx, desk, step, input, now)), codes: codes.value, username: step.username });
	});
}

async function letIn(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, role }: SignInStep,
	{ token, userAgent }: FinishSignIn,
	now: Temporal.Instant,
): Promise<SignedIn> {
	await endStep(tx, token);
	await record(tx, desk, { at: now, verb: 'signed-in', by: account, about: { account } });
	return { session: await startSession(tx, { id: account, role }, now, userAgent), account, role };
}

async function refuse(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, at }: { account: number; at: Temporal.Instant },
	refusal: CodeRefusal,
): Promise<Outcome<never, StepRefusal>> {
	const details = { reason: refusal.reason };
	await record(tx, desk, { at, verb: 'sign-in-refused', by: null, about: { account }, details });
	return refused(refusal);
}
