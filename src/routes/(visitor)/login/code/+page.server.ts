import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { homeOf } from '#lib/server/access/gate.ts';
import { localPath } from '#lib/server/auth/local-path.ts';
import { stepToken } from '#lib/server/auth/session-cookie.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { finishSignIn } from '#lib/server/use-cases/finish-sign-in.ts';
import { statusOf } from '../../../receive.ts';
import { begin, cameFrom } from '../../enter.ts';
import { stepIn } from '../step.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whatever is sent is tried: nothing is a wrong code, and counted. */
const codeForm = z.object({ code: z.string().catch('') });

export const load: PageServerLoad = async (event) => {
	const next = localPath(event.url.searchParams.get('next'));
	if (event.locals.viewer) redirect(303, next ?? homeOf(event.locals.viewer));
	await stepIn(event, 'code');
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request, url } = event;
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		if (!read.ok) return fail(statusOf(read.refusal), { says: say(read.refusal, words), isOver: false });
		const { code } = codeForm.parse(read.fields);
		const sent = { token: stepToken(event) ?? '', code, ...cameFrom(event) };
		const outcome = await finishSignIn(locals.desk, sent);
		if (!outcome.ok) {
			const { reason } = outcome.refusal;
			const isOver = reason === 'sign-in-step-over';
			return fail(reason === 'too-many-attempts' ? 429 : 400, { says: say(outcome.refusal, words), isOver });
		}
		await begin(event, outcome.value);
		redirect(303, localPath(url.searchParams.get('next')) ?? homeOf(outcome.value));
	},
};
