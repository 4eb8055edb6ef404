import { dayFrom } from '#lib/domain/closure.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { lockCalendar } from '../db/calendar.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `days` are YYYY-MM-DD. */
export type RemoveClosureDays = Administering & { days: string[] };

/**
 * The desk is open on these days after all, as far as they are still closed: for waits placed from now on. An open wait keeps
 * what was promised (P5). Answers with the days that were removed.
 */
export async function removeClosureDays(
	desk: Desk,
	viewer: Viewer,
	input: RemoveClosureDays,
): Promise<AdministrationOutcome<string[]>> {
	return administer(desk, viewer, 'remove-closure-days', input, async (tx, at) => {
		const days = input.days.flatMap((typed) => dayFrom(typed)?.toString() ?? []);
		if (days.length === 0) return refused({ reason: 'unknown-record' });
		await lockCalendar(tx, 'change');
		const removed = await tx.deleteFrom('closure_day').where('day', 'in', days).returning(['day', 'reason']).execute();
		if (removed.length === 0) return refused({ reason: 'unknown-record' });
		removed.sort((a, b) => a.day.localeCompare(b.day));
		const details = { days: removed.map(({ day }) => day) };
		await record(tx, desk, { at, verb: 'closure-days-removed', by: viewer.id, details });
		return done(details.days);
	});
}
