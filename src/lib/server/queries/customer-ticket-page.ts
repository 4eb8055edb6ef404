import type { StoredDraft } from '#lib/domain/drafts.ts';
import { isRated } from '#lib/domain/satisfaction.ts';
import type { WhyBefore } from '#lib/domain/why-before.ts';
import { draftsByAct, draftsOnTicketOf } from '../access/drafts.ts';
import { seenIn } from '../access/tickets.ts';
import { userStatement } from '../access/user-statement.ts';
import type { UserViewer } from '../access/viewer.ts';
import { reservationFrom } from '../db/queue-log.ts';
import { standingFrom } from '../db/standing.ts';
import type { ShownUpTo } from '../db/ticket-reads.ts';
import type { Desk } from '../desk.ts';
import { type CustomerItem, conversationForCustomer } from './conversation.ts';
import { keptTicket } from './kept-ticket.ts';
import { type OwnRating, ownRatingFrom, ownRatingOf } from './ratings.ts';
import { newlyShown, readBefore, readingOf } from './reading.ts';
import { type Seen, type TicketFacts, type TicketRow, ticketFacts, ticketRow } from './ticket-facts.ts';
import { whyBefore } from './why-before.ts';

export type CustomerTicketPage = TicketFacts & {
	conversation: CustomerItem[];
	/** While it is queued: its place, and what else explains whom the others are served before. */
	why: WhyBefore | undefined;
	/** While it is queued and reserved for one agent; for whom, customers are not told. */
	reserved: boolean;
	/** How far the page goes, if that is further than this user is known to have read. */
	newlyShown: ShownUpTo | undefined;
	/** Once it is resolved and no duplicate: what the reader thought of it, where they have said so. */
	rating: { own: OwnRating | undefined } | undefined;
	/** What the reader has begun to answer. */
	draft: StoredDraft | undefined;
};

/** What the customer reads of a ticket, its conversation `whole` or as far as a page has room; nothing of one that is not in their sight. */
export async function customerTicketPage(
	desk: Desk,
	viewer: UserViewer,
	number: number,
	whole = false,
): Promise<Seen<CustomerTicketPage> | undefined> {
	const now = await desk.clock.now(desk.db);
	const [row] = await customerRow(desk.db, viewer, { number });
	const ticket = seenIn(row);
	if (!row || !ticket) return undefined;
	const standing = standingFrom(row, now);
	const [conversation, why, kept] = await Promise.all([
		conversationForCustomer(desk.db, viewer, ticket, standing, {
			readUpTo: readBefore(row.reading, ticket, viewer),
			whole,
		}),
		standing.state === 'queued' ? whyBefore(desk.db, number) : undefined,
		row.mergedInto === null ? undefined : keptTicket(desk.db, viewer, number, now),
	]);
	const facts = ticketFacts(viewer, row, standing, now);
	const reserved = standing.state === 'queued' && binds(row, now);
	const rating = isRated(standing) ? { own: ownRatingFrom(row.rating, now) } : undefined;
	return {
		ticket,
		page: {
			...facts,
			kept,
			conversation,
			why,
			reserved,
			rating,
			newlyShown: newlyShown(row.reading, standing),
			draft: draftsByAct(row.drafts).reply,
		},
	};
}

const customerRow = userStatement((db, user, { number }: { number: number }) =>
	ticketRow(db, user, number)
		.select((eb) => [readingOf(eb, user).as('reading'), ownRatingOf(user, number).as('rating')])
		.select(draftsOnTicketOf(user).as('drafts')),
);

/** Whether its reservation does. */
function binds(row: TicketRow, now: Temporal.Instant): boolean {
	const reserved = reservationFrom(row);
	return reserved !== undefined && Temporal.Instant.compare(now, reserved.until) < 0;
}
