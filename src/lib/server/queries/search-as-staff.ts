import { type StaffOrder, termsOf, termsPast } from '#lib/domain/search.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { ticketsPerPage } from './listed-tickets.ts';
import { type Understood, understood } from './search-terms.ts';
import { newest, type StaffFilter } from './staff-filter.ts';
import { type StaffHit, staffHits } from './staff-hits.ts';

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
	const met = nothingAsked ? [] : await newest(db, terms, search.filter, { now, most: mostFound + 1 });
	const found = met.slice(0, mostFound);
	const numbered = numbersIn(terms);
	return {
		hits: await staffHits(db, { viewer, terms, ...pageOf(found, search, terms) }, now),
		total: found.length,
		olderThan: met.length > mostFound ? Math.min(...found.filter((number) => !numbered.includes(number))) : undefined,
		corrected: terms.flatMap(({ meant }) => meant),
		leftOut: isEnough ? said.flatMap(({ text, unknown }) => (unknown ? text : [])) : [],
		past: [...all.slice(mostTerms).map(({ text }) => text), ...termsPast(search.typed)],
		nothingAsked,
		more: search.page * ticketsPerPage < found.length,
	};
}

function numbersIn(terms: Understood[]): number[] {
	return terms.flatMap(({ number }) => number ?? []);
}

/** By relevance all that were found are compared; else the page is known. */
function pageOf(found: number[], { order, page }: StaffSearch, terms: Understood[]) {
	const offset = (page - 1) * ticketsPerPage;
	if (order === 'relevance' && terms.length > 0) return { numbers: found, numbered: numbersIn(terms), offset };
	return { numbers: found.toSorted((a, b) => b - a).slice(offset, offset + ticketsPerPage) };
}
