import { z } from 'zod';
import { passwordLength } from '#lib/domain/credentials.ts';
import { passwordLimits } from '#lib/domain/limits.ts';
import { problemWords } from '#lib/messages/problems.ts';
import { type Refusal, say } from '#lib/messages/say.ts';
import type { Words } from '#lib/messages/words.ts';
import type { Problems } from '#lib/server/forms/parse-form.ts';

const { min: minimum, max: maximum } = passwordLimits;
const longEnough = z.string().check(({ value, issues }) => {
	const length = passwordLength(value);
	const about = { origin: 'string', input: value, inclusive: true } as const;
	if (length < minimum) issues.push({ ...about, code: 'too_small', minimum });
	if (length > maximum) issues.push({ ...about, code: 'too_big', maximum });
});

/** The fields of a form in which a password is chosen: typed twice, since nobody can read it back. Both names say what `typed` leaves out. */
export const chosenPassword = {
	password: longEnough,
	passwordAgain: z.string(),
};

/** For `refine`. */
export const sameTwice: [(typed: { password: string; passwordAgain: string }) => boolean, { path: string[] }] = [
	({ password, passwordAgain }) => password === passwordAgain,
	{ path: ['passwordAgain'] },
];

/** What a refusal says, beside the password where it is about that; above the form otherwise. */
export function besidePassword(refusal: Refusal, words: Words): { errors?: Record<string, string>; says?: string } {
	const says = say(refusal, words);
	const isAboutIt = refusal.reason === 'password-common' || refusal.reason === 'password-personal';
	return isAboutIt ? { errors: { password: says } } : { says };
}

/** What is wrong with such a form, in words. */
export function errorsIn(problems: Problems, words: Words): Record<string, string> {
	const errors = problemWords(problems, words);
	const differs = problems.passwordAgain?.reason === 'invalid';
	return differs ? { ...errors, passwordAgain: words.auth.password.differs } : errors;
}
