import type { Kysely } from 'kysely';
import { firstPolicy, type PolicyVersion, policyFrom } from '#lib/domain/policy.ts';
import type { DB } from './types.ts';

/** The policy in force, exactly: what every act decides by. */
export async function policyNow(db: Kysely<DB>): Promise<PolicyVersion> {
	const latest = await db
		.selectFrom('policy_version')
		.select(['version', 'settings'])
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return latest ? { ...policyFrom(latest.settings), version: latest.version } : { ...firstPolicy, version: 1 };
}

/** The policy of a version, which an open hold was promised; of none, the first one: so the holds of before there were versions. */
export async function policyOf(db: Kysely<DB>, version: number | null): Promise<PolicyVersion> {
	if (version === null || version === 1) return { ...firstPolicy, version: 1 };
	const { settings } = await db
		.selectFrom('policy_version')
		.select('settings')
		.where('version', '=', version)
		.executeTakeFirstOrThrow();
	return { ...policyFrom(settings), version };
}

/** How long a page may go by the policy as it was read last. */
const glanceMs = 2_000;
const read = new WeakMap<Kysely<DB>, { at: number; policy: Promise<PolicyVersion> }>();

/** The policy for showing a page, within a moment of the one in force; no act is decided by it. */
export function glancePolicy(db: Kysely<DB>): Promise<PolicyVersion> {
	const last = read.get(db);
	if (last && performance.now() - last.at < glanceMs) return last.policy;
	const policy = policyNow(db);
	read.set(db, { at: performance.now(), policy });
	policy.catch(() => read.delete(db));
	return policy;
}
