import {
	type Expression,
	type ExpressionBuilder,
	type Kysely,
	type RawBuilder,
	type SqlBool,
	sql,
	type Transaction,
} from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { Standing } from '#lib/domain/ticket.ts';
import { standingFrom, ticketsWithStanding } from '../db/standing.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { Sight, UserSight, Viewer } from './viewer.ts';

declare const seen: unique symbol;

/** A ticket that this viewer may see (P1). Only this module makes one; what reads more of a ticket asks for it. */
export type TicketInSight = {
	number: number;
	customer: number;
	openedBy: number;
	product: number;
	lane: Lane;
	[seen]: true;
};

/**
 * Which tickets a viewer sees (P1): staff all of them; a user those of their own customer, or only their own where the
 * customer's settings say so.
 */
export function inSight(viewer: Sight) {
	return (eb: ExpressionBuilder<DB, 'ticket'>): Expression<SqlBool> => {
		if (viewer.role !== 'user') return eb.lit(true);
		const ofCustomer = eb('ticket.customer', '=', viewer.customer);
		return viewer.seesColleagues ? ofCustomer : eb.and([ofCustomer, eb('ticket.opened_by', '=', viewer.id)]);
	};
}

/**
 * What a user may search, of `searchable` or `search_word`: what is of the tickets in their sight. Their search is led by the index
 * on the customer and touches no row of another's, so that not even its time tells of them.
 */
export function searchedBy(viewer: UserSight): Expression<SqlBool> {
	const ofCustomer = sql<SqlBool>`customer = ${viewer.customer}`;
	return viewer.seesColleagues ? ofCustomer : sql`(${ofCustomer} and opened_by = ${viewer.id})`;
}

/** The words of the tickets in sight, each with its stem: those of the whole house for staff, internal notes among them, and for nobody else. */
export function wordsInSight(viewer: Sight): RawBuilder<unknown> {
	if (viewer.role !== 'user') return sql`house_word`;
	return sql`(select word, stem from search_word where ${searchedBy(viewer)})`;
}

/** Whether a ticket is in sight of which only is known whose it is. */
export function sees(viewer: Viewer, ticket: { customer: number; openedBy: number }): boolean {
	if (viewer.role !== 'user') return true;
	return ticket.customer === viewer.customer && (viewer.seesColleagues || ticket.openedBy === viewer.id);
}

/** The ticket, or nothing: for one that does not exist and one that is not the viewer's alike. */
export async function ticketInSight(
	db: Kysely<DB>,
	viewer: Viewer,
	number: number,
): Promise<TicketInSight | undefined> {
	return found(await allInSight(db, viewer).where('number', '=', number).executeTakeFirst());
}

/**
 * The columns by which a query that reads more of a ticket says that it is in sight; `seenIn` takes its row. One query then
 * answers a page, and is asked with `inSight` among its conditions all the same.
 */
export function sightOf(viewer: Sight) {
	return (eb: ExpressionBuilder<DB, 'ticket'>) =>
		[
			eb.ref('ticket.customer').as('sightCustomer'),
			eb.ref('ticket.product').as('sightProduct'),
			eb.ref('ticket.opened_by').as('sightOpener'),
			sql<boolean>`${inSight(viewer)(eb)}`.as('isInSight'),
		] as const;
}

type SightRow = {
	number: number;
	lane: Lane;
	sightCustomer: number;
	sightProduct: number;
	sightOpener: number;
	isInSight: boolean;
};

/** The ticket a row is of, where it says that the viewer may see it. */
export function seenIn(row: SightRow | undefined): TicketInSight | undefined {
	if (!row?.isInSight) return undefined;
	const { number, lane, sightCustomer: customer, sightProduct: product, sightOpener: openedBy } = row;
	return found({ number, lane, customer, product, openedBy });
}

/** A ticket, or nothing, with its row locked until COMMIT: the first lock of every act on a ticket. */
export async function lockTicketInSight(
	tx: Transaction<DB>,
	viewer: Viewer,
	number: number,
): Promise<TicketInSight | undefined> {
	return found(await allInSight(tx, viewer).where('number', '=', number).forNoKeyUpdate().executeTakeFirst());
}

/** Two tickets, their rows locked in ascending order, answered in the order they are asked for. */
export async function lockPairInSight(
	tx: Transaction<DB>,
	viewer: Viewer,
	one: number,
	other: number,
): Promise<[TicketInSight | undefined, TicketInSight | undefined]> {
	const both = allInSight(tx, viewer).where('number', 'in', [one, other]);
	const rows = await both.orderBy('number').forNoKeyUpdate().execute();
	const numbered = (number: number) => found(rows.find((row) => row.number === number));
	return [numbered(one), numbered(other)];
}

/** Whether the users of the ticket's customer see each other's tickets. */
export async function colleaguesSee(db: Kysely<DB>, { customer }: TicketInSight): Promise<boolean> {
	const row = await db
		.selectFrom('customer')
		.select('colleagues_see_tickets as see')
		.where('id', '=', customer)
		.executeTakeFirstOrThrow();
	return row.see;
}

function allInSight(db: Kysely<DB>, viewer: Viewer) {
	return db
		.selectFrom('ticket')
		.select(['number', 'customer', 'opened_by as openedBy', 'product', 'lane'])
		.where(inSight(viewer));
}

function found(row: Omit<TicketInSight, typeof seen> | undefined): TicketInSight | undefined {
	return row as TicketInSight | undefined;
}

/** How the ticket stands at `now`, read in a statement of its own so that it is what holds after the locks. */
export async function standingNow(
	db: Kysely<DB>,
	ticket: Pick<TicketInSight, 'number'>,
	now: Temporal.Instant,
): Promise<Standing> {
	const [row] = await standingRow(db, { number: ticket.number });
	if (!row) throw new Error(`There is no ticket ${ticket.number}.`);
	return standingFrom(row, now);
}

const standingRow = statement((db, { number }: { number: number }) =>
	ticketsWithStanding(db).where('ticket.number', '=', number),
);
