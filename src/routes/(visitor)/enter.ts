import type { RequestEvent } from '@sveltejs/kit';
import type { SignInRefusal } from '#lib/domain/credentials.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { keepSession, sessionToken } from '#lib/server/auth/session-cookie.ts';
import { type SignedIn, signIn } from '#lib/server/use-cases/sign-in.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';

/** Signs somebody in and has the browser keep the session; the one it had before ends. */
export async function enter(
	event: RequestEvent,
	credentials: { name: string; password: string },
): Promise<Outcome<SignedIn, SignInRefusal>> {
	const { desk } = event.locals;
	const userAgent = event.request.headers.get('user-agent');
	const outcome = await signIn(desk, { ...credentials, address: event.getClientAddress(), userAgent });
	if (!outcome.ok) return outcome;
	const former = sessionToken(event);
	if (former) await signOut(desk, former);
	keepSession(event, outcome.value.session);
	return outcome;
}
