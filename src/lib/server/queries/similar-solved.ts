import { type Kysely, sql } from 'kysely';
import type { TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { statement } from '../db/statement.ts';
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

const limits = { shown: 5, words: 8, own: 150, others: 10, alike: 20, characters: 600 } as const;

type Row = Omit<SimilarSolved, 'at' | 'reply'> & { at: Temporal.Instant; reply: string | null };

/**
 * Solved tickets whose subject has at least two words of this one's (its only word, where it has one): those about the same product
 * first, then by how much of both subjects they share, then by how alike they are written. Of every customer's: for staff only.
 * Each word brings the last 150 of the product that have it, so that one which tells something brings all; and the last ten of every other.
 */
export async function similarSolved(
	db: Kysely<DB>,
	_viewer: StaffViewer,
	{ number, product }: TicketInSight,
): Promise<SimilarSolved[]> {
	const rows = await similarTo(db, { number, product });
	return rows.map(({ at, reply, ...row }) => ({ ...row, at: at.toString(), reply: reply ?? '' }));
}

const similarTo = statement<{ number: number; product: number }, Row>((db, { number, product }) => ({
	compile: () =>
		sql<Row>`
			with subject as materialized (
				select coalesce(array_agg(word), '{}') as words, count(*) as length
				from (
					select distinct word, char_length(word) as long from subject_words(${number}) as word
					order by long desc, word limit ${sql.lit(limits.words)}
				) longest
			), near as materialized (
				select distinct having_it.ticket
				from subject
				cross join unnest(words) as asked (word)
				cross join product
				cross join lateral (
					select ticket from solved_word
					where solved_word.word = asked.word and solved_word.product = product.id and ticket <> ${number}
					order by ticket desc
					limit case when product.id = ${product}::integer then ${sql.lit(limits.own)} else ${sql.lit(limits.others)} end
				) having_it
			), alike as materialized (
				select ticket as number, its.product, 2.0 * shared / (its.length + subject.length) as share
				from near
				cross join subject
				cross join lateral (
					select min(product) as product, count(*) as length, count(*) filter (where word = any(words)) as shared
					from solved_word where solved_word.ticket = near.ticket
				) its
				where shared >= least(2, subject.length)
				order by its.product <> ${product}, share desc, number desc limit ${sql.lit(limits.alike)}
			), nearest as (
				select ticket.number, ticket.subject, ticket.product, ticket.customer,
					row_number() over (order by ticket.product <> ${product}, share desc,
						similarity(ticket.subject, (select subject from ticket where number = ${number})) desc, number desc) as nth
				from alike join ticket using (number)
				order by nth limit ${sql.lit(limits.shown)}
			)
			select nearest.number, nearest.subject, product.name as product, customer.name as customer, resolution.at, (
				select left(source, ${sql.lit(limits.characters)}) from message
				where message.ticket = nearest.number and side = 'support' order by id desc limit 1
			) as reply
			from nearest
			join resolution on resolution.ticket = nearest.number
			join product on product.id = nearest.product
			join customer on customer.id = nearest.customer
			order by nth
		`.compile(db),
}));
