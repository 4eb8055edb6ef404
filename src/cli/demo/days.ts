import { type DeskCalendar, dayOf, skipReason, startOf } from '#lib/domain/calendar.ts';

/** The moments of the story: business days counted back from today, and what happened since this morning. */
export type Days = {
	/** A business day before today (1 is the last one), at a local time. */
	on(daysAgo: number, time: string): Temporal.Instant;
	/** The midnight that ends that business day: where a hold lapses whose last counted day it is. */
	endOf(daysAgo: number): Temporal.Instant;
	ago(length: Temporal.DurationLike): Temporal.Instant;
	/** A business day after today. */
	ahead(days: number): Temporal.PlainDate;
};

export function daysUpTo(now: Temporal.Instant, calendar: DeskCalendar): Days {
	const today = dayOf(calendar, now);
	const before = (daysAgo: number) => businessDay(calendar, today, -1, daysAgo);
	return {
		on: (daysAgo, time) =>
			before(daysAgo).toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time }).toInstant(),
		endOf: (daysAgo) => startOf(calendar, before(daysAgo).add({ days: 1 })),
		ago: (length) => now.subtract(length),
		ahead: (days) => businessDay(calendar, today, 1, days),
	};
}

/** The n-th business day before (`step` −1) or after (1) a day. */
export function businessDay(
	calendar: DeskCalendar,
	from: Temporal.PlainDate,
	step: 1 | -1,
	nth: number,
): Temporal.PlainDate {
	let day = from;
	for (let left = nth; left > 0; ) {
		day = day.add({ days: step });
		if (!skipReason(calendar, day)) left -= 1;
	}
	return day;
}
