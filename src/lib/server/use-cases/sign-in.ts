import type { Transaction } from 'kysely';
import type { SignInRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Role } from '#lib/domain/roles.ts';
import { countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { isPassword, nobodysHash } from '../auth/password.ts';
import { type Session, startSession } from '../auth/sessions.ts';
import { recordEvent } from '../db/events.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `name` is a username or an e-mail address; `address` is where the request comes from, `userAgent` what its browser says of itself. */
export type SignIn = { name: string; password: string; address: string; userAgent?: string | null };

export type SignedIn = { session: Session; account: number; role: Role };

/**
 * Lets somebody in. The attempt is counted first, then exactly one password is verified, whoever was named; unknown, wrong,
 * not activated and disabled are one answer.
 */
export async function signIn(desk: Desk, input: SignIn): Promise<Outcome<SignedIn, SignInRefusal>> {
	const name = nameAsKept(input.name);
	const attempt = { name, address: input.address };
	const minutes = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (minutes) return refused({ reason: 'too-many-attempts', minutes });

	const account = await findByName(desk, name);
	const verified = await isPassword(account?.password_hash ?? nobodysHash, input.password);
	if (!account || !verified) return refused({ reason: 'wrong-credentials' });
	return desk.db.transaction().execute(async (tx) => {
		if (!(await lockVerified(tx, account))) return refused({ reason: 'wrong-credentials' });
		const now = await desk.clock.now(tx);
		await forgiveAttempt(tx, attempt);
		await recordEvent(tx, { at: now, type: 'signed-in', actor: account.id, account: account.id });
		const session = await startSession(tx, account, now, input.userAgent);
		return done({ session, account: account.id, role: account.role });
	});
}

type Account = { id: number; role: Role; password_hash: string | null };

/** Tries are counted by what is looked up, to the letter: a spelling that finds the same account is the same name. */
function nameAsKept(typed: string): string {
	return typed.replaceAll('\0', '').trim().toLowerCase();
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
