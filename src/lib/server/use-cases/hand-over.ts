import { type HandOverRefusal, handedOverTo } from '#lib/domain/hand-over.ts';
import { done } from '#lib/domain/outcome.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { servingAgent } from '../db/agents.ts';
import { notify } from '../db/mail-out.ts';
import { isBlank, written } from '../db/messages.ts';
import { insertNote } from '../db/notes.ts';
import { policyNow } from '../db/policy.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

/** `colleague` is an account; `text`, kept as an internal note, is what they should know: empty when nothing is to be said. */
export type HandOver = OnTicket & { colleague: number; text: string };

/** A put-back that is kept for a colleague: the ticket is queued at its old number, and only Take next takes it (P4). */
export async function handOver(
	desk: Desk,
	viewer: StaffViewer,
	input: HandOver,
): Promise<TicketOutcome<undefined, HandOverRefusal>> {
	const text = written(input.text);
	const act = { name: 'hand-over', viewer, input };
	return onQueue<undefined, TicketRefusal | HandOverRefusal>(desk, act, async (step) => {
		const { tx, counter, standing, at } = step;
		const { number: ticket, product } = step.ticket;
		const allowed = inHandOf(standing, viewer.id);
		if (!allowed.ok) return allowed;
		const { reservationMinutes: minutes } = await policyNow(tx);
		const colleague = await servingAgent(tx, input.colleague);
		const reserved = handedOverTo(colleague, { by: viewer.id, product, minutes, at: counter.at });
		if (!reserved.ok) return reserved;

		const isNoted = !isBlank(text);
		if (isNoted) await insertNote(tx, { ticket, author: viewer.id, text, at });
		const reason = 'handed-over';
		await record(tx, counter, { type: 'queued', ticket, actor: viewer.id, reason, reserved: reserved.value });
		const data = isNoted ? { text: text.source } : {};
		await notify(tx, { kind: 'handed-over', to: input.colleague, ticket, at, data });
		return done();
	});
}
