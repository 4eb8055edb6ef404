import type { Kysely } from 'kysely';
import type { ClosureRefusal, NotValid } from '#lib/domain/administration.ts';
import { rangeFrom } from '#lib/domain/closure.ts';
import type { Receipt } from '#lib/domain/hold.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { type StoredSkip, storedSkip } from '#lib/domain/receipt-json.ts';
import { closingNow, type LapseMove, lapseMoves } from '../db/closures.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** What closing the desk on a range would do. Days are YYYY-MM-DD, instants ISO 8601. */
export type ClosurePreview = {
	/** Days that would count no longer. */
	closed: string[];
	/** Days of the range that do not count anyway, with why. */
	skipped: StoredSkip[];
	/** The open waits that would lapse later, in the order of their arrival. */
	moves: MovePreview[];
};

export type MovePreview = {
	ticket: number;
	subject: string;
	customer: string;
	/** Of the receipt; the desk's may be another by now. */
	timeZone: string;
	before: { lastUsefulDay: string; lapsesAt: string };
	after: { lastUsefulDay: string; lapsesAt: string };
};

/** The same that adding the closure days does, or why they would be refused; writes nothing (P5). */
export async function closurePreview(
	{ db, clock }: Desk,
	typed: { from: string; to: string; reason: string },
): Promise<Outcome<ClosurePreview, ClosureRefusal | NotValid>> {
	const range = rangeFrom(typed);
	if (!range.ok) return range;
	const at = await clock.now(db);
	const closing = await closingNow(db, range.value, at);
	if (!closing.ok) return closing;
	const { closures, closed, skipped } = closing.value;
	const moves = await lapseMoves(db, closures, at);
	if (!moves.ok) return moves;
	return done({
		closed: closed.map(String),
		skipped: skipped.map(storedSkip),
		moves: await named(db, moves.value),
	});
}

async function named(db: Kysely<DB>, moves: LapseMove[]): Promise<MovePreview[]> {
	const about = await aboutTickets(db, moves);
	return moves.flatMap(({ wait: { ticket, receipt }, later }) => {
		const names = about.get(ticket);
		return names ? { ...names, timeZone: later.timeZone, before: endOf(receipt), after: endOf(later) } : [];
	});
}

async function aboutTickets(db: Kysely<DB>, moves: LapseMove[]) {
	const tickets = moves.map(({ wait }) => wait.ticket);
	if (tickets.length === 0) return new Map<never, never>();
	const rows = await db
		.selectFrom('ticket')
		.innerJoin('customer', 'customer.id', 'ticket.customer')
		.select(['ticket.number as ticket', 'ticket.subject', 'customer.name as customer'])
		.where('ticket.number', 'in', tickets)
		.execute();
	return new Map(rows.map((row) => [row.ticket, row]));
}

const endOf = ({ countedDays, lapsesAt }: Receipt) => ({
	lastUsefulDay: countedDays.at(-1)?.toString() ?? '',
	lapsesAt: lapsesAt.toString(),
});
