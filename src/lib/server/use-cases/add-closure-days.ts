import type { Transaction } from 'kysely';
import { type Closure, rangeFrom } from '#lib/domain/closure.ts';
import { done } from '#lib/domain/outcome.ts';
import { type StoredSkip, storedSkip } from '#lib/domain/receipt-json.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { lockCalendar } from '../db/calendar.ts';
import { closingNow } from '../db/closures.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';
import { moveLapses } from './move-lapses.ts';

/** `from` and `to` are YYYY-MM-DD, the same for a single day; `reason` is read by customers on the receipts of their waits. */
export type AddClosureDays = Administering & { from: string; to: string; reason: string };

/** The days that count no longer, those that did not count anyway, and the tickets whose wait lapses later. */
type Added = { closed: string[]; skipped: StoredSkip[]; moved: number[] };

/**
 * Closes the desk on every day of a range; open waits that counted one of them lapse later, none ever earlier, all in one
 * transaction (P5).
 */
export async function addClosureDays(
	desk: Desk,
	viewer: Viewer,
	input: AddClosureDays,
): Promise<AdministrationOutcome<Added>> {
	return administer(desk, viewer, 'add-closure-days', input, async (tx, at) => {
		const range = rangeFrom(input);
		if (!range.ok) return range;
		await lockCalendar(tx, 'change');
		const closing = await closingNow(tx, range.value, at);
		if (!closing.ok) return closing;
		const { closures, closed, skipped } = closing.value;

		await insertClosures(tx, closures, viewer, at);
		const details = { days: closures.map(({ day }) => day.toString()), reason: range.value.reason };
		await record(tx, desk, { at, verb: 'closure-days-added', by: viewer.id, details });
		const moved = await moveLapses(tx, desk, closures, viewer.id);
		if (!moved.ok) return moved;
		return done({ closed: closed.map(String), skipped: skipped.map(storedSkip), moved: moved.value });
	});
}

async function insertClosures(
	tx: Transaction<DB>,
	closures: readonly Closure[],
	by: Viewer,
	at: Temporal.Instant,
): Promise<void> {
	const added = { added_by: by.id, added_at: at };
	const rows = closures.map(({ day, reason }) => ({ ...added, day: day.toString(), reason }));
	await tx.insertInto('closure_day').values(rows).execute();
}
