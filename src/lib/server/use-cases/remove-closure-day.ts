import { dayFrom } from '#lib/domain/closure.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCalendar } from '../db/calendar.ts';
import { recordEvent } from '../db/events.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `day` is YYYY-MM-DD. */
export type RemoveClosureDay = Administering & { day: string };

/** The desk is open on that day after all: for waits placed from now on. An open wait keeps what was promised (P5). */
export async function removeClosureDay(
	desk: Desk,
	viewer: Viewer,
	input: RemoveClosureDay,
): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'remove-closure-day', input, async (tx, at) => {
		const day = dayFrom(input.day);
		if (!day) return refused({ reason: 'unknown-record' });
		await lockCalendar(tx, 'change');
		const removed = await tx
			.deleteFrom('closure_day')
			.where('day', '=', day.toString())
			.returning(['day', 'reason'])
			.executeTakeFirst();
		if (!removed) return refused({ reason: 'unknown-record' });
		await recordEvent(tx, { at, type: 'closure-day-removed', actor: viewer.id, data: removed });
		return done();
	});
}
