import type { HoldRefusal } from '#lib/domain/hold.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { type FromSavedReplies, type GapsLeft, withoutGaps } from '#lib/domain/saved-replies.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { insertHold } from '../db/holds.ts';
import { insertMessage, isBlank, type Upload, written } from '../db/messages.ts';
import { record } from '../db/queue-log.ts';
import { countUses } from '../db/saved-replies.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

/** `text` says what is being evaluated; the customer reads it. It has no files, and is refused with any. */
export type Evaluate = OnTicket & { text: string; files?: Upload[] } & FromDraft & FromSavedReplies;

/** The first hold case: the customer awaits support's answer, without a limit of time (P5.1). */
export async function evaluate(
	desk: Desk,
	viewer: StaffViewer,
	input: Evaluate,
): Promise<TicketOutcome<undefined, HoldRefusal | UntakenDraft | GapsLeft>> {
	const text = written(input.text);
	const act = { name: 'evaluate', viewer, input };
	return onQueue<undefined, TicketRefusal | HoldRefusal | UntakenDraft | GapsLeft>(
		desk,
		act,
		async ({ tx, ticket, counter, standing, at }) => {
			const allowed = inHandOf(standing, viewer.id);
			if (!allowed.ok) return allowed;
			if (isBlank(text)) return refused({ reason: 'no-message' });
			const whole = withoutGaps(input.text);
			if (!whole.ok) return whole;
			const of = { ticket: ticket.number, act: 'evaluate' } as const;
			const taken = await takeDraft(tx, viewer, { ...input, files: input.files ?? [], of });
			if (!taken.ok) return taken;

			const { number } = ticket;
			const held = { ticket: number, case: 'under-evaluation' } as const;
			const said = { ticket: number, author: viewer.id, side: 'support', text, files: [] as Upload[], at } as const;
			const message = await insertMessage(tx, said);
			await insertHold(tx, { ...held, agent: viewer.id, message, missing: [], promised: undefined, at });
			await record(tx, counter, { ...held, type: 'held', actor: viewer.id });
			await countUses(tx, viewer, input.savedReplies);
			return done();
		},
	);
}
