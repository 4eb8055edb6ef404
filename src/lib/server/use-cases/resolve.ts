import { done } from '#lib/domain/outcome.ts';
import { type FromSavedReplies, type GapsLeft, withoutGaps } from '#lib/domain/saved-replies.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { notify } from '../db/mail-out.ts';
import { insertMessage, isBlank, type Upload, written } from '../db/messages.ts';
import { record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import { countUses } from '../db/saved-replies.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

/** `text` is a last message to the customer; empty when all has been said. */
export type Resolve = OnTicket & { text: string; files: Upload[] } & FromDraft & FromSavedReplies;

/** The agent who has it in hand resolves the ticket, and the customer is told; resolved is final (P5). */
export async function resolve(
	desk: Desk,
	viewer: StaffViewer,
	input: Resolve,
): Promise<TicketOutcome<undefined, UntakenDraft | GapsLeft>> {
	const text = written(input.text);
	const act = { name: 'resolve', viewer, input };
	type Refusal = TicketRefusal | UntakenDraft | GapsLeft;
	return onQueue<undefined, Refusal>(desk, act, async ({ tx, ticket, counter, standing, at }) => {
		const allowed = inHandOf(standing, viewer.id);
		if (!allowed.ok) return allowed;
		const whole = withoutGaps(input.text);
		if (!whole.ok) return whole;
		const taken = await takeDraft(tx, viewer, { ...input, of: { ticket: ticket.number, act: 'resolve' } });
		if (!taken.ok) return taken;

		const { number } = ticket;
		const { value: files } = taken;
		if (!isBlank(text) || files.length > 0) {
			await insertMessage(tx, { ticket: number, author: viewer.id, side: 'support', text, files, at });
		}
		await insertResolution(tx, { ticket: number, as: 'solved', by: viewer.id, at });
		await record(tx, counter, { type: 'resolved', ticket: number, actor: viewer.id, as: 'solved' });
		const data = { text: text.source, files: files.map(({ name }) => name) };
		await notify(tx, { kind: 'resolved', ticket: number, to: 'customer', at, data });
		await countUses(tx, viewer, input.savedReplies);
		return done();
	});
}
