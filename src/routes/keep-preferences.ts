import type { Cookies } from '@sveltejs/kit';
import { choosePreferences, type Preferences } from '#lib/server/use-cases/choose-preferences.ts';

const yearInSeconds = 365 * 24 * 60 * 60;

/** Language and theme: on the account of who is signed in, and in a cookie for the pages before that. */
export async function keepPreferences(
	{ locals, cookies, url }: { locals: App.Locals; cookies: Cookies; url: URL },
	{ language, theme }: Preferences,
): Promise<void> {
	// Said, not left to Kit: its default would keep the cookie from being kept over plain http, localhost apart.
	const secure = url.protocol === 'https:';
	const keep = { path: '/', maxAge: yearInSeconds, httpOnly: true, sameSite: 'lax', secure } as const;
	if (language) cookies.set('language', language, keep);
	if (theme) cookies.set('theme', theme, keep);
	if (locals.viewer) await choosePreferences(locals.desk, locals.viewer, { language, theme });
}
