import { createHmac } from 'node:crypto';
import type { PasswordRefusal, ProofNeeded } from '#lib/domain/credentials.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { proofJustAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { endLinksOf } from '../auth/links.ts';
import { hashPassword } from '../auth/password.ts';
import { endOtherSessionsOf } from '../auth/sessions.ts';
import { refusePassword } from '../auth/weak-password.ts';
import { record } from '../db/audit-log.ts';
import { tellOfCredentials } from '../db/mail-of-credentials.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** `token` is that of the session which goes on. */
export type ChangePassword = { password: string; token: string; requestKey: string };

/**
 * Somebody signed in chooses another password, and has shown the present one (and a code) for it. Wherever else they were signed in they no
 * longer are, no link of theirs leads anywhere, and they are told at the registered address.
 */
export async function changePassword(
	desk: Desk,
	viewer: Viewer,
	{ password, token, requestKey }: ChangePassword,
): Promise<Outcome<undefined, PasswordRefusal | ProofNeeded | RepeatedKey>> {
	const asked = await proofJustAsked(desk, viewer);
	if (asked) return asked;
	const { id: account } = viewer;
	const owner = desk.db.selectFrom('account').select(['name', 'username', 'email']).where('id', '=', account);
	const weak = refusePassword(password, await owner.executeTakeFirstOrThrow());
	if (weak) return refused(weak);
	const hash = await hashPassword(password);
	const request = { account, act: 'change-password', key: requestKey, content: { password: digest(desk, password) } };
	return once<undefined, never>(desk, request, async (tx) => {
		const at = await desk.clock.now(tx);
		await tx.updateTable('account').set({ password_hash: hash }).where('id', '=', account).execute();
		await endLinksOf(tx, account);
		await endOtherSessionsOf(tx, account, token);
		await tellOfCredentials(tx, { kind: 'password-changed', account, at });
		await record(tx, desk, { at, verb: 'password-changed', by: account, about: { account } });
		return done();
	});
}

/** So that the same form sent again with another password is another request; a plain digest of it could be guessed. */
function digest({ secretKey }: Desk, password: string): string {
	return createHmac('sha256', secretKey('requests')).update(password).digest('base64');
}
