import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type FoundByStaff, type StaffOrder, termsOf, termsPast } from '#lib/domain/search.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { askedOf, places } from './found-places.ts';
import { excerptOf, type Part, partsOf, whole, withinText } from './highlights.ts';
import { ticketsPerPage } from './listed-tickets.ts';
import { anyOf, type Understood, understood } from './search-terms.ts';
import { newest, type StaffFilter } from './staff-filter.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';

/** A ticket that was found, with what was found marked, and who has it or ended it. */
export type StaffHit = Stub & {
	subjectParts: Part[];
	customerParts: Part[];
	openedByParts: Part[];
	/** Where beyond these most was found. */
	place: FoundByStaff | undefined;
	excerpt: Part[];
	agent: { name: string; mine: boolean } | undefined;
};

export type StaffSearchResult = {
	hits: StaffHit[];
	/** How many were found, of the newest `mostFound`. */
	total: number;
	/** There are older ones: they begin below this number. */
	olderThan: number | undefined;
	/** What was taken for misspelt words. */
	corrected: string[];
	/** Words that stand nowhere, and were left out. */
	leftOut: string[];
	/** Words beyond the first `mostTerms`, which were not searched for. */
	past: string[];
	/** Something was typed, and there was nothing in it to search by. */
	nothingAsked: boolean;
	/** Whether there is another page of those that were found. */
	more: boolean;
};

export type StaffSearch = {
	typed: string;
	filter: StaffFilter;
	order: StaffOrder;
	/** The first is 1. */
	page: number;
};

/** In which order so many are best looked for PostgreSQL finds in some 6 ms; two more double that. */
const mostTerms = 6;

/** Nobody reads more, and counting them all is what would take long. */
export const mostFound = 200;

/**
 * Searches all tickets, internal notes and names: the newest that have all that was typed. With nothing typed they are a list, the
 * last arrived first.
 */
export async function searchAsStaff(desk: Desk, viewer: StaffViewer, search: StaffSearch): Promise<StaffSearchResult> {
	const { db, clock } = desk;
	const now = await clock.now(db);
	const typed = termsOf(search.typed);
	const said = await understood(db, viewer, typed);
	const nothingAsked = search.typed.trim() !== '' && said.length === 0;
	const known = said.filter(({ unknown }) => !unknown);
	// Less than half of what was asked is nothing found.
	const isEnough = known.length * 2 >= said.length;
	const all = isEnough ? known : said;
	const terms = all.slice(0, mostTerms);
	const found = nothingAsked ? [] : await find(db, terms, search, now);
	const { total = 0, oldest } = found[0] ?? {};
	return {
		hits: await shown(db, viewer, terms, found, now),
		total: Math.min(total, mostFound),
		olderThan: total > mostFound ? (oldest ?? undefined) : undefined,
		corrected: terms.flatMap(({ meant }) => meant),
		leftOut: isEnough ? said.flatMap(({ text, unknown }) => (unknown ? text : [])) : [],
		past: [...all.slice(mostTerms).map(({ text }) => text), ...termsPast(search.typed)],
		nothingAsked,
		more: search.page * ticketsPerPage < Math.min(total, mostFound),
	};
}

type Found = {
	ticket: number;
	place: FoundByStaff | null;
	message: number | null;
	attachment: string | null;
	note: number | null;
	/** Of all that were found; one more than `mostFound` where there are more. */
	total: number;
	oldest: number | null;
};

/** By relevance: the one asked for by its number, then those with most of the words at one place, then the last arrived. */
async function find(
	db: Kysely<DB>,
	terms: Understood[],
	{ filter, order, page }: StaffSearch,
	now: Temporal.Instant,
): Promise<Found[]> {
	const asked = askedOf(terms);
	const numbers = terms.flatMap(({ number }) => number ?? []);
	const numbered = sql`number = any(${numbers}::integer[])`;
	const inWindow = sql`select number from met order by ${numbered} desc, number desc limit ${sql.lit(mostFound)}`;
	const best = asked.length > 0 ? places(texts(sql`ticket in (${inWindow})`), asked) : undefined;
	const at = asked.length > 0 ? places(texts(sql`ticket = page.ticket`), asked) : nowhere;
	const byScore = order === 'relevance' && best;
	const { rows } = await sql<Found>`
		with met as materialized (${newest(db, terms, filter, { now, limit: mostFound + 1 })}),
		page as materialized (
			select number as ticket, row_number() over () as nth
			from (
				select number from (${inWindow}) found
				${byScore ? sql`join (select ticket, max(score) as best from ${byScore} place group by ticket) scored on ticket = number` : sql``}
				order by ${byScore ? sql`${numbered} desc, best desc,` : sql``} number desc
				limit ${ticketsPerPage} offset ${(page - 1) * ticketsPerPage}
			) ordered
		)
		select page.ticket, at.place, at.message, at.attachment, at.note,
			(select count(*) from met) as total, (select min(number) filter (where not ${numbered}) from (${inWindow}) found) as oldest
		from page
		left join lateral (
			select * from ${at} place where bits > 0 and place <> 'name' order by score desc, message desc nulls last limit 1
		) at on true
		order by nth
	`.execute(db);
	return rows;
}

function texts(ofTickets: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(select ticket, place, message, attachment, note, words from staff_searchable where ${ofTickets})`;
}

/** Where nothing was typed, nothing is found in a ticket. */
const nowhere = sql`(
	select null::text as place, null::bigint as message, null::uuid as attachment, null::bigint as note, 0 as bits, 0 as score
)`;

/** The page's tickets as stubs, in the order in which they were found. */
async function shown(
	db: Kysely<DB>,
	viewer: StaffViewer,
	terms: Understood[],
	found: Found[],
	now: Temporal.Instant,
): Promise<StaffHit[]> {
	if (found.length === 0) return [];
	const rows = await stubs(db)
		.where(
			'ticket.number',
			'in',
			found.map(({ ticket }) => ticket),
		)
		.select(({ ref }) => [
			sql<number | null>`coalesce(${ref('entry.agent')}, ${ref('resolution.by')})`.as('agentKey'),
			sql<string | null>`(
				select name from account where id = coalesce(${ref('entry.agent')}, ${ref('resolution.by')})
			)`.as('agentName'),
			...marks(terms, found),
		])
		.execute();
	return found.flatMap(({ ticket, place }) => {
		const row = rows.find(({ number }) => number === ticket);
		if (!row) return [];
		const read = place === 'file' ? partsOf : excerptOf;
		return [
			{
				...stubFrom(row, now),
				subjectParts: partsOf(row.markedSubject ?? row.subject),
				customerParts: partsOf(row.markedCustomer ?? row.customer),
				openedByParts: partsOf(row.markedOpener ?? row.openedBy),
				place: place ?? undefined,
				excerpt: row.marked === null ? [] : read(row.marked),
				agent: row.agentName === null ? undefined : { name: row.agentName, mine: row.agentKey === viewer.id },
			},
		];
	});
}

/** What was found in each ticket, marked; nothing where nothing was typed. */
function marks(terms: Understood[], found: Found[]) {
	const nothing = sql<string | null>`null::text`;
	const any = terms.length > 0 ? anyOf(terms) : undefined;
	const marked = (text: RawBuilder<unknown>) => (any ? sql<string | null>`${whole(text, any)}` : nothing);
	return [
		marked(sql`ticket.subject`).as('markedSubject'),
		marked(sql`(select name from customer where id = ticket.customer)`).as('markedCustomer'),
		marked(sql`(select name from account where id = ticket.opened_by)`).as('markedOpener'),
		(any ? excerpt(found, any) : nothing).as('marked'),
	] as const;
}

function excerpt(found: Found[], any: RawBuilder<string>): RawBuilder<string | null> {
	return sql<string | null>`(
		select case when at.attachment is null
			then ${withinText(sql`coalesce(note.source, message.source)`, any)} else ${whole(sql`attachment.name`, any)} end
		from unnest(
			${found.map(({ ticket }) => ticket)}::integer[],
			${found.map(({ message }) => message)}::bigint[],
			${found.map(({ attachment }) => attachment)}::uuid[],
			${found.map(({ note }) => note)}::bigint[]
		) as at (ticket, message, attachment, note)
		left join message on message.id = at.message
		left join attachment on attachment.id = at.attachment
		left join note on note.id = at.note
		where at.ticket = ticket.number and coalesce(at.message, at.note) is not null
	)`;
}
