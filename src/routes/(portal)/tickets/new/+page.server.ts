import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { wordsFor } from '#lib/messages/words-for.ts';
import { licensedProducts } from '#lib/server/queries/licences.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { receive } from '../../../receive.ts';
import { fileLimits } from '../../../uploads.ts';
import { userOf } from '../../reader.ts';
import { takenOver, ticketAt } from '../followed.ts';
import { openTicketForm } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const follows = url.searchParams.get('follows');
	const followed = follows === null ? undefined : await ticketAt(locals.reading, viewer, follows);
	// A ticket that is still open is not followed: the conversation goes on there.
	if (followed && followed.stub.state !== 'resolved') redirect(303, `/tickets/${followed.stub.number}`);
	return {
		followed: followed && { stub: followed.stub, values: takenOver(followed) },
		products: await licensedProducts(locals.reading.db, viewer),
		limits: fileLimits(),
		requestKey: randomUUID(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const viewer = userOf(event.locals);
		const received = await receive(event, openTicketForm, wordsFor(event.locals.language).open.asks);
		if (!received.ok) return received.back;
		const { value, uploads, refuse } = received;
		const outcome = await openTicket(event.locals.desk, viewer, { ...value, follows: value.follows, files: uploads });
		if (!outcome.ok) return refuse(outcome.refusal);
		redirect(303, `/tickets/${outcome.value.ticket}?opened`);
	},
};
