import type { ProofRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { countAttempt, forgiveAttempt } from '../auth/attempts.ts';
import { isPassword, nobodysHash } from '../auth/password.ts';
import { renewSession, type Session } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** `token` is that of the session, `address` where the request comes from. */
export type ConfirmIdentity = { token: string; password: string; address: string };

/** Who is signed in shows again that it is they. Counted as signing in is; done, the session goes on under a new token. */
export async function confirmIdentity(
	desk: Desk,
	viewer: Viewer,
	{ token, password, address }: ConfirmIdentity,
): Promise<Outcome<{ session: Session; at: Temporal.Instant }, ProofRefusal>> {
	// No name that can be typed to sign in begins like this.
	const attempt = { name: `\0proof:${viewer.id}`, address };
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (stopped) return refused({ reason: 'too-many-attempts', minutes: stopped.minutes });
	if (!(await isOwnPassword(desk, viewer, password))) return notRecognised(desk, viewer);
	return transact(desk.db, async (tx) => {
		const at = await desk.clock.now(tx);
		await forgiveAttempt(tx, attempt);
		const session = await renewSession(tx, { account: viewer.id, token }, at);
		return session ? done({ session, at }) : refused({ reason: 'wrong-password' });
	});
}

async function notRecognised(desk: Desk, { id }: Viewer): Promise<Outcome<never, ProofRefusal>> {
	await desk.db.transaction().execute(async (tx) => {
		const at = await desk.clock.now(tx);
		const details = { reason: 'wrong-password' } as const;
		await record(tx, desk, { at, verb: 'proof-refused', by: id, about: { account: id }, details });
	});
	return refused({ reason: 'wrong-password' });
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
