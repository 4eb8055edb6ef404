import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockUsersOf } from '../db/accounts.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administerProved } from './administer.ts';
import { shut } from './disable-account.ts';

export type DisableUsers = Administering & { customer: number };

/**
 * Nobody of a customer comes in any more, from this moment on; each is enabled again by themselves. Their tickets stay as they are: what
 * is queued is served, what awaits the customer lapses (P4, P5). Answers the accounts that were enabled until now.
 */
export async function disableUsers(
	desk: Desk,
	viewer: Viewer,
	input: DisableUsers,
): Promise<AdministrationOutcome<{ accounts: number[] }>> {
	const { customer } = input;
	return administerProved(desk, viewer, 'disable-users', input, async (tx, at) => {
		const known = await tx.selectFrom('customer').select('id').where('id', '=', customer).executeTakeFirst();
		const { users: accounts, administrators } = await lockUsersOf(tx, customer);
		if (!administrators.includes(viewer.id)) return refused({ reason: 'administrators-only' });
		if (!known) return refused({ reason: 'unknown-record' });
		if (accounts.length === 0) return done({ accounts });

		for (const account of accounts) {
			await shut(tx, account, at);
			const details = { putBack: [] };
			await record(tx, desk, { at, verb: 'account-disabled', by: viewer.id, about: { account }, details });
		}
		const details = { accounts: accounts.length };
		await record(tx, desk, { at, verb: 'users-disabled', by: viewer.id, about: { customer }, details });
		return done({ accounts });
	});
}
