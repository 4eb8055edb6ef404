import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { refuseActivation } from '#lib/server/auth/activation.ts';
import { findLink } from '#lib/server/auth/links.ts';
import { parseForm, requestKey } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { statusOf } from '../../../receive.ts';
import { besidePassword, chosenPassword, errorsIn, sameTwice } from '../../chosen-password.ts';
import { enter, leadsTo } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

const activationForm = z.object({ ...chosenPassword, requestKey }).refine(...sameTwice);

export const load: PageServerLoad = async ({ locals: { desk, language }, params }) => {
	const link = await findLink(desk.db, 'activation', params.token);
	const refusal = refuseActivation(link, await desk.clock.now(desk.db));
	if (!link || refusal) return { refusal: say(refusal ?? { reason: 'link-unknown' }, wordsFor(language)) };
	return { person: { name: link.name, username: link.username }, requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, params, request } = event;
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		if (!read.ok) return fail(statusOf(read.refusal), { says: say(read.refusal, words) });
		const parsed = parseForm(activationForm, read.fields);
		if (!parsed.ok) return fail(400, { errors: errorsIn(parsed.problems, words) });

		const { password } = parsed.value;
		const sent = { ...parsed.value, token: params.token, address: event.getClientAddress() };
		const outcome = await activate(locals.desk, sent);
		if (!outcome.ok) return fail(statusOf(outcome.refusal), besidePassword(outcome.refusal, words));
		const entered = await enter(event, { name: outcome.value, password });
		redirect(303, entered.ok ? leadsTo(entered.value) : '/login');
	},
};
