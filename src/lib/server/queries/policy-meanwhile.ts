import type { Policy } from '#lib/domain/policy.ts';
import { changedSettings, type TypedPolicy } from '#lib/domain/policy-check.ts';
import { rebased } from '#lib/domain/policy-rebase.ts';
import type { Desk } from '../desk.ts';
import { type MadeVersion, policyVersions } from './policy-versions.ts';

/** What became of the policy since a form was made of it, and which settings both that and the form change. */
export type Meanwhile = {
	/** The versions saved since, the latest first. */
	versions: MadeVersion[];
	base: Policy;
	current: Policy;
	changed: (keyof Policy)[];
	both: (keyof Policy)[];
};

/** What was typed on a form made of version `basedOn`, on the version in force by now. */
export type Rebased = { basedOn: number; settings: TypedPolicy; meanwhile: Meanwhile | undefined };

export async function rebasedPolicy(desk: Desk, basedOn: number, typed: TypedPolicy): Promise<Rebased> {
	const versions = await policyVersions(desk);
	const current = versions[0];
	const base = versions.find(({ version }) => version === basedOn);
	if (!current || !base || base === current) {
		return { basedOn: current?.version ?? basedOn, settings: typed, meanwhile: undefined };
	}
	const sides = { base: base.settings, current: current.settings };
	const { settings, both } = rebased(typed, sides);
	const since = versions.filter(({ version }) => version > basedOn);
	const changed = changedSettings(base.settings, current.settings);
	return { basedOn: current.version, settings, meanwhile: { versions: since, ...sides, changed, both } };
}
