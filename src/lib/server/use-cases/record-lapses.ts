import type { Transaction } from 'kysely';
import { hasLapsed } from '#lib/domain/ticket.ts';
import { endHold } from '../db/holds.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** How many lapses one transaction writes down. */
const batch = 100;

/**
 * Writes down the lapses that already hold (P5): each at its own instant, however late this runs and however many processes
 * run it. Returns how many were written.
 */
export async function recordLapses(desk: Desk): Promise<number> {
	let recorded = 0;
	for (;;) {
		const count = await desk.db.transaction().execute((tx) => recordBatch(tx, desk));
		recorded += count;
		if (count < batch) return recorded;
	}
}

async function recordBatch(tx: Transaction<DB>, desk: Desk): Promise<number> {
	const tickets = await lockLapsed(tx, await desk.clock.now(tx));
	if (tickets.length === 0) return 0;
	const counter = await lockCounter(tx, desk.clock);
	for (const { ticket, hold, lapsesAt } of tickets) {
		if (!hasLapsed({ lapsesAt }, counter.at)) throw new Error('A lapse does not move while its ticket is locked.');
		await endHold(tx, { id: hold }, 'lapsed', lapsesAt);
		await insertResolution(tx, { ticket, as: 'lapsed', by: null, at: lapsesAt });
		await record(tx, counter, { type: 'resolved', ticket, actor: null, as: 'lapsed' });
	}
	return tickets.length;
}

/** Locks the tickets first, ascending; a hold that ended or moved while we waited for its lock is left out. */
async function lockLapsed(tx: Transaction<DB>, now: Temporal.Instant) {
	const due = tx
		.selectFrom('hold')
		.select('hold.ticket')
		.where('hold.ended_at', 'is', null)
		.where('hold.lapses_at', '<=', now)
		.orderBy('hold.ticket')
		.limit(batch);
	const locked = await tx
		.selectFrom('ticket')
		.select('number')
		.where('number', 'in', due)
		.orderBy('number')
		.forNoKeyUpdate()
		.execute();
	if (locked.length === 0) return [];
	const rows = await tx
		.selectFrom('hold')
		.select(['ticket', 'id as hold', 'lapses_at as lapsesAt'])
		.where(
			'ticket',
			'in',
			locked.map(({ number }) => number),
		)
		.where('ended_at', 'is', null)
		.where('lapses_at', '<=', now)
		.orderBy('ticket')
		.execute();
	return rows.flatMap(({ lapsesAt, ...row }) => (lapsesAt ? [{ ...row, lapsesAt }] : []));
}
