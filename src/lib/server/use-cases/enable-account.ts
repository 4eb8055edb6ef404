import { done } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerProved } from './administer.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** The account opens again with the password it had; one that was never activated needs a new link. Nobody is put on duty. */
export async function enableAccount(desk: Desk, viewer: Viewer, input: OnAccount): Promise<AdministrationOutcome> {
	return administerProved(desk, viewer, 'enable-account', input, async (tx, at) => {
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { id, disabled } = found.value.account;
		if (!disabled) return done();
		// A sign-in that crossed the disabling may have left a session, asleep until now.
		await endSessionsOf(tx, id);
		await tx.updateTable('account').set({ disabled_at: null }).where('id', '=', id).execute();
		await record(tx, desk, { at, verb: 'account-enabled', by: viewer.id, about: { account: id } });
		return done();
	});
}
