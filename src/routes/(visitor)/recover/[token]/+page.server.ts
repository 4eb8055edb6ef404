import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { findLink } from '#lib/server/auth/links.ts';
import { refuseRecovery } from '#lib/server/auth/recovery.ts';
import { parseForm, requestKey } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { recover } from '#lib/server/use-cases/recover.ts';
import { statusOf } from '../../../receive.ts';
import { besidePassword, chosenPassword, errorsIn, sameTwice } from '../../chosen-password.ts';
import type { Actions, PageServerLoad } from './$types';

const recoveryForm = z.object({ ...chosenPassword, requestKey }).refine(...sameTwice);

export const load: PageServerLoad = async ({ locals: { desk, language }, params }) => {
	const link = await findLink(desk.db, 'recovery', params.token);
	const refusal = refuseRecovery(link, await desk.clock.now(desk.db));
	if (!link || refusal) return { refusal: say(refusal ?? { reason: 'recovery-unknown' }, wordsFor(language)) };
	return { username: link.username, requestKey: randomUUID() };
};

export const actions: Actions = {
	default: async ({ locals, params, request, getClientAddress }) => {
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		if (!read.ok) return fail(statusOf(read.refusal), { says: say(read.refusal, words) });
		const parsed = parseForm(recoveryForm, read.fields);
		if (!parsed.ok) return fail(400, { errors: errorsIn(parsed.problems, words) });
		const sent = { ...parsed.value, token: params.token, address: getClientAddress() };
		const outcome = await recover(locals.desk, sent);
		if (!outcome.ok) return fail(statusOf(outcome.refusal), besidePassword(outcome.refusal, words));
		return { isDone: true };
	},
};
