import { type RequestEvent, redirect } from '@sveltejs/kit';
import { stepToken } from '#lib/server/auth/session-cookie.ts';
import { findStep, type SignInStep } from '#lib/server/auth/sign-in-step.ts';

/** The step that somebody has come to by their password; whoever has come to none, or to another, begins from the password. */
export async function stepIn(event: RequestEvent, asks: SignInStep['asks']): Promise<SignInStep | undefined> {
	const { desk } = event.locals;
	const token = stepToken(event);
	const step = token ? await findStep(desk.db, token, await desk.clock.now(desk.db)) : undefined;
	if (step?.asks === asks) return step;
	// What was sent is answered by its action, also where the step is over by it.
	if (event.request.method === 'GET') redirect(303, `/login${event.url.search}`);
	return undefined;
}
