import type { RequestEvent } from '@sveltejs/kit';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { CustomerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { isReadAgain } from '#lib/server/requests/by-script.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';

type Asked = Pick<RequestEvent, 'isDataRequest' | 'request' | 'locals'>;

/**
 * Keeps that its reader is shown the ticket, where the page goes out to be looked at. Where a page that is open reads itself again, or
 * a browser fetches it beforehand, it may never come into sight: then what is to be kept is answered, for the page to tell when it does.
 */
export async function keepShown(asked: Asked, viewer: UserViewer, { stub, newlyShown }: CustomerTicketPage) {
	if (!newlyShown || !isShownAtOnce(asked)) return newlyShown;
	await readTicket(asked.locals.desk, viewer, { ...newlyShown, ticket: stub.number });
	return undefined;
}

function isShownAtOnce({ isDataRequest, request }: Asked): boolean {
	const isShownLater = isReadAgain(request) || isDataRequest;
	return !isShownLater && request.method !== 'HEAD' && !request.headers.has('sec-purpose');
}
