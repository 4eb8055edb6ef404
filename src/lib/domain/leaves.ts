import type { SkipReason } from './calendar.ts';
import type { StoredReceipt } from './receipt-json.ts';

/** One day of a wait as a leaf of a calendar. Days are YYYY-MM-DD. */
export type Leaf = {
	day: string;
	/** Its place in the week, 1 for Monday to 7. */
	weekday: number;
	/** Its number among the days that count. */
	nth: number | undefined;
	/** Why it does not count; on the day of placing alone there is no reason but that (P5). */
	skipped: SkipReason | undefined;
	isPast: boolean;
	isToday: boolean;
	/** The last useful day. */
	isLast: boolean;
};

/** The leaves of one month, ascending; `month` is YYYY-MM. */
export type Sheet = { month: string; leaves: Leaf[] };

/** Every day of a wait, from the one on which it was placed to the last useful one, month by month. It needs no Temporal, which not every browser has. */
export function sheetsOf(
	{ countedDays, skippedDays }: Pick<StoredReceipt, 'countedDays' | 'skippedDays'>,
	placedOn: string,
	today: string,
): Sheet[] {
	const last = countedDays.at(-1);
	const days = [
		{ day: placedOn, nth: undefined, skipped: undefined },
		...countedDays.map((day, index) => ({ day, nth: index + 1, skipped: undefined })),
		...skippedDays.map(({ day, reason }) => ({ day, nth: undefined, skipped: reason })),
	];
	const leaves = days
		.sort((a, b) => a.day.localeCompare(b.day))
		.map(
			(leaf): Leaf => ({
				...leaf,
				weekday: weekdayOf(leaf.day),
				isPast: leaf.day < today,
				isToday: leaf.day === today,
				isLast: leaf.day === last,
			}),
		);
	const months = [...new Set(leaves.map(({ day }) => day.slice(0, 7)))];
	return months.map((month) => ({ month, leaves: leaves.filter(({ day }) => day.startsWith(month)) }));
}

function weekdayOf(day: string): number {
	return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
