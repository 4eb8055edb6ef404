import { receiptOf } from '#lib/domain/hold.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { type StoredReceipt, storedReceipt } from '#lib/domain/receipt-json.ts';
import { deskCalendar } from '../db/calendar.ts';
import type { Desk } from '../desk.ts';

/** The receipt that a request for information would have if it were made now (P5.2). */
export async function holdPreview({ db, clock }: Desk): Promise<StoredReceipt> {
	const now = await clock.now(db);
	return storedReceipt(receiptOf(now, defaultPolicy.holdDays, await deskCalendar(db, now)));
}
