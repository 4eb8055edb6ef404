import type { Transaction } from 'kysely';
import { dayOf } from '#lib/domain/calendar.ts';
import { type HoldRefusal, type MissingItem, receiptOf } from '#lib/domain/hold.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import { type FromSavedReplies, type GapsLeft, withoutGaps } from '#lib/domain/saved-replies.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { deskCalendar, lockCalendar } from '../db/calendar.ts';
import { insertHold } from '../db/holds.ts';
import { notify } from '../db/mail-out.ts';
import { insertMessage, isBlank, type Upload, written } from '../db/messages.ts';
import { policyNow } from '../db/policy.ts';
import { record } from '../db/queue-log.ts';
import { countUses } from '../db/saved-replies.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueuePrepared, type TicketOutcome } from './on-ticket.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

/** `missing` names at least one item of the checklist; `text` is the message that asks for it. */
export type AwaitCustomer = OnTicket & { missing: MissingItem[]; text: string; files: Upload[] } & FromDraft &
	FromSavedReplies;

/** The second hold case: support awaits the customer, for as many business days as the policy says (P5.2). */
export async function awaitCustomer(
	desk: Desk,
	viewer: StaffViewer,
	input: AwaitCustomer,
): Promise<TicketOutcome<undefined, HoldRefusal | UntakenDraft | GapsLeft>> {
	const text = written(input.text);
	const act = { name: 'await-customer', viewer, input };
	const prepare = (tx: Transaction<DB>) => countingNow(tx, desk);
	type Prepared = Awaited<ReturnType<typeof prepare>>;
	return onQueuePrepared<Prepared, undefined, TicketRefusal | HoldRefusal | UntakenDraft | GapsLeft>(
		desk,
		act,
		prepare,
		async ({ tx, ticket, counter, standing, at }, { policy, day, calendar }) => {
			const allowed = inHandOf(standing, viewer.id);
			if (!allowed.ok) return allowed;
			if (input.missing.length === 0) return refused({ reason: 'nothing-missing' });
			if (isBlank(text)) return refused({ reason: 'no-message' });
			const whole = withoutGaps(input.text);
			if (!whole.ok) return whole;
			const taken = await takeDraft(tx, viewer, { ...input, of: { ticket: ticket.number, act: 'await' } });
			if (!taken.ok) return taken;
			const { value: files } = taken;

			const { number } = ticket;
			const isLaterDay = !dayOf(policy, at).equals(day);
			const receipt = receiptOf(at, policy.holdDays, isLaterDay ? await deskCalendar(tx, at, policy) : calendar);
			const held = { ticket: number, case: 'awaiting-customer' } as const;
			const said = { ticket: number, author: viewer.id, side: 'support', text, files, at } as const;
			const message = await insertMessage(tx, said);
			const { missing } = input;
			await insertHold(tx, { ...held, agent: viewer.id, message, missing, promised: { receipt, policy }, at });
			await record(tx, counter, { ...held, type: 'held', actor: viewer.id });
			const data = { receipt: storedReceipt(receipt), missing, text: input.text };
			await notify(tx, { kind: 'hold-placed', ticket: number, to: 'customer', at, data });
			await countUses(tx, viewer, input.savedReplies);
			return done();
		},
	);
}

/** The policy and the calendar of the desk's day, which stay as they are until COMMIT; a process's first calendar takes long. */
async function countingNow(tx: Transaction<DB>, desk: Desk) {
	await lockCalendar(tx, 'read');
	const policy = await policyNow(tx);
	const now = await desk.clock.now(tx);
	return { policy, day: dayOf(policy, now), calendar: await deskCalendar(tx, now, policy) };
}
