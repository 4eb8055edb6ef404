import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { asLine } from '#lib/domain/search.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { type SimilarTicket, similarTickets } from '#lib/server/queries/similar-tickets.ts';
import { userOf } from '../../reader.ts';
import type { RequestHandler } from './$types';

/** What may spare somebody a new ticket, while they write its subject. Tutorials will stand beside the tickets (P7). */
export type Similar = { tickets: SimilarTicket[] };

const asked = z.object({ product: key, subject: z.string().transform(asLine) });

export const GET: RequestHandler = async ({ locals, url }) => {
	const viewer = userOf(locals);
	const { data } = asked.safeParse(Object.fromEntries(url.searchParams));
	const tickets = data ? await similarTickets(locals.reading, viewer, data) : [];
	return json({ tickets } satisfies Similar);
};
