import type { Policy } from './policy.ts';

/** A text in each language of the interface. */
export type Bilingual = { it: string; en: string };

/** Why a day does not count (P5). */
export type SkipReason =
	| { kind: 'not-worked' }
	| { kind: 'holiday'; name: Bilingual }
	| { kind: 'closure'; reason: string };

export type SkippedDay = { day: Temporal.PlainDate; reason: SkipReason };

/** What the desk's calendar is made of; holidays and closures are keyed by ISO date. */
export type DeskCalendar = Pick<Policy, 'workingWeek' | 'timeZone'> & {
	holidays: ReadonlyMap<string, Bilingual>;
	closures: ReadonlyMap<string, string>;
};

/** How far ahead business days are looked for: settings that leave too few within it are refused (P5). */
export const horizonDays = 366;

/** The desk's local day at an instant. */
export function dayOf(calendar: Pick<DeskCalendar, 'timeZone'>, at: Temporal.Instant): Temporal.PlainDate {
	return at.toZonedDateTimeISO(calendar.timeZone).toPlainDate();
}

/** The first instant of a local day; 00:00, or the first moment that exists where the clocks skip midnight. */
export function startOf(calendar: Pick<DeskCalendar, 'timeZone'>, day: Temporal.PlainDate): Temporal.Instant {
	return day.toZonedDateTime(calendar.timeZone).toInstant();
}

/** Why the day does not count, or nothing when it is a business day. */
export function skipReason(calendar: DeskCalendar, day: Temporal.PlainDate): SkipReason | undefined {
	const closure = calendar.closures.get(day.toString());
	const holiday = calendar.holidays.get(day.toString());
	if (!calendar.workingWeek.includes(day.dayOfWeek)) return { kind: 'not-worked' };
	if (holiday) return { kind: 'holiday', name: holiday };
	if (closure) return { kind: 'closure', reason: closure };
	return undefined;
}

export type BusinessDays = { counted: Temporal.PlainDate[]; skipped: SkippedDay[] };

/** The first `count` business days after `day`, with those skipped on the way; fewer when the horizon does not hold so many. */
export function businessDaysAfter(calendar: DeskCalendar, day: Temporal.PlainDate, count: number): BusinessDays {
	const counted: Temporal.PlainDate[] = [];
	const skipped: SkippedDay[] = [];
	for (let ahead = 1; ahead <= horizonDays && counted.length < count; ahead++) {
		const next = day.add({ days: ahead });
		const reason = skipReason(calendar, next);
		if (reason) skipped.push({ day: next, reason });
		else counted.push(next);
	}
	return { counted, skipped };
}

/** Whether a hold of `count` days finds its business days, on whichever day it is placed whose horizon reaches `from` … `to` (P5). */
export function leavesBusinessDays(
	calendar: DeskCalendar,
	{ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
	count: number,
): boolean {
	const placings = horizonDays + from.until(to).days;
	const first = from.subtract({ days: horizonDays });
	const ahead = Array.from({ length: placings + horizonDays - 1 }, (_, before) => before + 1);
	/** The business days, as days after `first`, ascending. */
	const counted = ahead.filter((days) => !skipReason(calendar, first.add({ days })));
	let next = 0;
	for (let placed = 0; placed < placings; placed++) {
		while ((counted[next] ?? Number.POSITIVE_INFINITY) <= placed) next++;
		const last = counted[next + count - 1];
		if (last === undefined || last > placed + horizonDays) return false;
	}
	return true;
}
