import { scheduler } from 'node:timers/promises';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { countAttempt } from '../auth/attempts.ts';
import { issueRecovery } from '../auth/recovery.ts';
import { record } from '../db/audit-log.ts';
import { tellOfCredentials } from '../db/mail-of-credentials.ts';
import type { Desk } from '../desk.ts';
import { nameAsKept } from './sign-in.ts';

/** `name` is a username or an e-mail address; `address` is where the request comes from. */
export type AskRecovery = { name: string; address: string };

/** Well above what the work takes, so that the answer tells nobody whether there was any. */
export const answersAfterMs = 300;

/**
 * Somebody has forgotten their password: a link goes to the registered address, where the name is that of credentials in use. The answer is
 * the same, and as late, for every name; tries are counted as those of signing in.
 */
export async function askRecovery(
	desk: Desk,
	{ name: typed, address }: AskRecovery,
): Promise<Outcome<undefined, { reason: 'too-many-attempts'; minutes: number }>> {
	const earliest = scheduler.wait(answersAfterMs);
	const name = nameAsKept(typed);
	// No name that can be typed to sign in begins like this.
	const attempt = { name: `\0recovery:${name}`, address };
	const stopped = await countAttempt(desk.db, attempt, await desk.clock.now(desk.db));
	if (!stopped) await send(desk, name);
	await earliest;
	return stopped ? refused({ reason: 'too-many-attempts', minutes: stopped.minutes }) : done();
}

async function send(desk: Desk, name: string): Promise<void> {
	await desk.db.transaction().execute(async (tx) => {
		const found = await tx
			.selectFrom('account')
			.select('id')
			.where((eb) => eb(eb.fn('lower', [name.includes('@') ? 'email' : 'username']), '=', name))
			.where('password_hash', 'is not', null)
			.where('disabled_at', 'is', null)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!found) return;
		const { id: account } = found;
		const at = await desk.clock.now(tx);
		const nonce = await issueRecovery(tx, desk, account, at);
		if (!nonce) return;
		await tellOfCredentials(tx, { kind: 'recovery', account, at, nonce });
		await record(tx, desk, { at, verb: 'recovery-asked', by: null, about: { account } });
	});
}
