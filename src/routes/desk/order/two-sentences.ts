import type { Words } from '#lib/messages/words.ts';
import type { ExplanationView } from '#lib/server/queries/told-story.ts';

/** The answer to "why was it served before?": why this one, and why not those that had arrived earlier. */
export function twoSentences(
	words: Words['order']['why'],
	number: number,
	agent: string,
	{ lane, beforeBy, technicalQueued }: ExplanationView,
): string {
	const { nothing: passed, ...kept } = beforeBy;
	const reasons = (['technical-first', 'not-covered', 'reserved'] as const)
		.filter((because) => kept[because] > 0)
		.map((because) => words.because[because](kept[because], agent));
	const first = () => {
		if (passed > 0) return words.first.overtaking(agent, number, passed);
		if (lane === 'technical') return words.first.technical(agent, number);
		if (technicalQueued > 0) return words.first.beforeTechnical(agent, number, technicalQueued);
		return words.first.consultancy(agent, number);
	};
	if (reasons.length === 0) return passed > 0 ? first() : `${first()} ${words.nobodyBefore}`;
	return `${first()} ${passed > 0 ? words.beforeSome(reasons) : words.before(reasons)}`;
}
