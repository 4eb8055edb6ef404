import { attachmentInSight } from '#lib/server/access/attachments.ts';
import { draftsToOpen } from '#lib/server/access/drafts.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { factsBehind } from '#lib/server/db/queue-log.ts';
import type { Desk } from '#lib/server/desk.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { customerProducts, licensedProducts } from '#lib/server/queries/licences.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { ownAccount, ownSessions } from '#lib/server/queries/own-account.ts';
import { placeInQueue } from '#lib/server/queries/place.ts';
import { whyBefore } from '#lib/server/queries/why-before.ts';
import { large, size } from '../house.ts';
import type { Asked } from './catch.ts';
import { named, user } from './people.ts';
import { lastQueued, lastRow, oneFile, waitingConsultancy } from './tickets.ts';

/** The customer's side, seen by whoever has the most to read. */
export async function portal(desk: Desk): Promise<Asked> {
	const colleague = await user(desk, true);
	const alone = await user(desk, false);
	const queued = await lastQueued(desk, colleague.customer);
	const waiting = await waitingConsultancy(desk);
	const office = await named(desk, large.user);
	const { token } = await desk.db
		.transaction()
		.execute(async (tx) => startSession(tx, colleague, await desk.clock.now(tx)));
	return {
		'whose session it is, with every request': () => viewerOf(desk, token),
		'ticket page of the customer': () => customerTicketPage(desk, colleague, queued),
		'place in queue': () => placeInQueue(desk.db, size.tickets, 'consultancy'),
		'why others go first': () => whyBefore(desk.db, waiting),
		'software of a new ticket': () => licensedProducts(desk.db, colleague),
		'software to filter by': () => customerProducts(desk.db, colleague),
		'home list': () => myTickets(desk, colleague),
		'home list, own tickets only': () => myTickets(desk, alone),
		'home list of the large customer': () => myTickets(desk, office),
		'own account': () => ownAccount(desk, colleague),
		'own sessions': () => ownSessions(desk, colleague, token),
		'drafts of tickets to open': () => draftsToOpen(desk.db, colleague),
		'a file': async () => attachmentInSight(desk.db, colleague, await oneFile(desk, queued)),
		'new rows of the log, for the pages that are open': async () =>
			factsBehind(desk.db, (await lastRow(desk)) - 20, 2_000),
	};
}
