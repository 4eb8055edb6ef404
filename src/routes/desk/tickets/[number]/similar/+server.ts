import { error, json } from '@sveltejs/kit';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { type SimilarSolved, similarSolved } from '#lib/server/queries/similar-solved.ts';
import { staffOf } from '../../../reader.ts';
import { ticketNumber } from '../carry-out.ts';
import type { RequestHandler } from './$types';

/** Asked for once the page is read: it holds nothing up. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const viewer = staffOf(locals);
	const { db } = locals.reading;
	const ticket = (await ticketInSight(db, viewer, ticketNumber(params))) ?? error(404);
	return json((await similarSolved(db, viewer, ticket)) satisfies SimilarSolved[]);
};
