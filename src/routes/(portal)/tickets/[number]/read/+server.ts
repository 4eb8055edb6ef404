import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { key } from '#lib/server/forms/parse-form.ts';
import { readForm } from '#lib/server/forms/read-form.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { userOf } from '../../../reader.ts';
import type { RequestHandler } from './$types';

const row = z
	.string()
	.regex(/^\d{1,16}$/)
	.transform(Number)
	.pipe(z.int());
const upTo = z.object({ message: row, seq: row });

/** The page tells that it was shown, and how far it goes. Read like any form, of which no more is taken in than there may be. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const viewer = userOf(locals);
	const ticket = key.safeParse(params.number);
	if (!ticket.success) error(404);
	const read = await readForm(request);
	const shown = upTo.safeParse(read.ok ? read.fields : undefined);
	if (!shown.success) error(400);
	const outcome = await readTicket(locals.desk, viewer, { ...shown.data, ticket: ticket.data });
	return outcome.ok ? new Response(null, { status: 204 }) : error(404);
};
