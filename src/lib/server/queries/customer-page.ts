import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { mayRemoveNote } from '#lib/domain/customers.ts';
import { type StaffViewer, supervises } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type UsersPage, usersOf } from './accounts.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';

/** What somebody of the staff noted about a customer; `html` is what their Markdown was made into, sanitised. */
export type CustomerNote = { id: number; author: string; html: string; at: string; removable: boolean };

/** The first of some tickets, and how many more there are. */
export type FirstOf = { tickets: Stub[]; more: number };

export type CustomerPage = {
	id: number;
	name: string;
	colleaguesSeeTickets: boolean;
	users: UsersPage;
	licences: { id: number; name: string; since: string }[];
	/** How many tickets they ever opened. */
	opened: number;
	support: FirstOf;
	customer: FirstOf;
	/** The last that were resolved, the latest first. */
	resolved: Stub[];
	/** The latest first, a page of them. */
	notes: CustomerNote[];
	notesPages: { page: number; pages: number };
	/** Who may change what is shown here. */
	administrators: string[];
};

/** Which page of what goes over several; the first is 1. */
export type PagesAsked = { people: number; notes: number };

const notesPerPage = 10;
const openShown = 10;
const resolvedShown = 5;
/** Looked for among a customer's newest so many, so that a long history costs no more than a short one. */
const recent = 100;

/** All that staff know of a customer; nothing where there is none of that key. A page that is not there is empty. */
export async function customerPage(
	desk: Desk,
	viewer: StaffViewer,
	id: number,
	asked: PagesAsked = { people: 1, notes: 1 },
): Promise<CustomerPage | undefined> {
	const now = await desk.clock.now(desk.db);
	const [[row], users, open, ended] = await Promise.all([
		customerRow(desk.db, { id, notesBefore: (asked.notes - 1) * notesPerPage }),
		usersOf(desk, id, asked.people),
		openOf(desk.db, { id }),
		endedOf(desk.db, { id }),
	]);
	if (!row) return undefined;
	const standing = open.map((ticket) => stubFrom(ticket, now));
	const turn = (...turns: Stub['turn'][]) => standing.filter((ticket) => turns.includes(ticket.turn));
	// What has lapsed and is not written down yet is among the open ones, and resolved all the same (P5).
	const resolved = [...turn('resolved'), ...ended.map((ticket) => stubFrom(ticket, now))].sort(latestFirst);
	const { notes, noted, licences, ...known } = row;
	return {
		...known,
		users,
		licences: licences.map(({ since, ...licence }) => ({ ...licence, since: instant(since) })),
		support: firstOf(turn('support', 'in-hand')),
		customer: firstOf(turn('customer')),
		resolved: resolved.slice(0, resolvedShown),
		notes: notes.map(({ author, by, at, ...note }) => ({
			...{ ...note, author: by, at: instant(at) },
			removable: mayRemoveNote({ author }, { id: viewer.id, supervises: supervises(viewer) }),
		})),
		notesPages: { page: asked.notes, pages: Math.ceil(noted / notesPerPage) },
	};
}

const instant = (at: string) => Temporal.Instant.from(at).toString();

function firstOf(tickets: Stub[]): FirstOf {
	return { tickets: tickets.slice(0, openShown), more: Math.max(0, tickets.length - openShown) };
}

function latestFirst(a: Stub, b: Stub): number {
	return Temporal.Instant.compare(b.since, a.since) || b.number - a.number;
}

const customerRow = statement((db, { id, notesBefore }: { id: number; notesBefore: number }) =>
	db
		.selectFrom('customer')
		.select(['customer.id', 'customer.name', 'colleagues_see_tickets as colleaguesSeeTickets'])
		.select((eb) => [
			eb
				.selectFrom('ticket')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.where('ticket.customer', '=', id)
				.$asScalar()
				.$notNull()
				.as('opened'),
			licencesOf(db, id).as('licences'),
			notesOf(db, id, notesBefore).as('notes'),
			eb
				.selectFrom('customer_note')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.where('customer_note.customer', '=', id)
				.$asScalar()
				.$notNull()
				.as('noted'),
			administrators.as('administrators'),
		])
		.where('customer.id', '=', id),
);

/** Instants arrive within JSON, as text. */
function licencesOf(db: Kysely<DB>, customer: number) {
	return jsonArrayFrom(
		db
			.selectFrom('licence')
			.innerJoin('product', 'product.id', 'licence.product')
			.select(['product.id', 'product.name', 'licence.granted_at as since'])
			.where('licence.customer', '=', customer)
			.orderBy(sql`lower(product.name)`),
	).$castTo<{ id: number; name: string; since: string }[]>();
}

function notesOf(db: Kysely<DB>, customer: number, before: number) {
	return jsonArrayFrom(
		db
			.selectFrom('customer_note as note')
			.innerJoin('account', 'account.id', 'note.author')
			.select(['note.id', 'note.author', 'account.name as by', 'note.html', 'note.created_at as at'])
			.where('note.customer', '=', customer)
			.orderBy('note.id', 'desc')
			.limit(notesPerPage)
			.offset(before),
	).$castTo<{ id: number; author: number; by: string; html: string; at: string }[]>();
}

const administrators = sql<string[]>`array(
	select name from account where role = 'administrator' and disabled_at is null and activated_at is not null
	order by lower(name)
)`;

const openOf = statement((db, { id }: { id: number }) =>
	stubs(db).where('entry.customer', '=', id).orderBy('ticket.number'),
);

const endedOf = statement((db, { id }: { id: number }) => {
	const newest = db
		.selectFrom('ticket')
		.select('number')
		.where('customer', '=', id)
		.orderBy('number', 'desc')
		.limit(recent);
	const latest = db
		.selectFrom(newest.as('newest'))
		.innerJoin('resolution', 'resolution.ticket', 'newest.number')
		.select('newest.number')
		.orderBy('resolution.at', 'desc')
		.orderBy('newest.number', 'desc')
		.limit(resolvedShown);
	return stubs(db).where('ticket.number', 'in', latest);
});
