import { type Answers, answeredItems, answersFrom } from '#lib/domain/checklist.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { type Standing, stillOpen, type TicketRefusal } from '#lib/domain/ticket.ts';
import { replyText } from '#lib/messages/reply-text.ts';
import { wordsFor } from '#lib/messages/words-for.ts';
import type { UserViewer } from '../access/viewer.ts';
import { updateEnvironment } from '../db/environment.ts';
import { recordEvent } from '../db/events.ts';
import { insertMessage, isBlank, type Upload, written } from '../db/messages.ts';
import { lockCounter } from '../db/queue-log.ts';
import type { JsonObject } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onTicket, type TicketOutcome } from './on-ticket.ts';
import { queueAfterHold } from './queue-after-hold.ts';
import { type FromDraft, takeDraft, type UntakenDraft } from './take-draft.ts';

export type EmptyReply = { reason: 'empty-reply' };
export type ReplyRefusal = EmptyReply | UntakenDraft;

/** A reply is a text, or files, or answers to what was asked item by item, or all of them. */
export type ReplyAsCustomer = OnTicket & { text: string; files: Upload[]; answers?: Answers } & FromDraft;

/**
 * A customer writes on an open ticket. Before the lapse of the second hold case this ends the hold and queues the ticket at
 * its old number; at or after that instant, and once resolved, it is refused (P5). Otherwise it only adds.
 *
 * What it answers of the checklist is part of its text. Answers about the environment are the ticket's from then on: who
 * serves it next reads them beside it, a follow-up takes them over.
 *
 * The instant of the reply is the one at which its ticket's row was locked: from then on nothing else writes down how the wait
 * ends, and no reply is too late because it had to wait for the counter.
 */
export async function replyAsCustomer(
	desk: Desk,
	viewer: UserViewer,
	input: ReplyAsCustomer,
): Promise<TicketOutcome<undefined, ReplyRefusal>> {
	const answers = input.answers ?? answersFrom({});
	const text = written(replyText(answers, input.text, wordsFor(viewer.language)));
	const act = { name: 'reply-as-customer', viewer, input };
	return onTicket<undefined, TicketRefusal | ReplyRefusal>(desk, act, async ({ tx, ticket, standing, at }) => {
		const open = stillOpen(standing);
		if (!open.ok) return refused(open.refusal);
		const taken = await takeDraft(tx, viewer, { ...input, of: { ticket: ticket.number, act: 'reply' } });
		if (!taken.ok) return taken;
		const { value: files } = taken;
		if (isBlank(text) && files.length === 0) return refused({ reason: 'empty-reply' });

		await insertMessage(tx, {
			ticket: ticket.number,
			author: viewer.id,
			side: 'customer',
			text,
			files,
			at,
		});
		const who = { at, actor: viewer.id, ticket: ticket.number };
		await recordEvent(tx, { ...who, type: 'replied', data: told(standing, answers, files.length) });
		await updateEnvironment(tx, who, answers);
		if (standing.state === 'awaiting-customer') {
			const leaving = { ticket, held: standing, actor: viewer.id, reason: 'replied', at } as const;
			await queueAfterHold(tx, await lockCounter(tx, desk.clock), leaving);
		}
		return done();
	});
}

/** What was asked, and what of it this reply answers: the agent reads it beside the message. */
function told(standing: Standing, answers: Answers, files: number): JsonObject {
	if (standing.state !== 'awaiting-customer') return {};
	const { missing: asked } = standing.hold;
	const given = answeredItems(answers, files);
	return { asked, answered: asked.filter((item) => given.includes(item)) };
}
