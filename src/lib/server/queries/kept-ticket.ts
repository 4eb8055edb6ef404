import { type Kysely, sql } from 'kysely';
import type { Standing } from '#lib/domain/ticket.ts';
import { inSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import { standingFrom, ticketsWithStanding } from '../db/standing.ts';
import type { DB } from '../db/types.ts';

/** The ticket that goes on in the stead of merged ones, and how it stands. */
export type KeptTicket = { number: number; state: Standing['state'] };

/** What has become of a ticket that was merged: the one it was merged into, or what that one was merged into in its turn. */
export async function keptTicket(
	db: Kysely<DB>,
	viewer: Viewer,
	merged: number,
	now: Temporal.Instant,
): Promise<KeptTicket | undefined> {
	const row = await ticketsWithStanding(db)
		.select('ticket.number')
		.where('ticket.number', '=', last(merged))
		.where(inSight(viewer))
		.executeTakeFirst();
	return row && { number: row.number, state: standingFrom(row, now).state };
}

/** Each is merged into an earlier arrival, so the last is the lowest number. */
const last = (merged: number) => sql<number>`(
	with recursive kept as (
		select duplicate_of from resolution where ticket = ${merged}
		union all
		select resolution.duplicate_of from resolution join kept on resolution.ticket = kept.duplicate_of
	)
	select min(duplicate_of) from kept
)`;
