import { type Policy, policySettings } from '#lib/domain/policy.ts';
import { changedSettings, type PolicyProblems } from '#lib/domain/policy-check.ts';
import type { Language } from '#lib/domain/roles.ts';
import { changedSentences, countryName, policyText, settingsInWords } from '#lib/messages/policy-text.ts';
import { sayPolicyProblem } from '#lib/messages/problems.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { knownCountries } from '#lib/server/holidays.ts';
import type { Meanwhile } from '#lib/server/queries/policy-meanwhile.ts';
import type { PolicyPreview } from '#lib/server/queries/policy-preview.ts';
import type { MadeVersion } from '#lib/server/queries/policy-versions.ts';

/** What a preview shows, in one language: the settings and the sentences that would change. */
export function previewInWords({ current, settings, changed, ...preview }: PolicyPreview, language: Language) {
	return {
		...preview,
		basedOn: current.version,
		reservations: changed.includes('reservationMinutes'),
		sameHold: preview.receipts.today.lapsesAt === preview.receipts.saved.lapsesAt,
		changes: settingsInWords(changed, { from: current, to: settings }, language),
		clauses: changedSentences(policyText(current, language), policyText(settings, language)),
	};
}

export type PreviewInWords = ReturnType<typeof previewInWords>;

/** What was saved since a form was made, by whom, and of each setting whether the form changes it too. */
export function meanwhileInWords(meanwhile: Meanwhile | undefined, language: Language) {
	if (!meanwhile) return undefined;
	const { versions, base, current, changed, both } = meanwhile;
	const saved = versions.map(({ version, at, by, note }) => ({ version, at: at?.toString(), by, note }));
	return { saved, changes: settingsInWords(changed, { from: base, to: current }, language), both };
}

export type MeanwhileInWords = NonNullable<ReturnType<typeof meanwhileInWords>>;

/** Every version with what it changed of the one before; instants are ISO 8601. */
export function historyInWords(versions: readonly MadeVersion[], language: Language) {
	return versions.map(({ settings, at, ...version }, nth) => {
		const from = versions[nth + 1]?.settings ?? settings;
		const changes = settingsInWords(changedSettings(from, settings), { from, to: settings }, language);
		return { ...version, at: at?.toString(), changes };
	});
}

/** What each setting says, by its name. */
export function eachInWords(policy: Policy, language: Language): Record<keyof Policy, string> {
	const said = settingsInWords(policySettings, { from: policy, to: policy }, language);
	return Object.fromEntries(said.map(({ setting, to }) => [setting, to])) as Record<keyof Policy, string>;
}

export async function countryOptions(language: Language): Promise<{ value: string; label: string }[]> {
	const named = [...(await knownCountries())].map((code) => ({ value: code, label: countryName(code, language) }));
	return named.sort((a, b) => a.label.localeCompare(b.label, language));
}

/** What is wrong with each setting, to stand beside its field. */
export function problemsInWords(problems: PolicyProblems, language: Language): Record<string, string> {
	const words = wordsFor(language);
	return Object.fromEntries(
		Object.entries(problems).map(([setting, problem]) => [setting, sayPolicyProblem(problem, words)]),
	);
}
