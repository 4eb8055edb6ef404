import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Environment } from '#lib/domain/checklist.ts';
import type { StoredDraft } from '#lib/domain/drafts.ts';
import { isRated } from '#lib/domain/satisfaction.ts';
import type { Place } from '#lib/domain/serving.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import type { WhyBefore } from '#lib/domain/why-before.ts';
import { type DraftsByAct, draftsByAct, draftsOnTicketOf } from '../access/drafts.ts';
import { inSight, seenIn, sightOf, type TicketInSight } from '../access/tickets.ts';
import { userStatement } from '../access/user-statement.ts';
import type { Sight, StaffViewer, UserViewer, Viewer } from '../access/viewer.ts';
import { reachesCustomer } from '../db/mail-out.ts';
import { isCoveredBy } from '../db/next-in-line.ts';
import { reservationFrom } from '../db/queue-log.ts';
import { standingFrom } from '../db/standing.ts';
import { statement } from '../db/statement.ts';
import type { ShownUpTo } from '../db/ticket-reads.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Answered, answeredFrom, lastAnswered } from './answered.ts';
import {
	type ConversationItem,
	type CustomerItem,
	conversationForCustomer,
	conversationForStaff,
} from './conversation.ts';
import { type KeptTicket, keptTicket } from './kept-ticket.ts';
import { placeInQueue } from './place.ts';
import { type OwnRating, ownRatingFrom, ownRatingOf, type Rating, ratingFrom, ratingsOf } from './ratings.ts';
import { newlyShown, readBefore, readingOf } from './reading.ts';
import { type ReservationView, reservationView } from './reservation.ts';
import { type HoldView, holdView, type Stub, stubFrom, stubs, stubsWithAdditions } from './stubs.ts';
import { type Undelivered, undeliveredOf } from './undelivered.ts';
import { whyBefore } from './why-before.ts';

export type { Environment };

/** A ticket that another one names. */
export type LinkedTicket = { number: number; subject: string };

/** The tickets that have to do with one, as far as the viewer may see them. */
export type Links = {
	follows: LinkedTicket | undefined;
	followedBy: LinkedTicket[];
	/** The earlier arrival that goes on in its stead (P4). */
	mergedInto: LinkedTicket | undefined;
	/** Those that were merged into it. */
	merged: LinkedTicket[];
};

/** What a page shows of a ticket, and the ticket itself for whatever reads more of it. */
export type Seen<Page> = { ticket: TicketInSight; page: Page };

type TicketFacts = Links & {
	stub: Stub;
	environment: Environment;
	hold: HoldView | undefined;
	/** Of a merged ticket: the one that goes on in its stead, or did. */
	kept: KeptTicket | undefined;
	/** Somebody on duty covers its product (P4). */
	followed: boolean;
};

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
	/** What was written about it and did not arrive. */
	undelivered: Undelivered[];
	/** Once it is resolved and no duplicate: what the users of its customer say of it. */
	ratings: Rating[] | undefined;
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

/** How many other tickets of the customer stand beside a ticket on the desk. */
const otherTicketsShown = 8;

/** What staff read of a ticket: all of it. */
export async function staffTicketPage(
	desk: Desk,
	viewer: StaffViewer,
	number: number,
): Promise<Seen<StaffTicketPage> | undefined> {
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
		undelivered: row.undelivered,
		answered: isQueued || standing.state === 'in-hand' ? answeredFrom(row.answered) : undefined,
		ratings: isRated(standing) ? row.ratings.map(ratingFrom) : undefined,
	};
	return { ticket, page };
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

type TicketRow = Awaited<ReturnType<ReturnType<typeof ticketRow>['execute']>>[number];

function ticketRow(db: Kysely<DB>, viewer: Sight, number: number) {
	return stubsWithAdditions(db)
		.select(['ticket.version', 'ticket.operating_system as operatingSystem', 'ticket.tools', 'ticket.follows'])
		.select('resolution.duplicate_of as mergedInto')
		.select((eb) => [
			eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.agent').as('agentName'),
			eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.reserved_for').as('reservedFor'),
			eb
				.selectFrom('queue_entry')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.where('state', '=', 'queued')
				.where('lane', '=', 'technical')
				.where('entry.state', '=', 'in-hand')
				.where('entry.lane', '=', 'consultancy')
				.as('technicalQueued'),
			linkedTickets(db, viewer, number).as('linked'),
			eb
				.exists(
					eb
						.selectFrom('queue_agent')
						.select('agent')
						.where('on_duty', '=', true)
						.where(isCoveredBy(sql.ref('queue_agent.covers'), sql.ref('entry.product'))),
				)
				.as('followed'),
		])
		.select(sightOf(viewer))
		.where('ticket.number', '=', number)
		.where(inSight(viewer));
}

/** The tickets that this one names and those that name it, as far as the viewer may see them. */
function linkedTickets(db: Kysely<DB>, viewer: Sight, number: number) {
	const named = db
		.selectFrom('ticket as this')
		.select('this.follows as number')
		.where('this.number', '=', number)
		.unionAll((eb) => eb.selectFrom('ticket as next').select('next.number').where('next.follows', '=', number))
		.unionAll((eb) => eb.selectFrom('resolution').select('duplicate_of as number').where('ticket', '=', number))
		.unionAll((eb) => eb.selectFrom('resolution').select('ticket as number').where('duplicate_of', '=', number));
	const linked = db
		.selectFrom('ticket')
		.select((eb) => [
			'ticket.number',
			'ticket.subject',
			'ticket.follows',
			eb.selectFrom('resolution').select('duplicate_of').whereRef('ticket', '=', 'ticket.number').as('mergedInto'),
		])
		.where('ticket.number', 'in', named)
		.where(inSight(viewer))
		.orderBy('ticket.number');
	return jsonArrayFrom(linked);
}

function ticketFacts(viewer: Viewer, row: TicketRow, standing: Standing, now: Temporal.Instant) {
	const { version, operatingSystem, tools } = row;
	return {
		stub: stubFrom(row, now, viewer.role === 'user' ? viewer : undefined),
		environment: { version, operatingSystem, tools },
		hold: holdView(standing),
		followed: row.followed === true,
		...linksOf(row),
	};
}

/** Whether its reservation does. */
function binds(row: TicketRow, now: Temporal.Instant): boolean {
	const reserved = reservationFrom(row);
	return reserved !== undefined && Temporal.Instant.compare(now, reserved.until) < 0;
}

function linksOf({ number, follows, mergedInto, linked }: TicketRow): Links {
	const links = (which: (ticket: TicketRow['linked'][number]) => boolean): LinkedTicket[] =>
		linked.filter(which).map((ticket) => ({ number: ticket.number, subject: ticket.subject }));
	return {
		follows: links((ticket) => ticket.number === follows)[0],
		followedBy: links((ticket) => ticket.follows === number),
		mergedInto: links((ticket) => ticket.number === mergedInto)[0],
		merged: links((ticket) => ticket.mergedInto === number),
	};
}
