import { error, json } from '@sveltejs/kit';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { filledReplies } from '#lib/server/queries/saved-replies.ts';
import { staffOf } from '../../../reader.ts';
import { ticketNumber } from '../carry-out.ts';
import type { RequestHandler } from './$types';

/** The saved replies by their keys, filled with what this ticket says. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const viewer = staffOf(locals);
	const { db } = locals.desk;
	const ticket = (await ticketInSight(db, viewer, ticketNumber(params))) ?? error(404);
	return json(await filledReplies(db, viewer, ticket));
};
