import { error } from '@sveltejs/kit';
import { wordsFor } from '#lib/messages/words-for.ts';
import { type TicketInSight, ticketInSight } from '#lib/server/access/tickets.ts';
import { isStaff } from '#lib/server/access/viewer.ts';
import { sessionToken } from '#lib/server/auth/session-cookie.ts';
import { key } from '#lib/server/forms/parse-form.ts';
import { application } from '#platform/application.ts';
import type { RequestHandler } from './$types';

const asEvents = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store, no-transform',
	// Or nginx would keep the events until it has a page full of them.
	'x-accel-buffering': 'no',
};

/** What an open page is told of by itself: `?ticket=`, the one it shows; `?desk`, the desk; `?since=`, the mark at which it was read. */
export const GET: RequestHandler = async (event) => {
	const { locals, url, request } = event;
	const { viewer, mark: admitted } = locals;
	const session = sessionToken(event);
	if (!viewer || !session) error(404);
	const desk = url.searchParams.has('desk');
	if (desk && !isStaff(viewer)) error(404);
	const ticket = await ticketOf(event);
	if (request.method === 'HEAD') return new Response(null, { headers: asEvents });
	const since = url.searchParams.get('since') ?? undefined;
	const opened = application().live.open({ viewer, session, ticket, desk, since, admitted });
	if (typeof opened !== 'string') return new Response(opened, { headers: asEvents });
	const words = wordsFor(locals.language).live;
	const [status, says] = opened === 'too-many' ? [429, words.tooMany] : [503, words.notNow];
	return new Response(`${says}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' },
	});
};

async function ticketOf({ locals, url }: Parameters<RequestHandler>[0]): Promise<TicketInSight | undefined> {
	const asked = url.searchParams.get('ticket');
	if (asked === null) return undefined;
	const number = key.safeParse(asked).data;
	const ticket = number && locals.viewer ? await ticketInSight(locals.reading.db, locals.viewer, number) : undefined;
	if (!ticket) error(404);
	return ticket;
}
