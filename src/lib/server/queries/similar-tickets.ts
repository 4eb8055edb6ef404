import { sql } from 'kysely';
import { termsOf } from '#lib/domain/search.ts';
import { inSight, searchedBy } from '../access/tickets.ts';
import type { UserViewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { phraseOf } from './search-terms.ts';
import { type Stub, stubFrom, stubs } from './stubs.ts';

export type SimilarTicket = Pick<Stub, 'number' | 'subject' | 'turn' | 'state' | 'openedByMe'>;

const atMost = 3;
/** Too few words say too little: of what is written at least so many must stand in a ticket, and half of them. */
const leastWords = 2;

/**
 * Tickets in the viewer's sight about the same product whose texts have most words of a subject that is being written: open ones
 * first, then those that have most, then the last arrived.
 */
export async function similarTickets(
	desk: Desk,
	viewer: UserViewer,
	{ product, subject }: { product: number; subject: string },
): Promise<SimilarTicket[]> {
	// Of a subject nothing is completed or corrected: whoever writes it has not asked for anything.
	const queries = termsOf(subject).map(phraseOf);
	if (queries.length < leastWords) return [];
	const now = await desk.clock.now(desk.db);
	const asked = sql.join(queries.map((query) => sql`(${query})`));
	const bits = queries.map((query, nth) => sql`case when words @@ ${query} then ${sql.lit(1 << nth)} else 0 end`);
	const alike = sql<{ ticket: number; has: number }>`(
		select ticket, bit_count(bit_or(bits)::bit(32)) as has
		from (
			select ticket, ${sql.join(bits, sql` | `)} as bits from searchable where ${searchedBy(viewer)} offset 0
		) place
		where bits > 0
		group by ticket
		having bit_count(bit_or(bits)::bit(32)) >= greatest(${leastWords}, (
			select count(*) from (values ${asked}) as term (query) where numnode(query) > 0
		) / 2.0)
	)`.as<'alike'>('alike');
	// Chosen before anything else is read of them: a large customer has a thousand that are alike.
	const nearest = desk.db
		.selectFrom('ticket')
		.innerJoin(alike, (join) => join.onRef('alike.ticket', '=', 'ticket.number'))
		.select(['ticket.number', 'alike.has'])
		.select(sql<boolean>`not exists (select from queue_entry where queue_entry.ticket = ticket.number)`.as('resolved'))
		.where(inSight(viewer))
		.where('ticket.product', '=', product)
		.orderBy('resolved')
		.orderBy('has', 'desc')
		.orderBy('ticket.number', 'desc')
		.limit(atMost)
		.as('nearest');
	const rows = await stubs(desk.db)
		.innerJoin(nearest, 'nearest.number', 'ticket.number')
		.where(inSight(viewer))
		.orderBy('nearest.resolved')
		.orderBy('nearest.has', 'desc')
		.orderBy('ticket.number', 'desc')
		.execute();
	return rows
		.map((row) => stubFrom(row, now, viewer))
		.map(({ number, subject, turn, state, openedByMe }) => ({ number, subject, turn, state, openedByMe }));
}
