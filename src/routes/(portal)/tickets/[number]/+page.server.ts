import { randomUUID } from 'node:crypto';
import { type ActionFailure, fail, redirect } from '@sveltejs/kit';
import { answersFrom } from '#lib/domain/checklist.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { licensedProducts } from '#lib/server/queries/licences.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { rateTicket } from '#lib/server/use-cases/rate-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { type BroughtBack, receive } from '../../../receive.ts';
import { receiveDraft } from '../../../receive-draft.ts';
import { fileLimits } from '../../../uploads.ts';
import { userOf } from '../../reader.ts';
import { takenOver, ticketAt } from '../followed.ts';
import { closeForm, rateForm, replyForm } from '../forms.ts';
import type { Actions, PageServerLoad } from './$types';
import { keepShown } from './shown.ts';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const viewer = userOf(locals);
	const ticket = await ticketAt(locals.reading, viewer, params.number, event.url.searchParams.has('whole'));
	const resolved = ticket.stub.state === 'resolved';
	return {
		ticket,
		/** As of when all of it stands so. */
		at: (await locals.reading.clock.now(locals.reading.db)).toString(),
		upTo: await keepShown(event, viewer, ticket),
		// A late reply becomes a follow-up right here: its form holds the text (P5).
		followUp: resolved
			? { values: takenOver(ticket), products: await licensedProducts(locals.reading.db, viewer) }
			: undefined,
		limits: fileLimits(),
		requestKey: randomUUID(),
		mark: locals.mark,
	};
};

/** Which of the page's forms has come back. */
function named(act: 'reply' | 'close' | 'rate', { status, data }: ActionFailure<BroughtBack>) {
	return fail(status, { ...data, act });
}

export const actions: Actions = {
	reply: async (event) => {
		const viewer = userOf(event.locals);
		const { stub } = await ticketAt(event.locals.desk, viewer, event.params.number);
		const savedAt = () => `/tickets/${stub.number}#reply`;
		const received = await receiveDraft(viewer, event, replyForm, { ticket: stub.number, savedAt });
		if (!received.ok) return named('reply', received.back);
		const { value, sent, refuse } = received;
		const { requestKey, text } = value;
		const reply = { requestKey, text, answers: answersFrom(value), ticket: stub.number, ...sent };
		const outcome = await replyAsCustomer(event.locals.desk, viewer, reply);
		if (!outcome.ok) return named('reply', await refuse(outcome.refusal));
		redirect(303, `/tickets/${stub.number}?replied#done`);
	},
	close: async (event) => {
		const viewer = userOf(event.locals);
		const { stub } = await ticketAt(event.locals.desk, viewer, event.params.number);
		const received = await receive(event, closeForm);
		if (!received.ok) return named('close', received.back);
		const outcome = await closeTicket(event.locals.desk, viewer, { ...received.value, ticket: stub.number });
		if (!outcome.ok) return named('close', received.refuse(outcome.refusal));
		redirect(303, `/tickets/${stub.number}?closed#done`);
	},
	rate: async (event) => {
		const viewer = userOf(event.locals);
		const { stub } = await ticketAt(event.locals.desk, viewer, event.params.number);
		const received = await receive(event, rateForm, wordsFor(event.locals.language).satisfaction.ask);
		if (!received.ok) return named('rate', received.back);
		const outcome = await rateTicket(event.locals.desk, viewer, { ...received.value, ticket: stub.number });
		if (!outcome.ok) return named('rate', received.refuse(outcome.refusal));
		redirect(303, `/tickets/${stub.number}?rated#satisfaction`);
	},
};
