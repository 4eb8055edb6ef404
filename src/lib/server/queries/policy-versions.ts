import { type Policy, policyFrom } from '#lib/domain/policy.ts';
import { policyOf } from '../db/policy.ts';
import type { Desk } from '../desk.ts';

/** A version of the policy as it was saved; nobody saved the first one, which holds from the installation on. */
export type MadeVersion = {
	version: number;
	settings: Policy;
	at: Temporal.Instant | undefined;
	by: string | undefined;
	note: string | undefined;
};

/** Every version of the policy, the one in force first. */
export async function policyVersions({ db }: Desk): Promise<MadeVersion[]> {
	const saved = await db
		.selectFrom('policy_version')
		.innerJoin('account', 'account.id', 'policy_version.made_by')
		.select(['version', 'settings', 'note', 'made_at as at', 'account.name as by'])
		.orderBy('version', 'desc')
		.execute();
	// Setting up makes the first account, and no account is ever deleted.
	const setUp = await db.selectFrom('account').select('created_at as at').orderBy('id').limit(1).executeTakeFirst();
	const { version, ...settings } = await policyOf(db, 1);
	const initial = { version, settings, at: setUp?.at, by: undefined, note: undefined };
	return [...saved.map((row) => ({ ...row, settings: policyFrom(row.settings) })), initial];
}
