import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Place } from '#lib/domain/serving.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import { inSight } from '../access/tickets.ts';
import type { StaffViewer, UserViewer, Viewer } from '../access/viewer.ts';
import { standingFrom } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import {
	type ConversationItem,
	conversationForCustomer,
	conversationForStaff,
	type HappeningItem,
	type MessageItem,
} from './conversation.ts';
import { placeInQueue } from './place.ts';
import { type HoldView, holdView, type Stub, stubFrom, stubs, stubsWithAdditions } from './stubs.ts';

export type Environment = { version: string; operatingSystem: string; tools: string };

/** A ticket that this one follows, or that follows this one. */
export type LinkedTicket = { number: number; subject: string };

type TicketFacts = {
	stub: Stub;
	environment: Environment;
	hold: HoldView | undefined;
	/** While it is queued. */
	place: Place | undefined;
	follows: LinkedTicket | undefined;
	followedBy: LinkedTicket[];
};

export type CustomerTicketPage = TicketFacts & { conversation: (MessageItem | HappeningItem)[] };

export type StaffTicketPage = TicketFacts & {
	conversation: ConversationItem[];
	/** The name of the agent who has it in hand or placed its hold. */
	agent: string | undefined;
	/** What this viewer may do with it now. */
	mine: boolean;
	/** Under evaluation, and the customer has written since (P5.1). */
	customerAdded: boolean;
	otherTickets: Stub[];
};

/** What the customer reads of a ticket in their sight. */
export async function customerTicketPage(
	desk: Desk,
	viewer: UserViewer,
	ticket: TicketInSight,
): Promise<CustomerTicketPage> {
	const now = await desk.clock.now(desk.db);
	const row = await readTicket(desk, viewer, ticket);
	const standing = standingFrom(row, now);
	const [facts, conversation] = await Promise.all([
		ticketFacts(desk, viewer, row, standing, now),
		conversationForCustomer(desk.db, ticket, standing),
	]);
	return { ...facts, conversation };
}

/** How many other tickets of the customer stand beside a ticket on the desk. */
const otherTicketsShown = 8;

/** What staff read of a ticket: all of it. */
export async function staffTicketPage(
	desk: Desk,
	viewer: StaffViewer,
	ticket: TicketInSight,
): Promise<StaffTicketPage> {
	const now = await desk.clock.now(desk.db);
	const row = await readTicket(desk, viewer, ticket);
	const standing = standingFrom(row, now);
	const [facts, conversation, others] = await Promise.all([
		ticketFacts(desk, viewer, row, standing, now),
		conversationForStaff(desk.db, ticket, standing),
		stubs(desk.db)
			.where('ticket.customer', '=', ticket.customer)
			.where('ticket.number', '<>', ticket.number)
			.orderBy('ticket.number', 'desc')
			.limit(otherTicketsShown)
			.execute(),
	]);
	return {
		...facts,
		conversation,
		agent: row.agentName ?? undefined,
		mine: 'agent' in standing && standing.agent === viewer.id,
		customerAdded: standing.state === 'under-evaluation' && row.customerAdded === true,
		otherTickets: others.map((other) => stubFrom(other, now)),
	};
}

type TicketRow = Awaited<ReturnType<typeof readTicket>>;

async function readTicket({ db }: Desk, viewer: Viewer, ticket: TicketInSight) {
	return stubsWithAdditions(db)
		.select(['ticket.version', 'ticket.operating_system as operatingSystem', 'ticket.tools', 'ticket.follows'])
		.select((eb) => eb.selectFrom('account').select('name').whereRef('id', '=', 'entry.agent').as('agentName'))
		.select(linkedTickets(db, viewer, ticket).as('linked'))
		.where('ticket.number', '=', ticket.number)
		.executeTakeFirstOrThrow();
}

/** The ticket this one follows and those that follow it, as far as the viewer may see them. */
function linkedTickets(db: Kysely<DB>, viewer: Viewer, { number }: TicketInSight) {
	const linked = db
		.selectFrom('ticket')
		.select(['ticket.number', 'ticket.subject', 'ticket.follows'])
		.where((eb) => {
			const followed = eb.selectFrom('ticket as this').select('this.follows').where('this.number', '=', number);
			return eb.or([eb('ticket.number', '=', followed), eb('ticket.follows', '=', number)]);
		})
		.where(inSight(viewer))
		.orderBy('ticket.number');
	return jsonArrayFrom(linked);
}

async function ticketFacts(
	{ db }: Desk,
	viewer: Viewer,
	row: TicketRow,
	standing: Standing,
	now: Temporal.Instant,
): Promise<TicketFacts> {
	const { number, lane, version, operatingSystem, tools, linked } = row;
	const link = (ticket: LinkedTicket) => ({ number: ticket.number, subject: ticket.subject });
	return {
		stub: stubFrom(row, now, viewer.role === 'user' ? viewer : undefined),
		environment: { version, operatingSystem, tools },
		hold: holdView(standing),
		place: standing.state === 'queued' ? await placeInQueue(db, number, lane) : undefined,
		follows: linked.filter((ticket) => ticket.number === row.follows).map(link)[0],
		followedBy: linked.filter((ticket) => ticket.follows === number).map(link),
	};
}
