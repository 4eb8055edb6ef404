import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { attachmentInSight } from '#lib/server/access/attachments.ts';
import { answerFile } from '../../../stored-file.ts';
import type { RequestHandler } from './$types';

const uuid = z.uuid();

/** A file of a message, for whoever may see its ticket; the name in the address is only for people. */
export const GET: RequestHandler = async ({ params, locals: { desk, viewer }, request }) => {
	const { success, data: id } = uuid.safeParse(params.id);
	const file = viewer && success ? await attachmentInSight(desk.db, viewer, id) : undefined;
	if (!file) error(404);
	return answerFile(desk, file, request);
};
