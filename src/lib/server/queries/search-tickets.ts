import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type FoundIn, termsOf, termsPast } from '#lib/domain/search.ts';
import { searchedBy } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
import { ticketsWithStanding } from '../db/standing.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { askedOf, places } from './found-places.ts';
import { excerptOf, whole as marked, type Part, partsOf, withinText } from './highlights.ts';
import { ticketsPerPage } from './listed-tickets.ts';
import { anyOf, type Understood, understood } from './search-terms.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';
import { filtered, type TicketFilter } from './ticket-filter.ts';

/** A ticket that was found, with what was found marked: in its subject, and at the best place beyond it. */
export type Hit = Stub & { subjectParts: Part[]; place: FoundIn; excerpt: Part[] };

export type SearchResult = {
	hits: Hit[];
	/** How many tickets were found in all. */
	total: number;
	/** None has all that was asked for: these have most of it. */
	partly: boolean;
	/** What was taken for misspelt words. */
	corrected: { typed: string; words: string[] }[];
	/** Words that were not searched for, since there were too many. */
	past: string[];
	/** Nothing to search by: only signs, or words that stand everywhere. */
	nothingAsked: boolean;
	/** Whether there is another page. */
	more: boolean;
};

export type Search = { typed: string; filter: TicketFilter /** The first is 1. */; page: number };

/**
 * Searches the tickets in the viewer's sight. First those that have most of the words, wherever in the ticket each stands; of
 * these the one asked for by its number, those with most of them at one place, in the subject before a file before a message;
 * then the last arrived.
 */
export async function searchTickets(desk: Desk, viewer: UserViewer, search: Search): Promise<SearchResult> {
	const { db, clock } = desk;
	const now = await clock.now(db);
	const terms = await understood(db, viewer, termsOf(search.typed));
	const found = terms.length > 0 ? await find(db, viewer, terms, search, now) : [];
	const total = found[0]?.total ?? 0;
	return {
		hits: await shown(db, viewer, terms, found, now),
		total,
		partly: found.some(({ partly }) => partly),
		corrected: terms.flatMap(({ text, meant }) => (meant.length > 0 ? [{ typed: text, words: meant }] : [])),
		past: termsPast(search.typed),
		nothingAsked: terms.length === 0,
		more: search.page * ticketsPerPage < total,
	};
}

type Found = {
	ticket: number;
	place: FoundIn;
	message: number | null;
	attachment: string | null;
	partly: boolean;
	total: number;
};

/**
 * Each row says by bits which terms it has; a ticket has those of all its rows. Words that stand everywhere have no bit. Less
 * than half of what was asked is nothing found. All rows in sight are compared, and once for each term: so as little as may be
 * is done with each, and where in a ticket something stands is looked up for the page alone.
 */
async function find(
	db: Kysely<DB>,
	viewer: UserViewer,
	terms: Understood[],
	{ filter, page }: Search,
	now: Temporal.Instant,
): Promise<Found[]> {
	const queries = askedOf(terms);
	const asked = sql.join(queries.map(({ query, number }) => sql`(${query}::tsquery, ${number}::integer)`));
	const numbers = terms.flatMap(({ number }) => number ?? []);
	const { rows } = await sql<Found>`
		with whole as materialized (
			select count(*) as terms from (values ${asked}) as term (query, number)
			where numnode(query) > 0 or number is not null
		), covered as materialized (
			select ticket, ticket = any(${numbers}::integer[]) as numbered, covers, best
			from (
				select ticket, bit_count(bit_or(bits)::bit(32)) as covers, max(score) as best
				from ${places(texts(viewer, kept(db, viewer, filter, now)), queries)} place
				where bits > 0
				group by ticket
			) ticket
		), found as materialized (
			select ticket, covers < terms as partly, numbered, best
			from covered cross join whole
			where covers = (select max(covers) from covered) and covers * 2 >= terms
		)
		select page.ticket, at.place, at.message, at.attachment, page.partly, (select count(*) from found) as total
		from (
			select * from found
			order by numbered desc, best desc, ticket desc limit ${ticketsPerPage} offset ${(page - 1) * ticketsPerPage}
		) page
		cross join lateral (
			select * from ${places(texts(viewer, sql`searchable.ticket = page.ticket`), queries)} place
			order by score desc, message desc nulls last limit 1
		) at
		order by page.numbered desc, page.best desc, page.ticket desc
	`.execute(db);
	return rows;
}

/** The places in the viewer's sight, those of the tickets that are meant. */
function texts(viewer: UserViewer, ofTickets: RawBuilder<SqlBool>): RawBuilder<unknown> {
	return sql`(
		select ticket, place, message, attachment, null::bigint as note, words from searchable
		where ${searchedBy(viewer)} and ${ofTickets}
	)`;
}

/** A condition on `searchable`: its ticket is among what is asked for. */
function kept(db: Kysely<DB>, viewer: UserViewer, filter: TicketFilter, now: Temporal.Instant): RawBuilder<SqlBool> {
	if (Object.values(filter).every((value) => value === undefined)) return sql`true`;
	return sql`ticket in (${ticketsWithStanding(db)
		.clearSelect()
		.select('ticket.number')
		.where(filtered(viewer, filter, now))})`;
}

/** The page's tickets as stubs, in the order in which they were found. */
async function shown(
	db: Kysely<DB>,
	viewer: UserViewer,
	terms: Understood[],
	found: Found[],
	now: Temporal.Instant,
): Promise<Hit[]> {
	if (found.length === 0) return [];
	const any = anyOf(terms);
	const rows = await stubs(db)
		.where(filtered(viewer, {}, now))
		.where(
			'ticket.number',
			'in',
			found.map(({ ticket }) => ticket),
		)
		.select([
			marked(sql`ticket.subject`, any).as('markedSubject'),
			sql<string | null>`(
				select case when at.attachment is null
					then ${withinText(sql`message.source`, any)} else ${marked(sql`attachment.name`, any)} end
				from unnest(
					${found.map(({ ticket }) => ticket)}::integer[],
					${found.map(({ message }) => message)}::bigint[],
					${found.map(({ attachment }) => attachment)}::uuid[]
				) as at (ticket, message, attachment)
				join message on message.id = at.message
				left join attachment on attachment.id = at.attachment
				where at.ticket = ticket.number
			)`.as('marked'),
		])
		.execute();
	return found.flatMap(({ ticket, place }) => {
		const row = rows.find(({ number }) => number === ticket);
		if (!row) return [];
		const read = place === 'file' ? partsOf : excerptOf;
		const excerpt = row.marked === null ? [] : read(row.marked);
		return [{ ...stubFrom(row, now, viewer), subjectParts: partsOf(row.markedSubject), place, excerpt }];
	});
}
