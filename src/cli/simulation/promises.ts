import type { Policy } from '#lib/domain/policy.ts';

type Days = ReadonlySet<string>;

/** What a customer was promised with a hold, counted day by day and apart from `domain/`, to hold its receipts against. */
export type Promised = {
	placedAt: Temporal.Instant;
	policy: Policy;
	/** Public holidays of the policy's country, ISO dates. */
	holidays: Days;
	/** Closure days that bear on this hold, ISO dates: one that was skipped stays skipped, also when it is taken back. */
	closed: Set<string>;
	/** The lapse as the customer was told it first; it never comes earlier. */
	firstTold: Temporal.Instant;
	lapsesAt: Temporal.Instant;
	/** The days that count, in order. */
	counted: Temporal.PlainDate[];
	/** Reminders still to come, by how many counted days come after theirs. */
	reminders: readonly number[];
};

export function promised(placedAt: Temporal.Instant, policy: Policy, holidays: Days, closed: Days): Promised {
	const terms = { placedAt, policy, holidays, closed: new Set(closed), reminders: policy.reminders };
	const counted = countedDays(terms);
	const lapsesAt = lapseOf(counted, policy);
	return { ...terms, firstTold: lapsesAt, lapsesAt, counted };
}

export function closes(promise: Promised, days: readonly string[]): void {
	for (const day of days) promise.closed.add(day);
	promise.counted = countedDays(promise);
	promise.lapsesAt = lapseOf(promise.counted, promise.policy);
}

/** The desk is open on that day after all: it counts for a hold that has not skipped it yet. */
export function opensAgain(promise: Promised, day: string): void {
	const lapseDay = localDay(promise.lapsesAt, promise.policy);
	if (Temporal.PlainDate.compare(day, lapseDay) >= 0) promise.closed.delete(day);
}

/** P5: the day of placing does not count, and then so many business days do. */
function countedDays(terms: Pick<Promised, 'placedAt' | 'policy' | 'holidays' | 'closed'>): Temporal.PlainDate[] {
	const { placedAt, policy } = terms;
	const counted: Temporal.PlainDate[] = [];
	for (let day = localDay(placedAt, policy); counted.length < policy.holdDays; ) {
		day = day.add({ days: 1 });
		if (isBusinessDay(day, terms)) counted.push(day);
	}
	return counted;
}

/** The last one counts whole: the hold lapses as the next day begins. */
function lapseOf(counted: Temporal.PlainDate[], { timeZone }: Policy): Temporal.Instant {
	const last = counted.at(-1);
	if (!last) throw new Error('A hold counts one day at least.');
	return last.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}

/** Whether the customer is reminded now: of what was missed before, once at most. What is due is not to come any more. */
export function isReminded(promise: Promised, now: Temporal.Instant): boolean {
	const { counted, policy, reminders, placedAt } = promise;
	const due = reminders.filter((offset) => {
		const at = counted.at(-1 - offset)?.toZonedDateTime({ timeZone: policy.timeZone, plainTime: policy.reminderTime });
		return at && Temporal.Instant.compare(at.toInstant(), now) <= 0;
	});
	promise.reminders = reminders.filter((offset) => !due.includes(offset));
	return due.length > 0 && Temporal.Instant.compare(placedAt, now) < 0;
}

export function isBusinessDay(
	day: Temporal.PlainDate,
	{ policy, holidays, closed }: Pick<Promised, 'policy' | 'holidays'> & { closed: Days },
): boolean {
	const date = day.toString();
	return policy.workingWeek.includes(day.dayOfWeek) && !holidays.has(date) && !closed.has(date);
}

export function localDay(at: Temporal.Instant, { timeZone }: Pick<Policy, 'timeZone'>): Temporal.PlainDate {
	return at.toZonedDateTimeISO(timeZone).toPlainDate();
}
