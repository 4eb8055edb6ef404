import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Lane } from '#lib/domain/queue.ts';
import type { AskedTurn, Opener } from '#lib/domain/search.ts';
import { inSight } from '../access/tickets.ts';
import type { UserSight } from '../access/viewer.ts';
import { turnIs } from '../db/standing.ts';
import type { DB } from '../db/types.ts';

/** Which of the tickets in sight are asked for; all that is given must hold. */
export type TicketFilter = {
	turn?: AskedTurn | undefined;
	product?: number | undefined;
	lane?: Lane | undefined;
	/** Only where colleagues see each other's tickets does this leave something out. */
	of?: Opener | undefined;
};

/** As a condition on `ticketsWithStanding`: what the viewer sees of what is asked for. */
export function filtered(viewer: UserSight, { turn, product, lane, of }: TicketFilter, now: Temporal.Instant) {
	return (eb: ExpressionBuilder<DB, 'ticket'>): Expression<SqlBool> =>
		eb.and([
			inSight(viewer)(eb),
			...(turn ? [turnIs(turn, now)] : []),
			...(product ? [eb('ticket.product', '=', product)] : []),
			...(lane ? [eb('ticket.lane', '=', lane)] : []),
			...(of ? [eb('ticket.opened_by', of === 'mine' ? '=' : '<>', viewer.id)] : []),
		]);
}
