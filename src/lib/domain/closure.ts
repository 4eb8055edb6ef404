import { type ClosureRefusal, line, type NotValid } from './administration.ts';
import { type DeskCalendar, leavesBusinessDays, type SkippedDay, skipReason } from './calendar.ts';
import { textLimits } from './limits.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** A day on which the desk is closed, and why: customers read it. */
export type Closure = { day: Temporal.PlainDate; reason: string };

/** Closed from one day to another, both included; `to` is not before `from`. */
export type ClosureRange = { from: Temporal.PlainDate; to: Temporal.PlainDate; reason: string };

/** What a range comes to. */
export type Closing = {
	/** Every day of it that is not closed yet: also one that does not count by now might, by the settings to come. */
	closures: Closure[];
	/** Those that counted: business days, and days that an open wait counts. */
	closed: Temporal.PlainDate[];
	/** The other days of the range, with why they did not count anyway. */
	skipped: SkippedDay[];
};

/** How many days a range may span. */
export const maxRangeDays = 60;

/** From which day to which one a closure may be entered, seen from `today`: also a day of last month, which was forgotten. */
export function closureBounds(today: Temporal.PlainDate): { earliest: Temporal.PlainDate; latest: Temporal.PlainDate } {
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

/** The range as forms send it, or the first field that cannot be. */
export function rangeFrom(typed: { from: string; to: string; reason: string }): Outcome<ClosureRange, NotValid> {
	const reason = line('reason', typed.reason, textLimits.closureReason);
	if (!reason.ok) return reason;
	const [from, to] = [dayFrom(typed.from), dayFrom(typed.to)];
	if (!from) return refused({ reason: 'not-valid', field: 'from' });
	if (!to) return refused({ reason: 'not-valid', field: 'to' });
	return done({ from, to, reason: reason.value });
}

/** What counts on days: how long a hold is by now, and the days (ISO) that open waits count, were it by an older policy. */
type Counting = { holdDays: number; countedByWaits: ReadonlySet<string> };

/** What a range comes to, or why the desk cannot be closed then: enough business days must be left (P5). */
export function closingOf(
	range: ClosureRange,
	{ holdDays, countedByWaits }: Counting,
	calendar: DeskCalendar,
): Outcome<Closing, ClosureRefusal> {
	const closing = closingBy(calendar, range, countedByWaits);
	if (closing.closed.length === 0) return refused(nothingToClose(closing.skipped));
	if (!leavesBusinessDays(withClosures(calendar, closing.closures), range, holdDays)) {
		return refused({ reason: 'too-few-business-days', holdDays });
	}
	return done(closing);
}

export function withClosures(calendar: DeskCalendar, closures: readonly Closure[]): DeskCalendar {
	const added = closures.map(({ day, reason }): [string, string] => [day.toString(), reason]);
	return { ...calendar, closures: new Map([...calendar.closures, ...added]) };
}

/** Why a range cannot be entered on `today`, whatever the calendar says. */
export function refuseRange({ from, to }: ClosureRange, today: Temporal.PlainDate): ClosureRefusal | undefined {
	const { earliest, latest } = closureBounds(today);
	if (Temporal.PlainDate.compare(to, from) < 0) return { reason: 'range-backwards' };
	const isWithin = (day: Temporal.PlainDate) =>
		Temporal.PlainDate.compare(day, earliest) >= 0 && Temporal.PlainDate.compare(day, latest) <= 0;
	if (!isWithin(from) || !isWithin(to)) {
		const field = isWithin(from) ? 'to' : 'from';
		return { reason: 'day-out-of-range', field, earliest: earliest.toString(), latest: latest.toString() };
	}
	return from.until(to).days < maxRangeDays ? undefined : { reason: 'range-too-long', maxDays: maxRangeDays };
}

/** Every day of a range, in order. */
export function daysOf({ from, to }: Pick<ClosureRange, 'from' | 'to'>): Temporal.PlainDate[] {
	return Array.from({ length: from.until(to).days + 1 }, (_, later) => from.add({ days: later }));
}

function closingBy(calendar: DeskCalendar, range: ClosureRange, countedByWaits: ReadonlySet<string>): Closing {
	const closing: Closing = { closures: [], closed: [], skipped: [] };
	for (const day of daysOf(range)) {
		const before = calendar.closures.get(day.toString());
		const reason = before === undefined ? skipReason(calendar, day) : ({ kind: 'closure', reason: before } as const);
		if (before === undefined) closing.closures.push({ day, reason: range.reason });
		if (reason && !(before === undefined && countedByWaits.has(day.toString()))) closing.skipped.push({ day, reason });
		else closing.closed.push(day);
	}
	return closing;
}

/** Of a single day it is said what it is already; of several, that none is left. */
function nothingToClose([only, ...others]: SkippedDay[]): ClosureRefusal {
	if (!only || others.length > 0) return { reason: 'nothing-to-close' };
	switch (only.reason.kind) {
		case 'not-worked':
			return { reason: 'day-not-worked' };
		case 'holiday':
			return { reason: 'day-is-holiday', holiday: only.reason.name };
		case 'closure':
			return { reason: 'day-already-closed', closedFor: only.reason.reason };
		default:
			return only.reason satisfies never;
	}
}
