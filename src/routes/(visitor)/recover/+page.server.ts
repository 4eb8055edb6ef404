import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { askRecovery } from '#lib/server/use-cases/ask-recovery.ts';
import { statusOf } from '../../receive.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whatever is sent is taken for a name; one that nobody has is answered like any other. */
const recoveryForm = z.object({ name: z.string().max(textLimits.email).catch('') });

export const load: PageServerLoad = ({ url }) => ({ isAsked: url.searchParams.has('asked') });

export const actions: Actions = {
	default: async (event) => {
		const { locals, request } = event;
		const words = wordsFor(locals.language);
		const read = await readForm(request);
		const { name } = recoveryForm.parse(read.fields);
		if (!read.ok) return fail(statusOf(read.refusal), { name, says: say(read.refusal, words) });
		const outcome = await askRecovery(locals.desk, { name, address: event.getClientAddress() });
		if (!outcome.ok) return fail(429, { name, says: say(outcome.refusal, words) });
		redirect(303, '/recover?asked');
	},
};
