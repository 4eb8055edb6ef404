import type { Language } from '#lib/domain/roles.ts';
import { changedSentences, policyText } from '#lib/messages/policy-text.ts';
import { policyPage } from '#lib/server/queries/policy-page.ts';
import { type MadeVersion, policyVersions } from '#lib/server/queries/policy-versions.ts';
import { application } from '#platform/application.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { reading, language } }) => {
	const { policy, ...today } = await policyPage(reading);
	const versions = await policyVersions(reading);
	const { version: _, ...whose } = await application().live.organisation();
	return {
		...today,
		whose,
		version: policy.version,
		sections: policyText(policy, language),
		versions: versions.map((version, nth) => published(version, versions[nth + 1], language)),
	};
};

/** What everybody may know of a version: since when, and which clauses it changed. */
function published({ version, at, settings }: MadeVersion, before: MadeVersion | undefined, language: Language) {
	const texts = before && ([before.settings, settings] as const).map((policy) => policyText(policy, language));
	const [old = [], fresh = []] = texts ?? [];
	return {
		version,
		since: at?.toString(),
		changedIn: changedSentences(old, fresh).map(({ clause, title }) => ({ clause, title })),
	};
}
