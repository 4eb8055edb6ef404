import { redirect } from '@sveltejs/kit';
import { forgetSession, sessionToken } from '#lib/server/auth/session-cookie.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const token = sessionToken(event);
	if (token) await signOut(event.locals.desk, token);
	forgetSession(event);
	redirect(303, '/login');
};
