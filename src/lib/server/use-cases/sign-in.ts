import type { Transaction } from 'kysely';
import type { SignInTrouble } from '#lib/domain/audit-verbs.ts';
import type { SignInRefusal } from '#lib/domain/credentials.ts';
import { emailOf } from '#lib/domain/email.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Role } from '#lib/domain/roles.ts';
import { countAttempt, forgiveAttempt, type Stopped } from '../auth/attempts.ts';
import { isPassword, nobodysHash } from '../auth/password.ts';
import { begin, secondFactorOf } from '../auth/second-factor.ts';
import { type Session, startSession } from '../auth/sessions.ts';
import { staffNeedsSecondFactor } from '../auth/sign-in-rule.ts';
import { beginStep, type SignInStep } from '../auth/sign-in-step.ts';
import { record } from '../db/audit-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `name` is a username or an e-mail address; `address` is where the request comes from, `userAgent` what its browser says of itself. */
export type SignIn = { name: string; password: string; address: string; userAgent?: string | null };

export type SignedIn = { session: Session; account: number; role: Role };

/** The password was right, and opens nothing by itself: `token` leads to the next step. */
export type NextStep = { next: SignInStep['asks']; token: string };

/**
 * Lets somebody in. The attempt is counted first, then exactly one password is verified, whoever was named; unknown, wrong,
 * not activated and disabled are one answer.
 */
export async function signIn(desk: Desk, input: SignIn): Promise<Outcome<SignedIn | NextStep, SignInRefusal>> {
	const name = nameAsKept(input.name);
	const attempt = { name, address: input.address };
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (stopped) return stop(desk, stopped);

	const account = await findByName(desk, name);
	const verified = await isPassword(account?.password_hash ?? nobodysHash, input.password);
	return desk.db.transaction().execute(async (tx) => {
		const now = await desk.clock.now(tx);
		const trouble = await troubleWith(tx, account, verified);
		if (!account || trouble) return refuse(tx, desk, account, trouble ?? 'unknown-name', now);
		await forgiveAttempt(tx, attempt);
		const next = await nextStep(tx, desk, account, now);
		if (next) return done(next);
		await record(tx, desk, { at: now, verb: 'signed-in', by: account.id, about: { account: account.id } });
		const session = await startSession(tx, account, now, input.userAgent);
		return done({ session, account: account.id, role: account.role });
	});
}

/** What comes after the password: a code, where there is a second factor; setting one up, where there has to be one. */
async function nextStep(
	tx: Transaction<DB>,
	desk: Desk,
	{ id, role }: Account,
	now: Temporal.Instant,
): Promise<NextStep | undefined> {
	if (await secondFactorOf(tx, id)) return { next: 'code', token: await beginStep(tx, id, now) };
	if (role === 'user' || !(await staffNeedsSecondFactor(tx))) return undefined;
	await begin(tx, desk, id, now);
	return { next: 'set-up', token: await beginStep(tx, id, now) };
}

/** Of those that are stopped only the first is recorded: whoever goes on trying does not fill the log. */
async function stop(desk: Desk, { isFirst, ...details }: Stopped): Promise<Outcome<never, SignInRefusal>> {
	if (isFirst) {
		await desk.db.transaction().execute(async (tx) => {
			const at = await desk.clock.now(tx);
			await record(tx, desk, { at, verb: 'sign-in-stopped', by: null, details });
		});
	}
	return refused({ reason: 'too-many-attempts', minutes: details.minutes });
}

async function troubleWith(
	tx: Transaction<DB>,
	account: Account | undefined,
	verified: boolean,
): Promise<SignInTrouble | undefined> {
	if (!account) return 'unknown-name';
	if (account.password_hash === null) return 'not-activated';
	if (!verified) return 'wrong-password';
	return (await lockVerified(tx, account)) ? undefined : 'disabled';
}

/** One statement for a name that is known and one that is not, which is not kept: it may be a password typed into the wrong field. */
async function refuse(
	tx: Transaction<DB>,
	desk: Desk,
	account: Account | undefined,
	reason: SignInTrouble,
	at: Temporal.Instant,
): Promise<Outcome<never, SignInRefusal>> {
	const about = account && { account: account.id };
	await record(tx, desk, { at, verb: 'sign-in-refused', by: null, ...(about && { about }), details: { reason } });
	return refused({ reason: 'wrong-credentials' });
}

type Account = { id: number; role: Role; password_hash: string | null };

/** Tries are counted by what is looked up, to the letter: a spelling that finds the same account is the same name. */
export function nameAsKept(typed: string): string {
	const name = typed.replaceAll('\0', '').trim().toLowerCase();
	return emailOf(name) ?? name;
}

function findByName({ db }: Desk, name: string): Promise<Account | undefined> {
	const column = name.includes('@') ? 'email' : 'username'; // a username has no @
	return db
		.selectFrom('account')
		.select(['id', 'role', 'password_hash'])
		.where((eb) => eb(eb.fn('lower', [column]), '=', name))
		.executeTakeFirst();
}

/** Verifying takes a while, without a lock: whether the account is still enabled, under the password that was verified. */
async function lockVerified(tx: Transaction<DB>, { id, password_hash }: Account): Promise<boolean> {
	const locked = await tx
		.selectFrom('account')
		.select('id')
		.where('id', '=', id)
		.where('password_hash', '=', password_hash)
		.where('disabled_at', 'is', null)
		.forShare()
		.executeTakeFirst();
	return locked !== undefined;
}
