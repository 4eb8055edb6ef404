import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import type { StoredDraft } from '#lib/domain/drafts.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { draftInSight, draftsToOpen } from '#lib/server/access/drafts.ts';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Desk } from '#lib/server/desk.ts';
import { licensedProducts } from '#lib/server/queries/licences.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { draftKey } from '../../../draft-answers.ts';
import { receiveDraft } from '../../../receive-draft.ts';
import { fileLimits } from '../../../uploads.ts';
import { userOf } from '../../reader.ts';
import { takenOver, ticketAt } from '../followed.ts';
import { openTicketForm } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const { db } = locals.reading;
	const asked = url.searchParams.get('draft');
	const draft = asked === null ? undefined : await draftInSight(db, viewer, draftKey(asked));
	const follows = url.searchParams.get('follows') ?? (await followedBy(locals.reading, viewer, draft));
	const followed = follows === null ? undefined : await ticketAt(locals.reading, viewer, follows);
	// A ticket that is still open is not followed: the conversation goes on there.
	if (followed && followed.stub.state !== 'resolved') redirect(303, `/tickets/${followed.stub.number}`);
	return {
		followed: followed && { stub: followed.stub, values: takenOver(followed) },
		draft,
		/** It was sent or discarded, or never was this reader's. */
		draftGone: asked !== null && !draft,
		drafts: draft || followed ? [] : await draftsToOpen(db, viewer),
		products: await licensedProducts(locals.reading.db, viewer),
		limits: fileLimits(),
		requestKey: randomUUID(),
	};
};

/** The resolved ticket that a draft goes on from: the one it names, or the one it was to be a reply on. */
async function followedBy({ db }: Desk, viewer: UserViewer, draft: StoredDraft | undefined): Promise<string | null> {
	const number = draftKey(String(draft?.fields.follows ?? draft?.ticket ?? ''));
	const ticket = number > 0 ? await ticketInSight(db, viewer, number) : undefined;
	return ticket ? String(ticket.number) : null;
}

export const actions: Actions = {
	default: async (event) => {
		const viewer = userOf(event.locals);
		const received = await receiveDraft(viewer, event, openTicketForm, {
			savedAt: (draft) => `/tickets/new?draft=${draft}`,
			asks: wordsFor(event.locals.language).open.asks,
		});
		if (!received.ok) return received.back;
		const { value, sent, refuse } = received;
		const outcome = await openTicket(event.locals.desk, viewer, { ...value, follows: value.follows, ...sent });
		if (!outcome.ok) return refuse(outcome.refusal);
		redirect(303, `/tickets/${outcome.value.ticket}?opened`);
	},
};
