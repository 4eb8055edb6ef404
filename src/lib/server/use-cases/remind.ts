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

/** How many waits one transaction looks at. */
const batch = 100;

/**
 * Writes the reminders that are due (P5), each once, however many processes do it: never after the customer answered, nor
 * at or after the lapse. After an outage the latest one is written and those missed before it are not. Returns how many were.
 */
export async function sendReminders(desk: Desk): Promise<number> {
	let sent = 0;
	for (;;) {
		const done = await desk.db.transaction().execute((tx) => remindBatch(tx, desk));
		sent += done.sent;
		if (done.found < batch) return sent;
	}
}

async function remindBatch(tx: Transaction<DB>, desk: Desk): Promise<{ found: number; sent: number }> {
	const tickets = await ticketsDue(tx, 'next_reminder_at', await desk.clock.now(tx), batch);
	await lockTickets(tx, tickets);
	// An answer, a lapse written down or a lapse moved while we waited for the lock is seen from here on.
	const at = await desk.clock.now(tx);
	const waits = await waitsDue(tx, 'next_reminder_at', at, tickets);
	let sent = 0;
	for (const wait of waits) sent += await remind(tx, wait, at);
	return { found: tickets.length, sent };
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
