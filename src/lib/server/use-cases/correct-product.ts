import { done, refused } from '#lib/domain/outcome.ts';
import { inHandOf, type TicketRefusal } from '#lib/domain/ticket.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { isLicensed } from '../db/licences.ts';
import { record } from '../db/queue-log.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onQueue, type TicketOutcome } from './on-ticket.ts';

export type CorrectProduct = OnTicket & { product: number };

export type CorrectionRefusal = { reason: 'same-product' } | { reason: 'customer-not-licensed' };

/** The ticket is about another product, one its customer is licensed for. It stays in hand, whoever covers that one (P4). */
export async function correctProduct(
	desk: Desk,
	viewer: StaffViewer,
	input: CorrectProduct,
): Promise<TicketOutcome<undefined, CorrectionRefusal>> {
	const act = { name: 'correct-product', viewer, input };
	return onQueue<undefined, TicketRefusal | CorrectionRefusal>(desk, act, async ({ tx, ticket, counter, standing }) => {
		const allowed = inHandOf(standing, viewer.id);
		if (!allowed.ok) return allowed;
		const { product } = input;
		if (ticket.product === product) return refused({ reason: 'same-product' });
		if (!(await isLicensed(tx, ticket.customer, product))) return refused({ reason: 'customer-not-licensed' });

		const { number } = ticket;
		await tx.updateTable('ticket').set({ product }).where('number', '=', number).execute();
		await record(tx, counter, { type: 'corrected', ticket: number, actor: viewer.id, product });
		return done();
	});
}
