import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Outcome } from '#lib/domain/outcome.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { say } from '#lib/messages/say.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { standingNow, ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { key, parseForm, requestKey } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { deskPage } from '#lib/server/queries/desk.ts';
import { type TakingRefusal, takeNext } from '#lib/server/use-cases/take-next.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneActs, stateAfter } from './acts.ts';
import { staffOf } from './reader.ts';

const doneHere = z.object({ act: z.enum(doneActs), number: key });

/** What the address says was just done, where the ticket stands that way. */
async function justDone({ db, clock }: Desk, agent: StaffViewer, { searchParams }: URL) {
	const said = doneHere.safeParse({ act: searchParams.get('done'), number: searchParams.get('number') }).data;
	const ticket = said && (await ticketInSight(db, agent, said.number));
	if (!ticket) return undefined;
	const { state } = await standingNow(db, ticket, await clock.now(db));
	return state === stateAfter[said.act] ? said : undefined;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const agent = staffOf(locals);
	const page = await deskPage(locals.reading, agent);
	const done = await justDone(locals.reading, agent, url);
	return { ...page, full: page.inHand.length >= defaultPolicy.inHandLimit, done, requestKey: randomUUID() };
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
