import { type ExpressionBuilder, sql } from 'kysely';
import type { Standing } from '#lib/domain/ticket.ts';
import type { TicketInSight } from '../access/tickets.ts';
import type { UserSight, UserViewer } from '../access/viewer.ts';
import { readToTheEnd, type ShownUpTo } from '../db/ticket-reads.ts';
import type { DB } from '../db/types.ts';

/** How far a ticket goes, and how far a user has read it. */
type Reading = { goes: ShownUpTo; read: ShownUpTo | null };

/** A column for a query that reads a ticket before its conversation, so that never more counts as read than was shown. */
export function readingOf({ ref }: ExpressionBuilder<DB, 'ticket'>, { id }: UserSight) {
	const ticket = ref('ticket.number');
	return sql<Reading>`json_build_object(
		'goes', json_build_object(
			'message', (select max(id) from message where message.ticket = ${ticket}),
			'seq', (select max(seq) from queue_log where queue_log.ticket = ${ticket})
		),
		'read', (
			select json_build_object('message', message, 'seq', seq)
			from ticket_read where account = ${id} and ticket_read.ticket = ${ticket}
		)
	)`;
}

/** How far a page goes that shows the ticket as it stands; nothing when its reader has read that far. */
export function newlyShown({ goes, read }: Reading, { state }: Pick<Standing, 'state'>): ShownUpTo | undefined {
	const shown = state === 'resolved' ? { ...goes, seq: readToTheEnd } : goes;
	return read && read.message >= shown.message && read.seq >= shown.seq ? undefined : shown;
}

/** The last message its reader was shown; whoever opened it was shown none before the page was, and for others nothing counts as new. */
export function readBefore({ read }: Reading, { openedBy }: TicketInSight, { id }: UserViewer): number | undefined {
	return read?.message ?? (openedBy === id ? 0 : undefined);
}
