import { sql, type Transaction } from 'kysely';
import type { DeskCalendar } from '#lib/domain/calendar.ts';
import type { Closure } from '#lib/domain/closure.ts';
import { type Receipt, receiptWithClosure } from '#lib/domain/hold.ts';
import { receiptFrom, storedReceipt } from '#lib/domain/receipt-json.ts';
import { recordEvent } from '../db/events.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/**
 * Moves the lapse of every open hold that counted the day to after it (P5). The calendar is locked for changing, so no hold
 * is placed meanwhile; what has lapsed by the time its ticket is locked stays lapsed. Answers with the tickets.
 */
export async function moveLapses(
	tx: Transaction<DB>,
	desk: Desk,
	closure: Closure,
	calendar: DeskCalendar,
	actor: number,
): Promise<number[]> {
	const tickets = await lockTickets(tx, await holdsCounting(tx, closure.day));
	const at = await desk.clock.now(tx);
	const open = (await holdsCounting(tx, closure.day)).filter(
		({ ticket, receipt }) => tickets.has(ticket) && Temporal.Instant.compare(at, receipt.lapsesAt) < 0,
	);
	for (const hold of open) {
		const receipt = receiptWithClosure(hold.receipt, closure.day, closure.reason, calendar);
		await keepReceipt(tx, hold.id, receipt);
		const data = { day: closure.day.toString(), reason: closure.reason, lapsesAt: receipt.lapsesAt.toString() };
		await recordEvent(tx, { at, type: 'lapse-moved', actor, ticket: hold.ticket, data });
	}
	return open.map(({ ticket }) => ticket);
}

type CountingHold = { id: number; ticket: number; receipt: Receipt };

async function holdsCounting(tx: Transaction<DB>, day: Temporal.PlainDate): Promise<CountingHold[]> {
	const rows = await tx
		.selectFrom('hold')
		.select(['id', 'ticket', 'receipt'])
		.where('ended_at', 'is', null)
		.where('lapses_at', 'is not', null)
		.where(sql<boolean>`receipt -> 'countedDays' ? ${day.toString()}`)
		.orderBy('ticket')
		.execute();
	return rows.flatMap(({ receipt, ...hold }) => (receipt ? [{ ...hold, receipt: receiptFrom(receipt) }] : []));
}

async function lockTickets(tx: Transaction<DB>, holds: CountingHold[]): Promise<Set<number>> {
	if (holds.length === 0) return new Set();
	const numbers = holds.map(({ ticket }) => ticket);
	const rows = await tx
		.selectFrom('ticket')
		.select('number')
		.where('number', 'in', numbers)
		.orderBy('number')
		.forNoKeyUpdate()
		.execute();
	return new Set(rows.map(({ number }) => number));
}

async function keepReceipt(tx: Transaction<DB>, hold: number, receipt: Receipt): Promise<void> {
	await tx
		.updateTable('hold')
		.set({ receipt: storedReceipt(receipt), lapses_at: receipt.lapsesAt })
		.where('id', '=', hold)
		.execute();
}
