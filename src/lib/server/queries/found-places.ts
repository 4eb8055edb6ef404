import { type RawBuilder, sql } from 'kysely';
import type { Understood } from './search-terms.ts';

/** A term as PostgreSQL searches for it, the text of a `tsquery`, and the arrival number that it may be. */
export type Asked = { query: string; number: number | null };

export function askedOf(terms: Understood[]): Asked[] {
	return terms.map(({ query, number }) => ({ query, number: number ?? null }));
}

/**
 * Places with what each has, by bits, which of the terms; a number stands in the subject of the ticket that bears it. Those with most
 * terms come first, a subject or a name before a file before what was written. `texts`: the places to compare, each with its words.
 * They are compared one by one, once for each term, whatever indexes there are.
 */
export function places(texts: RawBuilder<unknown>, asked: Asked[]): RawBuilder<unknown> {
	const bits = asked.map(({ query, number }, nth) => {
		const has = sql`words @@ ${query}::tsquery or ticket = ${number}::integer and place = 'subject'`;
		return sql`case when ${has} then ${sql.lit(1 << nth)} else 0 end`;
	});
	return sql`(
		select ticket, place, message, attachment, note, bits, bit_count(bits::bit(32)) * 4
			+ case when place in ('subject', 'name') then 2 when place = 'file' then 1 else 0 end as score
		from (select ticket, place, message, attachment, note, ${sql.join(bits, sql` | `)} as bits from ${texts} text offset 0) had
	)`;
}
