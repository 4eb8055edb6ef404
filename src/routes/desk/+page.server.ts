import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Outcome } from '#lib/domain/outcome.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { key, parseForm, requestKey } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import { type TakingRefusal, takeNext } from '#lib/server/use-cases/take-next.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneActs } from './acts.ts';
import { staffOf } from './reader.ts';

const doneHere = z.object({ act: z.enum(doneActs), number: key });

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await deskPage(locals.reading, staffOf(locals));
	const done = doneHere.safeParse({ act: url.searchParams.get('done'), number: url.searchParams.get('number') });
	return { ...page, full: page.inHand.length >= defaultPolicy.inHandLimit, done: done.data, requestKey: randomUUID() };
};

export const actions: Actions = {
	take: async ({ request, locals }) => {
		const agent = staffOf(locals);
		const read = await readForm(request);
		const form = read.ok ? parseForm(z.object({ requestKey }), read.fields) : undefined;
		const outcome: Outcome<{ ticket: number }, TakingRefusal | { reason: 'malformed' }> = form?.ok
			? await takeNext(locals.desk, agent, form.value)
			: { ok: false, refusal: { reason: 'malformed' } };
		if (outcome.ok) redirect(303, `/desk/tickets/${outcome.value.ticket}`);

		const { refusal } = outcome;
		const tickets = refusal.reason === 'in-hand-limit' ? refusal.tickets : [];
		return fail(409, { says: say(refusal, wordsFor(locals.language)), tickets, requestKey: randomUUID() });
	},
};
