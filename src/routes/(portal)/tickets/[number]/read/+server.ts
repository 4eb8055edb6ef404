import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { userOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

const upTo = z.object({ message: z.int().nonnegative(), seq: z.int().nonnegative() });
const ticketNumber = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number);

/** The page tells that it was shown, and how far it goes: JSON, since only a script sends it. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const viewer = userOf(locals);
	const shown = upTo.safeParse(await request.json().catch(() => undefined));
	const ticket = ticketNumber.safeParse(params.number);
	if (!ticket.success) error(404);
	if (!shown.success) error(400);
	const outcome = await readTicket(locals.desk, viewer, { ...shown.data, ticket: ticket.data });
	return outcome.ok ? new Response(null, { status: 204 }) : error(404);
};
