import { randomUUID } from 'node:crypto';
import { json } from '@sveltejs/kit';
import { draftInSight } from '#lib/server/access/drafts.ts';
import { draftForm } from '#lib/server/forms/draft-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { addDraftFiles } from '#lib/server/use-cases/add-draft-files.ts';
import { fileLimits, uploadRules } from '../../../../uploads.ts';
import { userOf } from '../../../reader.ts';
import { draftKey, refusal } from '../../answers.ts';
import type { RequestHandler } from './$types';

/** Takes a file for a draft as it streams in; sent again under its key, it is there once. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const viewer = userOf(locals);
	const draft = draftKey(params.draft);
	// Asked first, so that nothing is stored that could not be kept.
	if (!(await draftInSight(locals.desk.db, viewer, draft))) return refusal({ reason: 'draft-gone' }, locals);
	const read = await readForm(request, uploadRules(locals.desk, viewer.id));
	if (!read.ok) return refusal(read.refusal, locals);
	const { requestKey = randomUUID() } = draftForm(read.fields);
	const adding = { requestKey, draft, files: read.uploads, most: fileLimits().files };
	const outcome = await addDraftFiles(locals.desk, viewer, adding);
	return outcome.ok ? json(outcome.value) : refusal(outcome.refusal, locals);
};
