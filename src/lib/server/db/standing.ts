import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Entry } from '#lib/domain/queue.ts';
import { receiptFrom } from '#lib/domain/receipt-json.ts';
import type { AskedState, AskedTurn } from '#lib/domain/search.ts';
import { type Standing, standingOf } from '#lib/domain/ticket.ts';
import { reservationFrom } from './queue-log.ts';
import type { DB } from './types.ts';

/**
 * Tickets with all that their standing is made of. The one place where state is read: what holds as of now (a lapse that
 * nothing has written down yet) follows from `standingFrom`, in every list and page.
 */
export function ticketsWithStanding(db: Kysely<DB>) {
	return db
		.selectFrom('ticket')
		.leftJoin('queue_entry as entry', 'entry.ticket', 'ticket.number')
		.leftJoin('hold', (join) => join.onRef('hold.ticket', '=', 'ticket.number').on('hold.ended_at', 'is', null))
		.leftJoin('resolution', 'resolution.ticket', 'ticket.number')
		.select([
			'entry.state as state',
			'entry.agent as agent',
			'entry.since as since',
			'entry.lane as entryLane',
			'entry.product as entryProduct',
			'entry.reserved_for',
			'entry.reserved_until',
			'hold.id as holdId',
			'hold.placed_at as heldAt',
			'hold.missing as missing',
			'hold.receipt as receipt',
			'resolution.as as resolvedAs',
			'resolution.at as resolvedAt',
		]);
}

type StandingRow = Awaited<ReturnType<ReturnType<typeof ticketsWithStanding>['execute']>>[number];

export function standingFrom(row: StandingRow, now: Temporal.Instant): Standing {
	const { state, agent, entryLane, entryProduct, holdId, heldAt, missing, receipt, resolvedAs, resolvedAt } = row;
	// Only a queued ticket is reserved; migration 0003 tells why a row may say otherwise.
	const reserved = state === 'queued' ? reservationFrom(row) : undefined;
	const entry =
		state && entryLane && entryProduct !== null
			? { state, agent: agent ?? undefined, lane: entryLane, product: entryProduct, reserved }
			: undefined;
	const hold =
		holdId !== null && heldAt
			? { id: holdId, placedAt: heldAt, missing: missing ?? [], receipt: receipt ? receiptFrom(receipt) : undefined }
			: undefined;
	const resolution = resolvedAs && resolvedAt ? { as: resolvedAs, at: resolvedAt } : undefined;
	return standingOf({ entry, hold, resolution }, now);
}

/** The same as a condition on `ticketsWithStanding`: whose turn it is at `now`. A test holds the two against each other. */
export function turnIs(turn: AskedTurn, now: Temporal.Instant): Expression<SqlBool> {
	const lapsed = sql`(entry.state = 'awaiting-customer' and hold.lapses_at <= ${now})`;
	switch (turn) {
		case 'customer':
			return sql`(entry.state = 'awaiting-customer' and hold.lapses_at > ${now})`;
		case 'support':
			return sql`(entry.state <> 'awaiting-customer')`;
		case 'resolved':
			return sql`(entry.ticket is null or ${lapsed})`;
		default:
			return turn satisfies never;
	}
}

/** The tickets that have lapsed at `now` and are not written down yet: few, and found without looking at all that are open. */
export function lapsed(now: Temporal.Instant): RawBuilder<number> {
	return sql`select ticket from hold where ended_at is null and lapses_at <= ${now}`;
}

/** The same by state, for staff, as a condition on `ticket`: resolved is what stands nowhere else. */
export function stateIs(state: AskedState, now: Temporal.Instant): Expression<SqlBool> {
	const stands = (condition: Expression<SqlBool>) => sql<SqlBool>`exists (
		select from queue_entry entry left join hold on hold.ticket = entry.ticket and hold.ended_at is null
		where entry.ticket = ticket.number and ${condition}
	)`;
	switch (state) {
		case 'came-back':
			return stands(sql`entry.state = 'queued' and entry.since > ticket.opened_at`);
		case 'awaiting-customer':
			return stands(turnIs('customer', now));
		case 'resolved':
			return sql`not ${stands(sql`${turnIs('resolved', now)} is not true`)}`;
		default:
			return stands(sql`entry.state = ${state satisfies Entry['state']}`);
	}
}
