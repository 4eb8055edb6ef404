import type { CustomerNoteRefusal } from '#lib/domain/customers.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import { isBlank, written } from '../db/messages.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** `text` is Markdown. */
export type NoteCustomer = { requestKey: string; customer: number; text: string };

type Refusal = CustomerNoteRefusal | { reason: 'unknown-record' };

/** What the staff should know of a customer: open to all of them, read by no customer. Answers its key. */
export async function noteCustomer(
	desk: Desk,
	viewer: StaffViewer,
	{ requestKey, ...content }: NoteCustomer,
): Promise<Outcome<{ note: number }, Refusal | RepeatedKey>> {
	const text = written(content.text);
	if (isBlank(text)) return refused({ reason: 'empty-note' });
	const request = { account: viewer.id, act: 'note-customer', key: requestKey, content };
	return once<{ note: number }, Refusal>(desk, request, async (tx) => {
		const { customer } = content;
		const known = await tx.selectFrom('customer').select('id').where('id', '=', customer).executeTakeFirst();
		if (!known) return refused({ reason: 'unknown-record' });
		const at = await desk.clock.now(tx);
		const { id } = await tx
			.insertInto('customer_note')
			.values({ customer, author: viewer.id, ...text, created_at: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		await recordEvent(tx, { at, type: 'customer-noted', actor: viewer.id, customer, data: { note: id } });
		return done({ note: id });
	});
}
