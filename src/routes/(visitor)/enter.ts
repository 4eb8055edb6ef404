import type { RequestEvent } from '@sveltejs/kit';
import type { SignInRefusal } from '#lib/domain/credentials.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { homeOf } from '#lib/server/access/gate.ts';
import { forgetStep, formerToken, keepSession, keepStep, sessionToken } from '#lib/server/auth/session-cookie.ts';
import { type NextStep, type SignedIn, signIn } from '#lib/server/use-cases/sign-in.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';

/** Tries name and password, and has the browser keep what they lead to: a session, or the next step to one. */
export async function enter(
	event: RequestEvent,
	credentials: { name: string; password: string },
): Promise<Outcome<SignedIn | NextStep, SignInRefusal>> {
	const { desk } = event.locals;
	const outcome = await signIn(desk, { ...credentials, ...cameFrom(event) });
	if (!outcome.ok) return outcome;
	if ('next' in outcome.value) keepStep(event, outcome.value.token);
	else await begin(event, outcome.value);
	return outcome;
}

/** The browser keeps the session; those it had before end. */
export async function begin(event: RequestEvent, { session }: SignedIn): Promise<void> {
	for (const former of [sessionToken(event), formerToken(event)]) {
		if (former) await signOut(event.locals.desk, former);
	}
	forgetStep(event);
	keepSession(event, session);
}

export function cameFrom(event: RequestEvent): { address: string; userAgent: string | null } {
	return { address: event.getClientAddress(), userAgent: event.request.headers.get('user-agent') };
}

/** The page that comes then; `wanted` is the one that was asked for, kept for after the next step. */
export function leadsTo(entered: SignedIn | NextStep, wanted?: string): string {
	if (!('next' in entered)) return wanted ?? homeOf(entered);
	const step = entered.next === 'code' ? '/login/code' : '/login/set-up';
	return wanted ? `${step}?next=${encodeURIComponent(wanted)}` : step;
}
