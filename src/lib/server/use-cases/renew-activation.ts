import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerIssuing, type Issued } from './administer.ts';
import { issueCredentials } from './issue-credentials.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** A new link to choose a password, in place of an earlier one (P1). */
export async function renewActivation(
	desk: Desk,
	viewer: Viewer,
	input: OnAccount,
): Promise<AdministrationOutcome<Issued>> {
	return administerIssuing(desk, viewer, 'renew-activation', input, async (tx, at) => {
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { id, disabled } = found.value.account;
		if (disabled) return refused({ reason: 'enable-first' });
		const token = await issueCredentials(tx, desk, { account: id, by: viewer.id, at, verb: 'activation-renewed' });
		return done({ account: id, token });
	});
}
