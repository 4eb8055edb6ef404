import { receiptOf } from '#lib/domain/hold.ts';
import { type StoredReceipt, storedReceipt } from '#lib/domain/receipt-json.ts';
import { deskCalendar } from '../db/calendar.ts';
import { policyNow } from '../db/policy.ts';
import type { Desk } from '../desk.ts';

/** The receipt that a request for information would have if it were made now (P5.2). */
export async function holdPreview({ db, clock }: Desk): Promise<StoredReceipt> {
	const now = await clock.now(db);
	const policy = await policyNow(db);
	return storedReceipt(receiptOf(now, policy.holdDays, await deskCalendar(db, now, policy)));
}
