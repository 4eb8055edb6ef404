import { type Kysely, sql } from 'kysely';
import type { TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { DB } from '../db/types.ts';

/** A solved ticket; `reply` is what support last wrote to its customer, as Markdown, cut where it is long. `at` is an ISO 8601 instant. */
export type SimilarSolved = {
	number: number;
	subject: string;
	product: string;
	customer: string;
	at: string;
	reply: string;
};

const limits = { shown: 5, words: 8, compared: 300, characters: 600 } as const;

type Row = Omit<SimilarSolved, 'at' | 'reply'> & { at: Temporal.Instant; reply: string | null };

/**
 * Solved tickets whose subject has at least two words of this one's (its only word, where it has one): those about the same product
 * first, then by how much of the subject they share, then by how alike they are written. Of every customer's: for staff only.
 * Where very many share words, the last arrived are compared.
 */
export async function similarSolved(
	db: Kysely<DB>,
	_viewer: StaffViewer,
	ticket: TicketInSight,
): Promise<SimilarSolved[]> {
	const words = await wordsOf(db, ticket);
	if (words.length === 0) return [];
	// The text itself, and no place in a plan for it: PostgreSQL knows which words are rare, and begins at their index or at the end.
	const query = sql`${anyTwo(words)}::tsquery`;
	const { rows } = await sql<Row>`
		with near as materialized (
			select ticket, ts_rank(words, ${query}, 1) as rank from searchable
			where place = 'subject' and words @@ ${query} and ticket <> ${ticket.number}
			order by ticket desc limit ${limits.compared}
		), nearest as (
			select ticket.number, ticket.subject, ticket.product, ticket.customer, resolution.at,
				row_number() over (order by ticket.product <> ${ticket.product}, rank desc,
					similarity(ticket.subject, (select subject from ticket where number = ${ticket.number})) desc,
					ticket.number desc) as nth
			from near
			join ticket on ticket.number = near.ticket
			join resolution on resolution.ticket = near.ticket and resolution.as in ('solved', 'closed-by-customer')
			order by nth limit ${limits.shown}
		)
		select nearest.number, nearest.subject, product.name as product, customer.name as customer, nearest.at, (
			select left(source, ${limits.characters}) from message
			where message.ticket = nearest.number and side = 'support' order by id desc limit 1
		) as reply
		from nearest
		join product on product.id = nearest.product
		join customer on customer.id = nearest.customer
		order by nth
	`.execute(db);
	return rows.map(({ at, reply, ...row }) => ({ ...row, at: at.toString(), reply: reply ?? '' }));
}

/** The words of its subject as they are searched by, the longest first. */
async function wordsOf(db: Kysely<DB>, { number }: TicketInSight): Promise<string[]> {
	const { rows } = await sql<{ word: string }>`
		select distinct unnest(tsvector_to_array(words)) as word from searchable where ticket = ${number} and place = 'subject'
	`.execute(db);
	const telling = rows.map(({ word }) => word).filter((word) => word.length > 1 && !/^\d+$/.test(word));
	return telling.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, limits.words);
}

function anyTwo(words: readonly string[]): string {
	const quoted = words.map((word) => `'${word.replaceAll(/['\\]/g, '$&$&')}'`);
	const pairs = quoted.flatMap((one, nth) => quoted.slice(nth + 1).map((other) => `${one} & ${other}`));
	return pairs.length > 0 ? pairs.join(' | ') : (quoted[0] ?? '');
}
