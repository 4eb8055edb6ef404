import { auditKept } from '#lib/domain/limits.ts';
import { deleteEntriesBefore, record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';

/** Deletes the entries that have had their time, a calendar month at once (UTC), and leaves one that says how many they were. */
export async function sweepAuditLog(desk: Desk): Promise<void> {
	await desk.db.transaction().execute(async (tx) => {
		const at = await desk.clock.now(tx);
		const month = at.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
		const entries = await deleteEntriesBefore(tx, {
			signIns: month.subtract({ months: auditKept.signInMonths }).toInstant(),
			others: month.subtract({ years: auditKept.otherYears }).toInstant(),
		});
		if (entries > 0) await record(tx, desk, { at, verb: 'audit-swept', by: null, details: { entries } });
	});
}
