import type { Transaction } from 'kysely';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { hasLapsed } from '#lib/domain/ticket.ts';
import { endHold, ticketsDue, type Wait, waitsDue } from '../db/holds.ts';
import { lockTickets } from '../db/lock-tickets.ts';
import { notify } from '../db/mail-out.ts';
import { type LockedCounter, lockCounter, record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** How many lapses one transaction writes down. */
const batch = 100;

/**
 * Writes down the lapses that already hold, and tells who asked (P5): each at its own instant, however late this runs and
 * however many processes run it. Returns how many were written.
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
	const waits = await lockLapsed(tx, await desk.clock.now(tx));
	if (waits.length === 0) return 0;
	const counter = await lockCounter(tx, desk.clock);
	for (const wait of waits) await recordLapse(tx, counter, wait);
	return waits.length;
}

async function recordLapse(
	tx: Transaction<DB>,
	counter: LockedCounter,
	{ ticket, hold, receipt }: Wait,
): Promise<void> {
	const { lapsesAt } = receipt;
	if (!hasLapsed(receipt, counter.at)) throw new Error('A lapse does not move while its ticket is locked.');
	await endHold(tx, { id: hold }, 'lapsed', lapsesAt);
	await insertResolution(tx, { ticket, as: 'lapsed', by: null, at: lapsesAt });
	await record(tx, counter, { type: 'resolved', ticket, actor: null, as: 'lapsed' });
	const data = { receipt: storedReceipt(receipt) };
	await notify(tx, { kind: 'lapsed', ticket, to: 'customer', at: counter.at, data });
}

/** Locks the tickets first; a hold that ended or moved while we waited for its lock is left out. */
async function lockLapsed(tx: Transaction<DB>, now: Temporal.Instant): Promise<Wait[]> {
	const tickets = await ticketsDue(tx, 'lapses_at', now, batch);
	await lockTickets(tx, tickets);
	return waitsDue(tx, 'lapses_at', now, tickets);
}
