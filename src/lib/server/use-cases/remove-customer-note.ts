import { type CustomerNoteRefusal, mayRemoveNote } from '#lib/domain/customers.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { type StaffViewer, supervises } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

export type RemoveCustomerNote = { requestKey: string; customer: number; note: number };

/** A note about a customer that holds no longer is gone for good; that it was there, whose it was and who removed it is kept. */
export async function removeCustomerNote(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey, ...content }: RemoveCustomerNote,
): Promise<Outcome<undefined, CustomerNoteRefusal | RepeatedKey>> {
	const request = { account: viewer.id, act: 'remove-customer-note', key: requestKey, content };
	return once<undefined, CustomerNoteRefusal>(desk, request, async (tx) => {
		const { customer, note: id } = content;
		const note = await tx
			.selectFrom('customer_note')
			.innerJoin('account', 'account.id', 'customer_note.author')
			.select(['customer_note.author', 'account.name', 'customer_note.created_at as writtenAt'])
			.where('customer_note.id', '=', id)
			.where('customer_note.customer', '=', customer)
			.forUpdate('customer_note')
			.executeTakeFirst();
		if (!note) return refused({ reason: 'note-gone' });
		const { author, name, writtenAt } = note;
		if (!mayRemoveNote(note, { id: viewer.id, supervises: supervises(viewer) })) {
			return refused({ reason: 'note-of-another', author: name });
		}
		await tx.deleteFrom('customer_note').where('id', '=', id).execute();
		const data = { note: id, author, writtenAt: writtenAt.toString() };
		const at = await desk.clock.now(tx);
		await recordEvent(tx, { at, type: 'customer-note-removed', actor: viewer.id, customer, data });
		return done();
	});
}
