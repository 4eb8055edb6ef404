import { type DeskCalendar, dayOf, skipReason } from '#lib/domain/calendar.ts';
import { receiptOf } from '#lib/domain/hold.ts';
import type { PolicyVersion } from '#lib/domain/policy.ts';
import { type StoredReceipt, storedReceipt } from '#lib/domain/receipt-json.ts';
import { deskCalendar } from '../db/calendar.ts';
import { policyNow } from '../db/policy.ts';
import type { Desk } from '../desk.ts';

export type PolicyPage = {
	policy: PolicyVersion;
	/** What a request for information made now would be told (P5.2). */
	example: StoredReceipt;
	/** From today on, the earliest first, without those that do not count anyway; `day` is YYYY-MM-DD. */
	closures: { day: string; reason: string }[];
};

/** The policy in force, exactly, and what it comes to on the day it is read. */
export async function policyPage({ db, clock }: Desk): Promise<PolicyPage> {
	const policy = await policyNow(db);
	const now = await clock.now(db);
	const calendar = await deskCalendar(db, now, policy);
	const today = dayOf(calendar, now).toString();
	return {
		policy,
		example: storedReceipt(receiptOf(now, policy.holdDays, calendar)),
		closures: [...calendar.closures]
			.map(([day, reason]) => ({ day, reason }))
			.filter(({ day }) => day >= today && isClosedOnly(calendar, day))
			.sort((a, b) => a.day.localeCompare(b.day)),
	};
}

const isClosedOnly = (calendar: DeskCalendar, day: string) =>
	skipReason(calendar, Temporal.PlainDate.from(day))?.kind === 'closure';
