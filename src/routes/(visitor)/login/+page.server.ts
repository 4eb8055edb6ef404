import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { homeOf } from '#lib/server/access/gate.ts';
import { localPath } from '#lib/server/auth/local-path.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { statusOf } from '../../receive.ts';
import { enter, leadsTo } from '../enter.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whatever is sent is tried: an empty field is a wrong one, and counted. */
const signInForm = z.object({ name: z.string().catch(''), password: z.string().catch('') });

export const load: PageServerLoad = ({ locals, url, cookies }) => {
	const next = localPath(url.searchParams.get('next'));
	if (locals.viewer) redirect(303, next ?? homeOf(locals.viewer));
	// Who signs out leaves no cookie behind: whoever still has one was signed in until it ended by itself, or elsewhere.
	const was = sessionToken({ cookies, url }) === undefined ? 'nobody' : 'signed-in';
	return { cameFrom: next === undefined ? undefined : was };
};

export const actions: Actions = {
	default: async (event) => {
		const words = wordsFor(event.locals.language);
		const read = await readForm(event.request);
		const { name, password } = signInForm.parse(read.fields);
		if (!read.ok) return fail(statusOf(read.refusal), { name, says: say(read.refusal, words) });
		const outcome = await enter(event, { name, password });
		if (outcome.ok) redirect(303, leadsTo(outcome.value, localPath(event.url.searchParams.get('next'))));
		const limited = outcome.refusal.reason === 'too-many-attempts';
		return fail(limited ? 429 : 400, { name, says: say(outcome.refusal, words) });
	},
};
