import { type ClosureRefusal, line, type NotValid } from './administration.ts';
import { type DeskCalendar, leavesBusinessDays, type SkippedDay, skipReason } from './calendar.ts';
import { textLimits } from './limits.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** A day on which the desk is closed, and why: customers read it. */
export type Closure = { day: Temporal.PlainDate; reason: string };

/** Closed from one day to another, both included; `to` is not before `from`. */
export type ClosureRange = { from: Temporal.PlainDate; to: Temporal.PlainDate; reason: string };

/** What a range comes to: its business days become closures, the others are skipped with why they do not count anyway. */
export type Closing = { closures: Closure[]; skipped: SkippedDay[] };

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

/** The closures that a range comes to, or why the desk cannot be closed then: enough business days must be left (P5). */
export function closingOf(
	range: ClosureRange,
	holdDays: number,
	calendar: DeskCalendar,
): Outcome<Closing, ClosureRefusal> {
	const closing = splitBy(calendar, range);
	if (closing.closures.length === 0) return refused(nothingToClose(closing.skipped));
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
	if (Temporal.PlainDate.compare(from, earliest) < 0 || Temporal.PlainDate.compare(to, latest) > 0) {
		return { reason: 'day-out-of-range', earliest: earliest.toString(), latest: latest.toString() };
	}
	return from.until(to).days < maxRangeDays ? undefined : { reason: 'range-too-long', maxDays: maxRangeDays };
}

function splitBy(calendar: DeskCalendar, { from, to, reason }: ClosureRange): Closing {
	const closing: Closing = { closures: [], skipped: [] };
	for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
		const skipped = skipReason(calendar, day);
		if (skipped) closing.skipped.push({ day, reason: skipped });
		else closing.closures.push({ day, reason });
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
