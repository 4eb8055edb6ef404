import { businessDaysAfter, type DeskCalendar, dayOf, horizonDays, type SkippedDay, startOf } from './calendar.ts';
import type { Closure } from './closure.ts';

export const holdCases = ['under-evaluation', 'awaiting-customer'] as const;
export type HoldCase = (typeof holdCases)[number];

/** How a hold came to its end. */
export type HoldEnd = 'replied' | 'withdrawn' | 'resumed' | 'put-back' | 'closed' | 'merged' | 'lapsed';

/** The checklist of what support may be missing (P5.2). */
export const missingItems = [
	'operating-system',
	'product-version',
	'tools-used',
	'reference-files',
	'confirmation',
	'other',
] as const;
export type MissingItem = (typeof missingItems)[number];

/** What placing a hold wants said to the customer: a message, and of the second case what is missing (P5). */
export type HoldRefusal = { reason: 'no-message' } | { reason: 'nothing-missing' };

/** How long the second hold case lasts and why: the days counted, the days skipped, the instant of the lapse (P5). */
export type Receipt = {
	placedAt: Temporal.Instant;
	/** Where the days are counted, an IANA name: the desk's when the hold was placed, whatever it is by now. */
	timeZone: string;
	countedDays: Temporal.PlainDate[];
	skippedDays: SkippedDay[];
	lapsesAt: Temporal.Instant;
};

export class TooFewBusinessDays extends RangeError {
	readonly days: number;
	constructor(days: number) {
		super(`The calendar leaves fewer than ${days} business days within ${horizonDays} days.`);
		this.days = days;
	}
}

/**
 * The receipt of a hold placed at `placedAt` for `days` business days (P5): the day of placing does not count, the last
 * counted day counts whole, the hold lapses when the day after it begins.
 */
export function receiptOf(placedAt: Temporal.Instant, days: number, calendar: DeskCalendar): Receipt {
	const { counted, skipped } = businessDaysAfter(calendar, dayOf(calendar, placedAt), days);
	const last = counted.at(-1);
	if (!last || counted.length < days) throw new TooFewBusinessDays(days);
	return {
		placedAt,
		timeZone: calendar.timeZone,
		countedDays: counted,
		skippedDays: skipped,
		lapsesAt: startOf(calendar, last.add({ days: 1 })),
	};
}

/**
 * The receipt of an open hold once the desk is closed on these days: each that was counted is skipped, and one more day
 * counts after the last one promised. `calendar` is that of the policy the hold was placed under, these closures in it; the
 * days fall where they fell, in the receipt's own zone. Nothing else changes, and the lapse never moves earlier (P5).
 */
export function receiptWithClosures(receipt: Receipt, closures: readonly Closure[], calendar: DeskCalendar): Receipt {
	return closures.reduce((later, closure) => receiptWithClosure(later, closure, calendar), receipt);
}

function receiptWithClosure(receipt: Receipt, { day, reason }: Closure, calendar: DeskCalendar): Receipt {
	const kept = receipt.countedDays.filter((counted) => !counted.equals(day));
	if (kept.length === receipt.countedDays.length) return receipt;
	const further = businessDaysAfter(calendar, receipt.countedDays.at(-1) ?? day, 1);
	const [next] = further.counted;
	if (!next) throw new TooFewBusinessDays(receipt.countedDays.length);
	const skipped = [...receipt.skippedDays, { day, reason: { kind: 'closure', reason } as const }, ...further.skipped];
	return {
		...receipt,
		countedDays: [...kept, next],
		skippedDays: skipped.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)),
		lapsesAt: later(receipt.lapsesAt, startOf(receipt, next.add({ days: 1 }))),
	};
}

/** A zone's rules may have been rewritten since the promise was made: what was promised is the least there is. */
function later(promised: Temporal.Instant, counted: Temporal.Instant): Temporal.Instant {
	return Temporal.Instant.compare(promised, counted) > 0 ? promised : counted;
}
