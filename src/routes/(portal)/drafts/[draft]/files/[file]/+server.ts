import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { draftFileInSight } from '#lib/server/access/drafts.ts';
import { removeDraftFiles } from '#lib/server/use-cases/remove-draft-files.ts';
import { answerFile } from '../../../../../stored-file.ts';
import { userOf } from '../../../../reader.ts';
import { draftKey } from '../../../answers.ts';
import type { RequestHandler } from './$types';

const uuid = z.uuid();

/** A file that waits in a draft, for whoever put it there. */
export const GET: RequestHandler = async ({ params, request, locals }) => {
	const { desk } = locals;
	const { success, data: id } = uuid.safeParse(params.file);
	const file = success && (await draftFileInSight(desk.db, userOf(locals), draftKey(params.draft), id));
	return file ? answerFile(desk, file, request) : error(404);
};

export const DELETE: RequestHandler = async ({ params, locals }) => {
	const viewer = userOf(locals);
	const { success, data: id } = uuid.safeParse(params.file);
	if (success) await removeDraftFiles(locals.desk, viewer, { draft: draftKey(params.draft), files: [id] });
	return new Response(null, { status: 204 });
};
