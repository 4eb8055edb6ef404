import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isRated } from '#lib/domain/satisfaction.ts';
import type { Place } from '#lib/domain/serving.ts';
import { type DraftsByAct, draftsByAct, draftsOnTicketOf } from '../access/drafts.ts';
import { seenIn, type TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { reachesCustomer } from '../db/mail-out.ts';
import { reservationFrom } from '../db/queue-log.ts';
import { standingFrom } from '../db/standing.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Answered, answeredFrom, lastAnswered } from './answered.ts';
import { type ConversationItem, conversationForStaff } from './conversation.ts';
import { keptTicket } from './kept-ticket.ts';
import { placeInQueue } from './place.ts';
import { type Rating, ratingFrom, ratingsOf } from './ratings.ts';
import { type ReservationView, reservationView } from './reservation.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';
import { type Seen, type TicketFacts, ticketFacts, ticketRow } from './ticket-facts.ts';
import { type Undelivered, undeliveredOf } from './undelivered.ts';

export type StaffTicketPage = TicketFacts & {
	conversation: ConversationItem[];
	/** While it is queued. */
	place: Place | undefined;
	/** While it binds. */
	reserved: ReservationView | undefined;
	/** The name of the agent who has it in hand or placed its hold. */
	agent: string | undefined;
	/** What this viewer may do with it now. */
	mine: boolean;
	/** Under evaluation, and the customer has written since (P5.1). */
	customerAdded: boolean;
	/** Of a consultancy ticket in hand: how many technical tickets are queued (P6). */
	technicalQueued: number;
	/** The key of its customer, and what they hold a licence for. */
	customer: { id: number; licences: string[] };
	/** Others of its customer, open ones first, then the last arrived. */
	otherTickets: Stub[];
	/** What the reader has begun to write. */
	drafts: DraftsByAct;
	/** While the customer is awaited: nobody of theirs can be written to. */
	unreachable: boolean;
	/** While it is queued or in hand. */
	answered: Answered | undefined;
	/** Once it is resolved and no duplicate: what the users of its customer say of it. */
	ratings: Rating[] | undefined;
};

/** How many other tickets of the customer stand beside a ticket on the desk. */
const otherTicketsShown = 8;

/** What staff read of a ticket: all of it; `undelivered` is what was written about it and did not arrive. */
export async function staffTicketPage(
	desk: Desk,
	viewer: StaffViewer,
	number: number,
): Promise<(Seen<StaffTicketPage> & { undelivered: Undelivered[] }) | undefined> {
	const now = await desk.clock.now(desk.db);
	const [row] = await staffRow(desk.db, { number, account: viewer.id });
	const ticket = seenIn(row);
	if (!row || !ticket) return undefined;
	const standing = standingFrom(row, now);
	const isQueued = standing.state === 'queued';
	const [place, conversation, others, reachable, kept] = await Promise.all([
		isQueued ? placeInQueue(desk.db, number, row.lane) : undefined,
		conversationForStaff(desk.db, viewer, ticket, standing),
		otherTickets(desk.db, ticket),
		standing.state !== 'awaiting-customer' || reachesCustomer(desk.db, number),
		row.mergedInto === null ? undefined : keptTicket(desk.db, viewer, number, now),
	]);
	const page = {
		...ticketFacts(viewer, row, standing, now),
		kept,
		conversation,
		place,
		reserved: isQueued ? reservationView(reservationFrom(row), row.reservedFor, viewer, now) : undefined,
		agent: row.agentName ?? undefined,
		mine: 'agent' in standing && standing.agent === viewer.id,
		customerAdded: standing.state === 'under-evaluation' && row.customerAdded === true,
		technicalQueued: row.technicalQueued ?? 0,
		drafts: draftsByAct(row.drafts),
		customer: { id: ticket.customer, licences: row.licences.map(({ name }) => name) },
		otherTickets: others.map((other) => stubFrom(other, now)),
		unreachable: !reachable,
		answered: isQueued || standing.state === 'in-hand' ? answeredFrom(row.answered) : undefined,
		ratings: isRated(standing) ? row.ratings.map(ratingFrom) : undefined,
	};
	return { ticket, page, undelivered: row.undelivered };
}

const staffRow = statement((db, { number, account: id }: { number: number; account: number }) =>
	ticketRow(db, { role: 'agent' }, number).select([
		draftsOnTicketOf({ id }).as('drafts'),
		lastAnswered(db, number).as('answered'),
		ratingsOf(db, number).as('ratings'),
		licencesOf(db).as('licences'),
		undeliveredOf.as('undelivered'),
	]),
);

/** Of the ticket's customer. */
function licencesOf(db: Kysely<DB>) {
	return jsonArrayFrom(
		db
			.selectFrom('licence')
			.innerJoin('product', 'product.id', 'licence.product')
			.select('product.name')
			.whereRef('licence.customer', '=', sql.ref('ticket.customer'))
			.orderBy('product.name'),
	);
}

const otherTickets = statement((db, { number, customer }: Pick<TicketInSight, 'number' | 'customer'>) =>
	stubs(db)
		.where('ticket.number', 'in', (eb) =>
			eb
				.selectFrom('ticket as other')
				.select('other.number')
				.where('other.customer', '=', customer)
				.where('other.number', '<>', number)
				.orderBy(isClosed)
				.orderBy('other.number', 'desc')
				.limit(otherTicketsShown),
		)
		.orderBy(sql`entry.ticket is null`)
		.orderBy('ticket.number', 'desc'),
);

/** The entry is looked up ticket by ticket: asked otherwise, the whole queue would be read for the few tickets of one customer. */
const isClosed = sql<boolean>`(select queue_entry.ticket from queue_entry where queue_entry.ticket = other.number) is null`;
