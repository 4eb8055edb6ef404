import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { endLinksOf } from '../auth/links.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerProved } from './administer.ts';
import { leaveTheDesk } from './leave-the-desk.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** Nobody comes in with this account any more, from this moment on; an agent goes off duty, and what is in hand is put back (P4). */
export async function disableAccount(
	desk: Desk,
	viewer: Viewer,
	input: OnAccount,
): Promise<AdministrationOutcome<{ putBack: number[] }>> {
	return administerProved(desk, viewer, 'disable-account', input, async (tx, at) => {
		if (input.account === viewer.id) return refused({ reason: 'yourself' });
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { account, isLastAdministrator } = found.value;
		if (account.disabled) return done({ putBack: [] });
		if (isLastAdministrator) return refused({ reason: 'last-administrator' });

		await shut(tx, account.id, at);
		const leaving = { agent: account.id, actor: viewer.id, reason: 'disabled' } as const;
		const putBack = account.role === 'user' ? [] : await leaveTheDesk(tx, desk, leaving);
		const about = { account: account.id };
		await record(tx, desk, { at, verb: 'account-disabled', by: viewer.id, about, details: { putBack } });
		return done({ putBack });
	});
}

/** No way in is left: neither a session nor a link. */
export async function shut(tx: Transaction<DB>, account: number, at: Temporal.Instant): Promise<void> {
	await tx.updateTable('account').set({ disabled_at: at }).where('id', '=', account).execute();
	await endLinksOf(tx, account);
	await endSessionsOf(tx, account);
}
