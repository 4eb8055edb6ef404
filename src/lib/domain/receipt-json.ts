import type { SkippedDay, SkipReason } from './calendar.ts';
import type { Receipt } from './hold.ts';

/** A receipt as JSON: stored with its hold, printed by `sportello lapse`, handed to pages. Days and instants are ISO 8601. */
export type StoredReceipt = {
	placedAt: string;
	timeZone: string;
	countedDays: string[];
	skippedDays: StoredSkip[];
	lapsesAt: string;
};

export type StoredSkip = { day: string; reason: SkipReason };

export const storedSkip = ({ day, reason }: SkippedDay): StoredSkip => ({ day: day.toString(), reason });

export function storedReceipt(receipt: Receipt): StoredReceipt {
	return {
		placedAt: receipt.placedAt.toString(),
		timeZone: receipt.timeZone,
		countedDays: receipt.countedDays.map((day) => day.toString()),
		skippedDays: receipt.skippedDays.map(storedSkip),
		lapsesAt: receipt.lapsesAt.toString(),
	};
}

/** The first receipts did not say their zone: it was this one. */
const firstZone = 'Europe/Rome';

export function receiptFrom(stored: StoredReceipt | Omit<StoredReceipt, 'timeZone'>): Receipt {
	return {
		placedAt: Temporal.Instant.from(stored.placedAt),
		timeZone: 'timeZone' in stored ? stored.timeZone : firstZone,
		countedDays: stored.countedDays.map((day) => Temporal.PlainDate.from(day)),
		skippedDays: stored.skippedDays.map(({ day, reason }) => ({ day: Temporal.PlainDate.from(day), reason })),
		lapsesAt: Temporal.Instant.from(stored.lapsesAt),
	};
}
