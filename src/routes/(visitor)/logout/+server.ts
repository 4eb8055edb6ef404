import { redirect } from '@sveltejs/kit';
import { forgetSession, formerToken, sessionToken } from '#lib/server/auth/session-cookie.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	for (const token of [sessionToken(event), formerToken(event)]) {
		if (token) await signOut(event.locals.desk, token);
	}
	forgetSession(event);
	redirect(303, '/login');
};
