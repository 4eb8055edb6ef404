import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textLimits, usernameMin } from '#lib/domain/limits.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { isSetupLink } from '#lib/server/auth/setup-link.ts';
import { parseForm, requestKey, text } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { setUp } from '#lib/server/use-cases/set-up.ts';
import { statusOf } from '../../../receive.ts';
import { besidePassword, chosenPassword, errorsIn, sameTwice } from '../../chosen-password.ts';
import { enter, leadsTo } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

const setUpForm = z
	.object({
		name: text(textLimits.name),
		username: text(textLimits.username).pipe(z.string().min(usernameMin)),
		email: text(textLimits.email),
		...chosenPassword,
		requestKey,
	})
	.refine(...sameTwice);

export const load: PageServerLoad = async ({ locals: { desk }, params }) => {
	if (!(await isSetupLink(desk.db, params.token))) error(404);
	return { requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, params, request } = event;
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		const { name, username, email } = read.fields;
		const typed = { name, username, email };
		if (!read.ok) return fail(statusOf(read.refusal), { typed, says: say(read.refusal, words) });
		const parsed = parseForm(setUpForm, read.fields);
		if (!parsed.ok) return fail(400, { typed, errors: errorsIn(parsed.problems, words) });

		const outcome = await setUp(locals.desk, { ...parsed.value, token: params.token, language: locals.language });
		if (!outcome.ok) {
			const { refusal } = outcome;
			if (refusal.reason === 'link-unknown') error(404);
			if (refusal.reason === 'name-taken') return fail(409, { typed, says: say(refusal, words) });
			if (refusal.reason !== 'not-valid') return fail(409, { typed, ...besidePassword(refusal, words) });
			return fail(400, { typed, errors: errorsIn({ [refusal.field]: { reason: 'invalid' } }, words) });
		}
		const entered = await enter(event, { name: outcome.value, password: parsed.value.password });
		redirect(303, entered.ok ? leadsTo(entered.value, '/admin') : '/login');
	},
};
