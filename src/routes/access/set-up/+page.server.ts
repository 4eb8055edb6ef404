import { z } from 'zod';
import { begunSecret } from '#lib/server/auth/second-factor.ts';
import { keepSession, sessionToken } from '#lib/server/auth/session-cookie.ts';
import { toScan } from '#lib/server/auth/to-scan.ts';
import { usernameOf } from '#lib/server/queries/own-account.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { receive } from '../../receive.ts';
import { signedInOf } from '../reader.ts';
import type { Actions, PageServerLoad } from './$types';

const codeForm = z.object({ code: z.string().catch('') });

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = signedInOf(locals);
	const secret = await begunSecret(locals.desk, viewer.id);
	const username = await usernameOf(locals.reading, viewer);
	return { username, toScan: secret && toScan(secret, { username, origin: url.origin }) };
};

export const actions: Actions = {
	default: async (event) => {
		const viewer = signedInOf(event.locals);
		const received = await receive(event, codeForm);
		if (!received.ok) return received.back;
		const sent = { code: received.value.code, token: sessionToken(event) ?? '' };
		const outcome = await setUpSecondFactor(event.locals.desk, viewer, sent);
		if (!outcome.ok) return received.refuse(outcome.refusal);
		const { codes, session } = outcome.value;
		if (session) keepSession(event, session);
		return { codes };
	},
};
