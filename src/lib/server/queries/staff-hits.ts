import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { FoundByStaff } from '#lib/domain/search.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import { type Asked, askedOf, places } from './found-places.ts';
import { excerptOf, type Part, partsOf, whole, withinText } from './highlights.ts';
import { ticketsPerPage } from './listed-tickets.ts';
import { anyOf, type Understood } from './search-terms.ts';
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

type Page = {
	viewer: StaffViewer;
	terms: Understood[];
	/** The tickets of the page, in order; or, with `offset`, those to compare, of which it shows the most relevant from there. */
	numbers: number[];
	offset?: number | undefined;
	/** The tickets that were asked for by their number. */
	numbered?: number[] | undefined;
};

/**
 * A page of what was found. By relevance come first the ones asked for by their number, then those with most of the words at one
 * place, then the last arrived.
 */
export async function staffHits(
	db: Kysely<DB>,
	{ viewer, terms, numbers, offset, numbered = [] }: Page,
	now: Temporal.Instant,
): Promise<StaffHit[]> {
	if (numbers.length === 0) return [];
	const asked = Object.fromEntries(
		askedOf(terms).flatMap(({ query, number }, nth) => [
			[`query${nth}`, query],
			[`number${nth}`, number],
		]),
	);
	const rows = await hits(terms.length, offset !== undefined)(db, {
		...{ numbers, numbered, offset: offset ?? 0, any: anyOf(terms), ...asked },
	});
	return rows.map((row) => ({
		...stubFrom(row, now),
		subjectParts: partsOf(row.markedSubject ?? row.subject),
		customerParts: partsOf(row.markedCustomer ?? row.customer),
		openedByParts: partsOf(row.markedOpener ?? row.openedBy),
		place: row.place ?? undefined,
		excerpt: row.marked === null ? [] : (row.place === 'file' ? partsOf : excerptOf)(row.marked),
		agent: row.agentName === null ? undefined : { name: row.agentName, mine: row.agentKey === viewer.id },
	}));
}

/** `any`: what all terms are marked by, the text of a `tsquery`. */
type Values = { numbers: number[]; numbered: number[]; offset: number; any: string } & {
	[query: `query${number}`]: string;
	[number: `number${number}`]: number | null;
};

/** One statement for so many terms, compared or not: fifteen at most. */
const ways = new Map<string, ReturnType<typeof hitsOf>>();

function hits(terms: number, compared: boolean) {
	const way = `${terms} ${compared}`;
	const known = ways.get(way) ?? hitsOf(terms, compared);
	ways.set(way, known);
	return known;
}

function hitsOf(terms: number, compared: boolean) {
	return statement((db, values: Values) => {
		const asked = Array.from({ length: terms }, (_, nth) => ({
			query: values[`query${nth}`] as string,
			number: values[`number${nth}`] as number | null,
		}));
		const page = compared ? mostRelevant(asked, values) : inOrder(values);
		return stubs(db)
			.innerJoin(page.as<'page'>('page'), (join) => join.onRef('page.ticket', '=', 'ticket.number'))
			.leftJoinLateral(bestPlace(asked).as<'at'>('at'), (join) => join.onTrue())
			.select(({ ref }) => [
				'at.place',
				sql<number | null>`coalesce(${ref('entry.agent')}, ${ref('resolution.by')})`.as('agentKey'),
				sql<string | null>`(
					select name from account where id = coalesce(${ref('entry.agent')}, ${ref('resolution.by')})
				)`.as('agentName'),
				...marks(terms > 0 ? values.any : undefined),
			])
			.orderBy('page.nth');
	});
}

type Listed = { ticket: number; nth: number };

function inOrder({ numbers }: Values): RawBuilder<Listed> {
	return sql`(select number as ticket, nth from unnest(${numbers}::integer[]) with ordinality as listed (number, nth))`;
}

function mostRelevant(asked: Asked[], { numbers, numbered, offset }: Values): RawBuilder<Listed> {
	return sql`(
		select number as ticket, row_number() over (order by number = any(${numbered}::integer[]) desc, best desc, number desc) as nth
		from unnest(${numbers}::integer[]) as met (number)
		cross join lateral (
			select max(score) as best from ${places(texts(sql`met.number`), asked)} place
		) scored
		order by nth limit ${sql.lit(ticketsPerPage)} offset ${offset}
	)`;
}

type Best = {
	place: FoundByStaff | null;
	message: number | null;
	attachment: string | null;
	note: number | null;
	inSubject: boolean;
	inName: boolean;
};

/** Where in a ticket most was found beyond its names; nowhere where nothing was asked. */
function bestPlace(asked: Asked[]): RawBuilder<Best> {
	if (asked.length === 0) return sql`(select null::text as place)`;
	return sql`(
		select case when shows then place end as place, message, attachment, note, "inSubject", "inName"
		from (
			select *, bits > 0 and place <> 'name' as shows,
				bool_or(bits > 0 and place = 'subject') over () as "inSubject",
				bool_or(bits > 0 and place = 'name') over () as "inName"
			from ${places(texts(sql`ticket.number`), asked)} place
		) place
		order by shows desc, score desc, message desc nulls last limit 1
	)`;
}

function texts(ofTicket: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(
		select ticket, place, message, attachment, note, words from staff_searchable where staff_searchable.ticket = ${ofTicket}
	)`;
}

/** What was found, marked, where something was found; nothing where nothing was asked. */
function marks(any: string | undefined) {
	const marked = (where: RawBuilder<unknown>, mark: (any: string) => RawBuilder<unknown>) =>
		any === undefined ? sql<string | null>`null::text` : sql<string | null>`case when ${where} then ${mark(any)} end`;
	const name = (of: RawBuilder<unknown>) => (query: string) => whole(sql`(select name from ${of})`, query);
	return [
		marked(sql`at."inSubject"`, (query) => whole(sql`ticket.subject`, query)).as('markedSubject'),
		marked(sql`at."inName"`, name(sql`customer where id = ticket.customer`)).as('markedCustomer'),
		marked(sql`at."inName"`, name(sql`account where id = ticket.opened_by`)).as('markedOpener'),
		marked(sql`at.place in ('message', 'file', 'note')`, excerpt).as('marked'),
	] as const;
}

function excerpt(any: string): RawBuilder<string> {
	return sql`case at.place
		when 'file' then ${whole(sql`(select name from attachment where id = at.attachment)`, any)}
		when 'note' then ${withinText(sql`(select source from note where id = at.note)`, any)}
		else ${withinText(sql`(select source from message where id = at.message)`, any)}
	end`;
}
