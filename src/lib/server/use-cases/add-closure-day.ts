import type { Transaction } from 'kysely';
import { line } from '#lib/domain/administration.ts';
import { dayOf } from '#lib/domain/calendar.ts';
import { type Closure, dayFrom, refuseClosure, withClosure } from '#lib/domain/closure.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import { calendarAround, lockCalendar } from '../db/calendar.ts';
import { recordEvent } from '../db/events.ts';

import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';
import { moveLapses } from './move-lapses.ts';

/** `day` is YYYY-MM-DD; `reason` is read by customers on the receipts of their waits. */
export type AddClosureDay = Administering & { day: string; reason: string };

/** Closes the desk on a day; open waits that counted it lapse later, none ever earlier (P5). Answers with their tickets. */
export async function addClosureDay(
	desk: Desk,
	viewer: Viewer,
	input: AddClosureDay,
): Promise<AdministrationOutcome<{ moved: number[] }>> {
	return administer(desk, viewer, 'add-closure-day', input, async (tx, at) => {
		const closure = closureOf(input);
		if (!closure.ok) return closure;
		await lockCalendar(tx, 'change');
		const calendar = await calendarAround(tx, closure.value.day);
		const refusal = refuseClosure(closure.value, dayOf(calendar, at), defaultPolicy.holdDays, calendar);
		if (refusal) return refused(refusal);

		await insertClosure(tx, closure.value, viewer, at);
		const moved = await moveLapses(tx, desk, closure.value, withClosure(calendar, closure.value), viewer.id);
		return done({ moved });
	});
}

function closureOf({ day, reason }: AddClosureDay) {
	const text = line('reason', reason, textLimits.closureReason);
	if (!text.ok) return text;
	const date = dayFrom(day);
	return date ? done({ day: date, reason: text.value }) : refused({ reason: 'not-valid', field: 'day' });
}

async function insertClosure(
	tx: Transaction<DB>,
	{ day, reason }: Closure,
	viewer: Viewer,
	at: Temporal.Instant,
): Promise<void> {
	await tx
		.insertInto('closure_day')
		.values({ day: day.toString(), reason, added_by: viewer.id, added_at: at })
		.execute();
	await recordEvent(tx, {
		at,
		type: 'closure-day-added',
		actor: viewer.id,
		data: { day: day.toString(), reason },
	});
}
