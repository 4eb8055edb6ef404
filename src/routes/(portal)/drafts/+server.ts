import { randomUUID } from 'node:crypto';
import { json } from '@sveltejs/kit';
import { replyDraftInSight } from '#lib/server/access/drafts.ts';
import { draftForm } from '#lib/server/forms/draft-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { saveDraft } from '#lib/server/use-cases/save-draft.ts';
import { userOf } from '../reader.ts';
import type { RequestHandler } from './$types';
import { draftKey, refusal } from './answers.ts';

/** The reader's draft of a reply on a ticket, or null: a page that is shown again asks what another device has saved. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const ticket = draftKey(url.searchParams.get('ticket') ?? '');
	return json((await replyDraftInSight(locals.desk.db, userOf(locals), ticket)) ?? null);
};

/** Saves what a form holds, as it is typed. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const viewer = userOf(locals);
	const read = await readForm(request);
	if (!read.ok) return refusal(read.refusal, locals);
	const { requestKey = randomUUID(), draft, base, own, ticket, fields } = draftForm(read.fields);
	const outcome = await saveDraft(locals.desk, viewer, { requestKey, draft, base, own, ticket, fields });
	return outcome.ok ? json(outcome.value) : refusal(outcome.refusal, locals);
};
