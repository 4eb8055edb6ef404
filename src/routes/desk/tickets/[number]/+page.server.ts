import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { keptLate } from '#lib/domain/drafts.ts';
import { tellUndelivered } from '#lib/messages/tell-undelivered.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import { supervises } from '#lib/server/access/viewer.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { actChoices } from '#lib/server/queries/act-choices.ts';
import { holdPreview } from '#lib/server/queries/hold-preview.ts';
import { queueSettings } from '#lib/server/queries/queue-settings.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { discardDraft } from '#lib/server/use-cases/discard-draft.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { fileLimits } from '../../../uploads.ts';
import { staffOf } from '../../reader.ts';
import type { Actions, PageServerLoad } from './$types';
import { carryOut, carryOutDrafted, ticketNumber } from './carry-out.ts';
import {
	awaitForm,
	bareForm,
	correctProductForm,
	evaluateForm,
	handOverForm,
	mergeForm,
	moveLaneForm,
	noteForm,
	putBackForm,
	replyForm,
} from './forms.ts';
import { repliesToInsert } from './replies-to-insert.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const viewer = staffOf(locals);
	const { reading: desk } = locals;
	const seen = (await staffTicketPage(desk, viewer, ticketNumber(params))) ?? error(404);
	const { page: ticket } = seen;
	const inMyHand = ticket.mine && ticket.stub.state === 'in-hand';
	const [preview, choices, replies] = inMyHand
		? await Promise.all([
				holdPreview(desk),
				actChoices(desk, viewer, seen.ticket),
				repliesToInsert(desk, viewer, seen.ticket, url.searchParams),
			])
		: [];
	const { reservationMinutes } = await queueSettings(desk);
	const told = { ...locals, administers: viewer.role === 'administrator' };
	return {
		ticket,
		undelivered: seen.undelivered.map((each) => tellUndelivered(each, told)),
		preview,
		replies,
		choices: choices && { ...choices, reservationMinutes },
		ratingWords: ticket.ratings && ratingWords(locals),
		supervises: supervises(viewer),
		limits: fileLimits(),
		done: url.searchParams.get('done'),
		sentLate: sentLate(locals, url),
		requestKey: randomUUID(),
		mark: locals.mark,
	};
};

/** After signing in again, in words, so that a browser fetches none for what is rare: what became of a form sent while the session ended. */
function sentLate({ language }: App.Locals, { searchParams }: URL) {
	const told = keptLate.find((each) => each === searchParams.get('kept'));
	const { late } = wordsFor(language).draftsWaiting;
	return told && { title: late.title, text: late[told] };
}

/** What is said only where there are ratings to be read. */
function ratingWords({ language }: App.Locals) {
	const { forStaff, steps } = wordsFor(language).satisfaction;
	return { ...forStaff, steps };
}

const stays = () => true;

/** Throws away what was written and cannot be sent any more; the ticket stays as it is. */
async function discard({ request, locals, params }: Parameters<Actions[string]>[0]) {
	const read = await readForm(request);
	const draft = key.safeParse(read.fields.draft);
	if (!draft.success) error(404);
	await discardDraft(locals.desk, staffOf(locals), draft.data);
	redirect(303, `/desk/tickets/${ticketNumber(params)}#acts`);
}

export const actions: Actions = {
	reply: (event) => carryOutDrafted(event, 'reply', replyForm, replyToCustomer),
	note: (event) => carryOutDrafted(event, 'note', noteForm, addNote),
	evaluate: (event) => carryOutDrafted(event, 'evaluate', evaluateForm, evaluate),
	await: (event) => carryOutDrafted(event, 'await', awaitForm, awaitCustomer),
	resolve: (event) => carryOutDrafted(event, 'resolve', replyForm, resolve),
	'put-back': (event) => carryOut(event, 'put-back', putBackForm, putBack),
	resume: (event) => carryOut(event, 'resume', bareForm, resume),
	withdraw: (event) => carryOut(event, 'withdraw', bareForm, withdrawRequest),
	'hand-over': (event) => carryOut(event, 'hand-over', handOverForm, handOver),
	'move-lane': (event) => carryOut(event, 'move-lane', moveLaneForm, moveLane, ({ lane }) => lane === 'technical'),
	'correct-product': (event) => carryOut(event, 'correct-product', correctProductForm, correctProduct, stays),
	discard,
	merge: (event) =>
		carryOut(event, 'merge', mergeForm, mergeTicket, (_, { kept }) => kept === ticketNumber(event.params)),
};
