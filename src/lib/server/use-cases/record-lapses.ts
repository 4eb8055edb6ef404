import type { Transaction } from 'kysely';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { endHold, ticketsDue, type Wait, waitsDue } from '../db/holds.ts';
import { lockTickets } from '../db/lock-tickets.ts';
import { notify } from '../db/mail-out.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { inBatches } from './in-batches.ts';

/** How many lapses one transaction writes down; openings and takings wait for the end of each. */
const batch = 20;

/**
 * Writes down the lapses that already hold, and tells who asked (P5): each at its own instant, however late this runs and
 * however many processes run it. Returns how many were written. One that cannot be written keeps back none of the others; it
 * throws then, at the end.
 */
export async function recordLapses(desk: Desk): Promise<number> {
	const now = await desk.clock.now(desk.db);
	return inBatches(desk.db, {
		find: (after) => ticketsDue(desk.db, 'lapses_at', now, { after, limit: batch }),
		act: (tx, tickets) => recordBatch(tx, desk, tickets),
	});
}

/** All that does not bear on who is next is written before the counter: the rows of the tickets keep it as it is. */
async function recordBatch(tx: Transaction<DB>, desk: Desk, tickets: readonly number[]): Promise<number> {
	await lockTickets(tx, tickets);
	// A hold that ended or moved while we waited for its lock is left out.
	const at = await desk.clock.now(tx);
	const waits = await waitsDue(tx, 'lapses_at', at, tickets);
	if (waits.length === 0) return 0;
	for (const wait of waits) await endWait(tx, wait, at);
	const counter = await lockCounter(tx, desk.clock);
	for (const { ticket } of waits) {
		await record(tx, counter, { type: 'resolved', ticket, actor: null, as: 'lapsed' });
	}
	return waits.length;
}

async function endWait(tx: Transaction<DB>, { ticket, hold, receipt }: Wait, at: Temporal.Instant): Promise<void> {
	const { lapsesAt } = receipt;
	await endHold(tx, { id: hold }, 'lapsed', lapsesAt);
	await insertResolution(tx, { ticket, as: 'lapsed', by: null, at: lapsesAt });
	const data = { receipt: storedReceipt(receipt) };
	await notify(tx, { kind: 'lapsed', ticket, to: 'customer', at, data });
}
