import type { Cookies } from '@sveltejs/kit';
import { stepMinutes } from '#lib/domain/limits.ts';
import type { Session } from './sessions.ts';

type Browser = { cookies: Cookies; url: URL };

/**
 * The prefix makes browsers refuse the cookie from anywhere but this very host over https. Over http, which is for the same machine
 * alone, they would refuse it altogether: there it has none.
 */
const names = { session: 'sportello', step: 'sportello-step' };
type Kind = keyof typeof names;

function nameAt(url: URL, kind: Kind): string {
	return isSecure(url) ? `__Host-${names[kind]}` : names[kind];
}

function attributesAt(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) } as const;
}

function isSecure(url: URL): boolean {
	return url.protocol === 'https:';
}

export function sessionToken({ cookies, url }: Browser): string | undefined {
	return cookies.get(nameAt(url, 'session'));
}

/** What a browser still has from before its desk was reached over https: it lets nobody in, and ends with the others. */
export function formerToken({ cookies, url }: Browser): string | undefined {
	return isSecure(url) ? cookies.get(names.session) : undefined;
}

export function keepSession({ cookies, url }: Browser, { token, hours }: Session): void {
	cookies.set(nameAt(url, 'session'), token, { ...attributesAt(url), maxAge: hours * 60 * 60 });
}

export function forgetSession(browser: Browser): void {
	const { cookies, url } = browser;
	cookies.delete(nameAt(url, 'session'), attributesAt(url));
	if (formerToken(browser) !== undefined) cookies.delete(names.session, { ...attributesAt(url), secure: false });
}

/** Between password and code. */
export function stepToken({ cookies, url }: Browser): string | undefined {
	return cookies.get(nameAt(url, 'step'));
}

export function keepStep({ cookies, url }: Browser, token: string): void {
	cookies.set(nameAt(url, 'step'), token, { ...attributesAt(url), maxAge: stepMinutes * 60 });
}

export function forgetStep(browser: Browser): void {
	const { cookies, url } = browser;
	if (stepToken(browser) !== undefined) cookies.delete(nameAt(url, 'step'), attributesAt(url));
}
