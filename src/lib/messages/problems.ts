import type { PolicyProblem } from '#lib/domain/policy-check.ts';
import type { Words } from './words.ts';

/** What is wrong with one field, as `forms/parse-form.ts` finds it. */
export type FieldProblem = { reason: 'required' | 'invalid' } | { reason: 'too-long' | 'too-short'; limit: number };

/** What is wrong with each field, in words to stand beside it. */
export function problemWords(problems: Record<string, FieldProblem>, words: Words): Record<string, string> {
	return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, sayProblem(problem, words)]));
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
