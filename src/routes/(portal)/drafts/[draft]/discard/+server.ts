import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/server/auth/local-path.ts';
import { discardDraft } from '#lib/server/use-cases/discard-draft.ts';
import { draftKey } from '../../../../draft-answers.ts';
import { userOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

/** A plain form's button: throws the draft away and goes back to where the list stands. */
export const POST: RequestHandler = async ({ params, url, locals }) => {
	await discardDraft(locals.desk, userOf(locals), draftKey(params.draft));
	redirect(303, localPath(url.searchParams.get('next')) ?? '/');
};
