import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { issueActivation } from '../auth/activation.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerIssuing, type Issued } from './administer.ts';
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
		await record(tx, desk, { at, verb: 'activation-renewed', by: viewer.id, about: { account: id } });
		return done({ account: id, token: await issueActivation(tx, desk, id) });
	});
}
