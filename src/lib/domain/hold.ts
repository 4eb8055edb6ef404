import { businessDaysAfter, type DeskCalendar, dayOf, horizonDays, type SkippedDay, startOf } from './calendar.ts';

export const holdCases = ['under-evaluation', 'awaiting-customer'] as const;
export type HoldCase = (typeof holdCases)[number];

/** How a hold came to its end. */
export type HoldEnd = 'replied' | 'withdrawn' | 'resumed' | 'put-back' | 'closed' | 'lapsed';

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

/** How long the second hold case lasts and why: the days counted, the days skipped, the instant of the lapse (P5). */
export type Receipt = {
	placedAt: Temporal.Instant;
	countedDays: Temporal.PlainDate[];
	skippedDays: SkippedDay[];
	lapsesAt: Temporal.Instant;
};

export class TooFewBusinessDays extends RangeError {
	constructor(days: number) {
		super(`The calendar leaves fewer than ${days} business days within ${horizonDays} days.`);
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
		countedDays: counted,
		skippedDays: skipped,
		lapsesAt: startOf(calendar, last.add({ days: 1 })),
	};
}

/**
 * The receipt of an open hold once `day` is a closure day: if that day was counted, it is skipped and one more day counts;
 * nothing else of what was promised changes, whatever the settings are by now, and the lapse never moves earlier (P5).
 */
export function receiptWithClosure(
	receipt: Receipt,
	day: Temporal.PlainDate,
	reason: string,
	calendar: DeskCalendar,
): Receipt {
	const kept = receipt.countedDays.filter((counted) => !counted.equals(day));
	if (kept.length === receipt.countedDays.length) return receipt;
	const lastPromised = receipt.countedDays.at(-1) ?? day;
	const further = businessDaysAfter(calendar, lastPromised, 1);
	const [next] = further.counted;
	if (!next) throw new TooFewBusinessDays(receipt.countedDays.length);
	const skipped = [...receipt.skippedDays, { day, reason: { kind: 'closure', reason } as const }, ...further.skipped];
	return {
		...receipt,
		countedDays: [...kept, next],
		skippedDays: skipped.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)),
		lapsesAt: startOf(calendar, next.add({ days: 1 })),
	};
}
