import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockUsersOf } from '../db/accounts.ts';
import { recordEvent } from '../db/events.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';
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
	return administer(desk, viewer, 'disable-users', input, async (tx, at) => {
		const known = await tx.selectFrom('customer').select('id').where('id', '=', customer).executeTakeFirst();
		const { users: accounts, administrators } = await lockUsersOf(tx, customer);
		if (!administrators.includes(viewer.id)) return refused({ reason: 'administrators-only' });
		if (!known) return refused({ reason: 'unknown-record' });
		if (accounts.length === 0) return done({ accounts });

		for (const account of accounts) {
			await shut(tx, account, at);
			await recordEvent(tx, { at, type: 'account-disabled', actor: viewer.id, account, data: { putBack: [] } });
		}
		await recordEvent(tx, { at, type: 'users-disabled', actor: viewer.id, customer, data: { accounts } });
		return done({ accounts });
	});
}
