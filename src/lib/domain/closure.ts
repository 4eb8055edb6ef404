import type { ClosureRefusal } from './administration.ts';
import { businessDaysAfter, type DeskCalendar, horizonDays, skipReason } from './calendar.ts';

/** From which day to which one a closure may be entered, seen from `today`: also a day of last month, which was forgotten. */
export function closureRange(today: Temporal.PlainDate): { earliest: Temporal.PlainDate; latest: Temporal.PlainDate } {
	return { earliest: today.subtract({ days: 30 }), latest: today.add({ years: 2 }) };
}

/** A day as forms send it, YYYY-MM-DD; nothing for what is no day of the calendar. */
export function dayFrom(typed: string): Temporal.PlainDate | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined;
	try {
		return Temporal.PlainDate.from(typed, { overflow: 'reject' });
	} catch {
		return undefined;
	}
}

export type Closure = { day: Temporal.PlainDate; reason: string };

/** Why the desk cannot be closed on a day, or nothing: it must be a business day, and enough of them must be left (P5). */
export function refuseClosure(
	{ day, reason }: Closure,
	today: Temporal.PlainDate,
	holdDays: number,
	calendar: DeskCalendar,
): ClosureRefusal | undefined {
	const { earliest, latest } = closureRange(today);
	if (Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) > 0) {
		return { reason: 'day-out-of-range', earliest: earliest.toString(), latest: latest.toString() };
	}
	const skipped = skipReason(calendar, day);
	if (skipped?.kind === 'not-worked') return { reason: 'day-not-worked' };
	if (skipped?.kind === 'holiday') return { reason: 'day-is-holiday', holiday: skipped.name };
	if (skipped?.kind === 'closure') return { reason: 'day-already-closed', closedFor: skipped.reason };
	if (!leavesBusinessDays(withClosure(calendar, { day, reason }), day, holdDays)) {
		return { reason: 'too-few-business-days', holdDays };
	}
	return undefined;
}

export function withClosure(calendar: DeskCalendar, { day, reason }: Closure): DeskCalendar {
	return { ...calendar, closures: new Map([...calendar.closures, [day.toString(), reason]]) };
}

/** Whether a hold placed on any day whose horizon reaches `day` still finds its business days. */
function leavesBusinessDays(calendar: DeskCalendar, day: Temporal.PlainDate, holdDays: number): boolean {
	for (let before = 1; before <= horizonDays; before++) {
		const placed = day.subtract({ days: before });
		if (businessDaysAfter(calendar, placed, holdDays).counted.length < holdDays) return false;
	}
	return true;
}
