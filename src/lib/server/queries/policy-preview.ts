import { receiptOf } from '#lib/domain/hold.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Policy, PolicyVersion } from '#lib/domain/policy.ts';
import { changedSettings, type PolicyRefusal, type TypedPolicy } from '#lib/domain/policy-check.ts';
import { type StoredReceipt, storedReceipt } from '#lib/domain/receipt-json.ts';
import { deskCalendar } from '../db/calendar.ts';
import { policyNow } from '../db/policy.ts';
import type { Desk } from '../desk.ts';
import { settingsOf } from '../settings.ts';

/** What saving these settings would change, on the day it is asked. */
export type PolicyPreview = {
	current: PolicyVersion;
	settings: Policy;
	changed: (keyof Policy)[];
	/** The receipt of a hold placed now, as things are and as they would be (P5.2). */
	receipts: { today: StoredReceipt; saved: StoredReceipt };
	/** Open holds of the second case: they keep what was promised. */
	openHolds: number;
};

export async function policyPreview(
	{ db, clock }: Desk,
	typed: TypedPolicy,
): Promise<Outcome<PolicyPreview, PolicyRefusal>> {
	const current = await policyNow(db);
	const at = await clock.now(db);
	const checked = await settingsOf(db, typed, at);
	if (!checked.ok) return checked;
	const settings = checked.value;
	const changed = changedSettings(current, settings);
	if (changed.length === 0) return refused({ reason: 'nothing-changed' });
	const receipt = async (policy: Policy) =>
		storedReceipt(receiptOf(at, policy.holdDays, await deskCalendar(db, at, policy)));
	const receipts = { today: await receipt(current), saved: await receipt(settings) };
	const { openHolds } = await db
		.selectFrom('hold')
		.select((eb) => eb.fn.countAll<number>().as('openHolds'))
		.where('ended_at', 'is', null)
		.where('lapses_at', '>', at)
		.executeTakeFirstOrThrow();
	return done({ current, settings, changed, receipts, openHolds });
}
