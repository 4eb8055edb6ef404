import type { Cookies } from '@sveltejs/kit';
import type { Session } from './sessions.ts';

type Browser = { cookies: Cookies; url: URL };

/** The prefix makes browsers refuse the cookie from anywhere but this very host over https. */
function nameAt(url: URL): string {
	return isSecure(url) ? '__Host-sportello' : 'sportello';
}

function attributesAt(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) } as const;
}

function isSecure(url: URL): boolean {
	return url.protocol === 'https:';
}

export function sessionToken({ cookies, url }: Browser): string | undefined {
	return cookies.get(nameAt(url));
}

export function keepSession({ cookies, url }: Browser, { token, hours }: Session): void {
	cookies.set(nameAt(url), token, { ...attributesAt(url), maxAge: hours * 60 * 60 });
}

export function forgetSession({ cookies, url }: Browser): void {
	cookies.delete(nameAt(url), attributesAt(url));
}
