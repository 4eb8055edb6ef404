import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { homeOf } from '#lib/server/access/gate.ts';
import { localPath } from '#lib/server/auth/local-path.ts';
import { begunSecret } from '#lib/server/auth/second-factor.ts';
import { stepToken } from '#lib/server/auth/session-cookie.ts';
import { toScan } from '#lib/server/auth/to-scan.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { setUpAtSignIn } from '#lib/server/use-cases/finish-sign-in.ts';
import { statusOf } from '../../../receive.ts';
import { begin, cameFrom } from '../../enter.ts';
import { stepIn } from '../step.ts';
import type { Actions, PageServerLoad } from './$types';

const codeForm = z.object({ code: z.string().catch('') });

export const load: PageServerLoad = async (event) => {
	const step = await stepIn(event, 'set-up');
	const secret = step && (await begunSecret(event.locals.desk, step.account));
	if (!step || !secret) return { toScan: undefined };
	return { toScan: toScan(secret, { username: step.username, origin: event.url.origin }) };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request, url } = event;
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		if (!read.ok) return fail(statusOf(read.refusal), { says: say(read.refusal, words), codes: undefined });
		const sent = { token: stepToken(event) ?? '', ...codeForm.parse(read.fields), ...cameFrom(event) };
		const outcome = await setUpAtSignIn(locals.desk, sent);
		if (!outcome.ok) return fail(400, { says: say(outcome.refusal, words), codes: undefined });
		await begin(event, outcome.value);
		const { codes, username } = outcome.value;
		return { codes, username, next: localPath(url.searchParams.get('next')) ?? homeOf(outcome.value) };
	},
};
