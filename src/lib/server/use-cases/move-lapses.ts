import type { Transaction } from 'kysely';
import type { ClosureRefusal } from '#lib/domain/administration.ts';
import type { Closure } from '#lib/domain/closure.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { remindersOf } from '#lib/domain/reminders.ts';
import { type LapseMove, lapseMoves } from '../db/closures.ts';
import { recordEvent } from '../db/events.ts';
import { keepReceipt, waitsCounting } from '../db/holds.ts';
import { lockTickets } from '../db/lock-tickets.ts';
import { notify } from '../db/mail-out.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/**
 * Moves the lapse of every open wait that counted one of the days to after it, and tells both sides (P5). The calendar is
 * locked for changing, so no hold is placed meanwhile; what has ended or lapsed by the time its ticket is locked stays as it
 * is. Answers with the tickets.
 */
export async function moveLapses(
	tx: Transaction<DB>,
	desk: Desk,
	closures: readonly Closure[],
	actor: number,
): Promise<Outcome<number[], ClosureRefusal>> {
	const days = closures.map(({ day }) => day);
	const tickets = (await waitsCounting(tx, days)).map(({ ticket }) => ticket);
	await lockTickets(tx, tickets);
	const at = await desk.clock.now(tx);
	const moves = await lapseMoves(tx, closures, at);
	if (!moves.ok) return moves;
	for (const move of moves.value) await moveLapse(tx, move, closures, actor, at);
	return done(moves.value.map(({ wait }) => wait.ticket));
}

async function moveLapse(
	tx: Transaction<DB>,
	{ wait, later, policy }: LapseMove,
	closures: readonly Closure[],
	actor: number,
	at: Temporal.Instant,
): Promise<void> {
	const { ticket, agent } = wait;
	const counted = closures.filter(({ day }) => wait.receipt.countedDays.some((other) => other.equals(day)));
	const closed = { days: counted.map(({ day }) => day.toString()), reason: counted[0]?.reason ?? '' };
	await keepReceipt(tx, wait, later, remindersOf(later, wait.reminders, policy.reminderTime));
	const told = { ...closed, lapsesAt: later.lapsesAt.toString() };
	await recordEvent(tx, { at, type: 'lapse-moved', actor, ticket, data: told });
	const data = { ...closed, receipt: storedReceipt(later) };
	await notify(tx, { kind: 'lapse-moved', ticket, to: 'customer', at, data });
	await notify(tx, { kind: 'lapse-moved', ticket, to: agent, at, data });
}
