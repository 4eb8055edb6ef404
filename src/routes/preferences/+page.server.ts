import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { languages } from '#lib/domain/roles.ts';
import { localPath } from '#lib/server/auth/local-path.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { keepPreferences } from '../keep-preferences.ts';
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

/** There is no page here, only the forms at the foot of every other. */
export const load = () => redirect(303, '/');

async function choose(event: RequestEvent): Promise<never> {
	const read = await readForm(event.request);
	if (!read.ok) error(statusOf(read.refusal));
	const { language, theme, back } = preferencesForm.parse(read.fields);
	await keepPreferences(event, { language, theme });
	redirect(303, back);
}

export const actions: Actions = { default: choose };
