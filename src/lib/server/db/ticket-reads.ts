import type { Kysely } from 'kysely';
import type { DB } from './types.ts';

/** How far a person was shown a ticket: its last message and the last row of its log. */
export type ShownUpTo = { message: number; seq: number };

/** The row up to which somebody has read who was shown how a ticket ended, be it by a lapse that no row tells of yet: nothing follows (P5). */
export const readToTheEnd = Number.MAX_SAFE_INTEGER;

/** Remembers what somebody was shown; never less than they were shown before, in whatever order that arrives. */
export async function keepReading(
	db: Kysely<DB>,
	account: number,
	ticket: number,
	{ message, seq }: ShownUpTo,
): Promise<void> {
	await db
		.insertInto('ticket_read')
		.values({ account, ticket, message, seq })
		.onConflict((conflict) =>
			conflict.columns(['account', 'ticket']).doUpdateSet((eb) => ({
				message: eb.fn('greatest', ['ticket_read.message', 'excluded.message']),
				seq: eb.fn('greatest', ['ticket_read.seq', 'excluded.seq']),
			})),
		)
		.execute();
}
