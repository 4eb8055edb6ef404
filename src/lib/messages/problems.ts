import type { PolicyProblem } from '#lib/domain/policy-check.ts';
import type { Words } from './words.ts';

/** What is wrong with one field, as `forms/parse-form.ts` finds it. */
export type FieldProblem = { reason: 'required' | 'invalid' } | { reason: 'too-long' | 'too-short'; limit: number };

/** What is wrong with each field, in words to stand beside it; `asks` has what a field wants instead of nothing or something else. */
export function problemWords(
	problems: Record<string, FieldProblem>,
	words: Words,
	asks: Record<string, string> = {},
): Record<string, string> {
	const said = Object.entries(problems).map(([field, problem]) => {
		const wanted = 'limit' in problem ? undefined : asks[field];
		return [field, wanted ?? sayProblem(problem, words)];
	});
	return Object.fromEntries(said);
}

function sayProblem(problem: FieldProblem, words: Words): string {
	const { form } = words.common;
	switch (problem.reason) {
		case 'required':
			return form.missing;
		case 'too-long':
			return form.tooLong(problem.limit);
		case 'too-short':
			return form.tooShort(problem.limit);
		case 'invalid':
			return form.notValid;
		default:
			return problem satisfies never;
	}
}

/** What is wrong with one setting of the policy. */
export function sayPolicyProblem(problem: PolicyProblem, { policy }: Words): string {
	const saying = policy.problems[problem.reason] as (problem: PolicyProblem) => string;
	return saying(problem);
}
