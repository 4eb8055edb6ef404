import type { Transaction } from 'kysely';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { remindersAt } from '#lib/domain/reminders.ts';
import { hasLapsed } from '#lib/domain/ticket.ts';
import { keepReminders, ticketsDue, type Wait, waitsDue } from '../db/holds.ts';
import { lockTickets } from '../db/lock-tickets.ts';
import { notify } from '../db/mail-out.ts';
import { policyOf } from '../db/policy.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { inBatches } from './in-batches.ts';

/** How many waits one transaction looks at. */
const batch = 50;

/**
 * Writes the reminders that are due (P5), each once, however many processes do it: never after the customer answered, nor
 * at or after the lapse. After an outage the latest one is written and those missed before it are not. Returns how many were.
 * One that cannot be written keeps back none of the others; it throws then, at the end.
 */
export async function sendReminders(desk: Desk): Promise<number> {
	const now = await desk.clock.now(desk.db);
	return inBatches(desk.db, {
		find: (after) => ticketsDue(desk.db, 'next_reminder_at', now, { after, limit: batch }),
		act: (tx, tickets) => remindBatch(tx, desk, tickets),
	});
}

async function remindBatch(tx: Transaction<DB>, desk: Desk, tickets: readonly number[]): Promise<number> {
	await lockTickets(tx, tickets);
	// An answer, a lapse written down or a lapse moved while we waited for the lock is seen from here on.
	const at = await desk.clock.now(tx);
	let sent = 0;
	for (const wait of await waitsDue(tx, 'next_reminder_at', at, tickets)) sent += await remind(tx, wait, at);
	return sent;
}

async function remind(tx: Transaction<DB>, wait: Wait, at: Temporal.Instant): Promise<number> {
	const { ticket, hold, receipt, missing } = wait;
	const { reminderTime } = await policyOf(tx, wait.version);
	const { due, ahead } = remindersAt(receipt, wait.reminders, reminderTime, at);
	await keepReminders(tx, hold, ahead);
	if (!due || hasLapsed(receipt, at)) return 0;
	const data = { receipt: storedReceipt(receipt), missing };
	const onceKey = `reminder:${hold}:${due.offset}`;
	return notify(tx, { kind: 'reminder', ticket, to: 'customer', at, onceKey, data });
}
