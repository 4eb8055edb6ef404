import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { TicketChange } from '#lib/domain/queue.ts';
import type { UserSight, UserViewer } from '../access/viewer.ts';
import { readToTheEnd } from '../db/ticket-reads.ts';
import type { DB } from '../db/types.ts';
import { type Stub, type StubRow, stubFrom, stubs } from './stubs.ts';

/** A ticket in the lists of its customer's users. */
export type ListedStub = Stub & {
	/** Something happened that this user was not shown yet. */
	news: boolean;
};

/** How a user stands to a ticket they opened, wrote on or have read; of any other there is no news for them. */
type Reading = 'news' | 'read' | 'read-to-the-end';

/** What tells the customer something; that a ticket is queued or taken is seen from its turn. */
const telling = [
	...(['held', 'moved', 'corrected', 'merged', 'resolved'] as const),
] satisfies readonly TicketChange['type'][];

/** Stubs with what `listedFrom` needs besides. */
export function listedStubs(db: Kysely<DB>, viewer: UserSight) {
	return stubs(db).select((eb) => newsFor(eb, viewer).as('reading'));
}

export function listedFrom(
	row: StubRow & { reading: Reading | null },
	now: Temporal.Instant,
	viewer: UserViewer,
): ListedStub {
	const stub = stubFrom(row, now, viewer);
	// A lapse is news from its instant on, before anything has written it down (P5).
	const lapsed = stub.state === 'resolved' && row.state !== null;
	return { ...stub, news: row.reading === 'news' || (lapsed && row.reading === 'read') };
}

/** Asked as one value and not as a join, which would cost more to plan than to carry out. */
function newsFor({ ref }: ExpressionBuilder<DB, 'ticket'>, { id }: UserSight) {
	const ticket = ref('ticket.number');
	return sql<Reading | null>`(
		select case
			when seq = ${readToTheEnd} then 'read-to-the-end'
			when exists (
				select from message where message.ticket = ${ticket} and message.id > coalesce(shown.message, 0) and author <> ${id}
			) or exists (
				select from queue_log
				where queue_log.ticket = ${ticket} and queue_log.seq > coalesce(shown.seq, 0)
					and type in (${sql.join(telling)}) and actor is distinct from ${id}
			) then 'news'
			else 'read'
		end
		from (
			select max(message) as message, max(seq) as seq from ticket_read where account = ${id} and ticket_read.ticket = ${ticket}
		) shown
		where shown.seq is not null or ${ref('ticket.opened_by')} = ${id}
			or exists (select from message where message.ticket = ${ticket} and author = ${id})
	)`;
}
