import { json } from '@sveltejs/kit';
import { draftInSight } from '#lib/server/access/drafts.ts';
import { userOf } from '../../reader.ts';
import { draftKey, refusal } from '../answers.ts';
import type { RequestHandler } from './$types';

/** A draft of the reader's as it is stored now. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const draft = await draftInSight(locals.desk.db, userOf(locals), draftKey(params.draft));
	return draft ? json(draft) : refusal({ reason: 'draft-gone' }, locals);
};
