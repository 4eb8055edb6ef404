import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { languages } from '#lib/domain/roles.ts';
import { localPath } from '#lib/server/auth/local-path.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { choosePreferences } from '#lib/server/use-cases/choose-preferences.ts';
import { statusOf } from '../receive.ts';
import type { Actions } from './$types';

const preferencesForm = z.object({
	language: z.enum(languages).optional().catch(undefined),
	theme: z.enum(['system', 'light', 'dark']).optional().catch(undefined),
	/** The page to come back to; only ever one of ours. */
	back: z
		.string()
		.transform((path) => localPath(path) ?? '/')
		.catch('/'),
});

const yearInSeconds = 365 * 24 * 60 * 60;

/** There is no page here, only the forms at the foot of every other. */
export const load = () => redirect(303, '/');

/** Language and theme: on the account of who is signed in, and in a cookie for the pages before that. */
async function choose({ request, locals, cookies, url }: RequestEvent): Promise<never> {
	const read = await readForm(request);
	if (!read.ok) error(statusOf(read.refusal));
	const { language, theme, back } = preferencesForm.parse(read.fields);
	// Said, not left to Kit: its default would keep the cookie from being kept over plain http, localhost apart.
	const secure = url.protocol === 'https:';
	const keep = { path: '/', maxAge: yearInSeconds, httpOnly: true, sameSite: 'lax', secure } as const;
	if (language) cookies.set('language', language, keep);
	if (theme) cookies.set('theme', theme, keep);
	if (locals.viewer) await choosePreferences(locals.desk, locals.viewer, { language, theme });
	redirect(303, back);
}

export const actions: Actions = { default: choose };
