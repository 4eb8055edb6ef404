import { error, json } from '@sveltejs/kit';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { filledReply } from '#lib/server/queries/saved-replies.ts';
import { staffOf } from '../../../reader.ts';
import { ticketNumber } from '../carry-out.ts';
import type { RequestHandler } from './$types';

/** The text of one saved reply, filled with what this ticket says; null for one that is not there. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const viewer = staffOf(locals);
	const { db } = locals.desk;
	const ticket = (await ticketInSight(db, viewer, ticketNumber(params))) ?? error(404);
	const reply = key.safeParse(url.searchParams.get('reply')).data;
	const text = reply === undefined ? undefined : await filledReply(db, viewer, ticket, reply);
	return json(text ?? null);
};
