import { done, refused } from '#lib/domain/outcome.ts';
import { type FromSavedReplies, type GapsLeft, withoutGaps } from '#lib/domain/saved-replies.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import { notify } from '../db/mail-out.ts';
import { insertMessage, isBlank, type Upload, written } from '../db/messages.ts';
import { countUses } from '../db/saved-replies.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onTicket, type TicketOutcome } from './on-ticket.ts';
import type { ReplyRefusal } from './reply-as-customer.ts';
import { type FromDraft, takeDraft } from './take-draft.ts';

/** A text, or files, or both. */
export type ReplyToCustomer = OnTicket & { text: string; files: Upload[] } & FromDraft & FromSavedReplies;

/** The agent who has the ticket in hand writes to the customer, who is told; the ticket stays in hand (P4). */
export async function replyToCustomer(
	desk: Desk,
	viewer: StaffViewer,
	input: ReplyToCustomer,
): Promise<TicketOutcome<undefined, ReplyRefusal | GapsLeft>> {
	const text = written(input.text);
	const act = { name: 'reply-to-customer', viewer, input };
	return onTicket<undefined, TicketRefusal | ReplyRefusal | GapsLeft>(
		desk,
		act,
		async ({ tx, ticket, standing, at }) => {
			const allowed = inHandOf(standing, viewer.id);
			if (!allowed.ok) return allowed;
			const whole = withoutGaps(input.text);
			if (!whole.ok) return whole;
			const taken = await takeDraft(tx, viewer, { ...input, of: { ticket: ticket.number, act: 'reply' } });
			if (!taken.ok) return taken;
			const { value: files } = taken;
			if (isBlank(text) && files.length === 0) return refused({ reason: 'empty-reply' });

			const { number } = ticket;
			await insertMessage(tx, { ticket: number, author: viewer.id, side: 'support', text, files, at });
			await recordEvent(tx, { at, type: 'replied', actor: viewer.id, ticket: number });
			const data = { text: text.source, files: files.map(({ name }) => name) };
			await notify(tx, { kind: 'answered', ticket: number, to: 'customer', at, data });
			await countUses(tx, viewer, input.savedReplies);
			return done();
		},
	);
}
