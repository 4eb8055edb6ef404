import type { SkipReason } from './calendar.ts';
import type { Receipt } from './hold.ts';

/** A receipt as JSON: stored with its hold, printed by `sportello lapse`, handed to pages. Days and instants are ISO 8601. */
export type StoredReceipt = {
	placedAt: string;
	countedDays: string[];
	skippedDays: { day: string; reason: SkipReason }[];
	lapsesAt: string;
};

export function storedReceipt(receipt: Receipt): StoredReceipt {
	return {
		placedAt: receipt.placedAt.toString(),
		countedDays: receipt.countedDays.map((day) => day.toString()),
		skippedDays: receipt.skippedDays.map(({ day, reason }) => ({ day: day.toString(), reason })),
		lapsesAt: receipt.lapsesAt.toString(),
	};
}

export function receiptFrom(stored: StoredReceipt): Receipt {
	return {
		placedAt: Temporal.Instant.from(stored.placedAt),
		countedDays: stored.countedDays.map((day) => Temporal.PlainDate.from(day)),
		skippedDays: stored.skippedDays.map(({ day, reason }) => ({ day: Temporal.PlainDate.from(day), reason })),
		lapsesAt: Temporal.Instant.from(stored.lapsesAt),
	};
}
