import type { Transaction } from 'kysely';
import type { AuditFields } from '#lib/domain/audit-verbs.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { mayWrite, type SavedReply, type SavedReplyRefusal, savedReplyOf } from '#lib/domain/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { once } from '../db/once.ts';
import { productNames, productsExist } from '../db/products.ts';
import { lockReplies, shortcutTaken } from '../db/saved-replies.ts';
import type { DB, JsonValue } from '../db/types.ts';
import type { Desk } from '../desk.ts';

export type SavedReplyOutcome<Value = undefined> = Outcome<Value, SavedReplyRefusal | RepeatedKey>;

type Step = { tx: Transaction<DB>; at: Temporal.Instant };

/** An act on saved replies: once a request key, and one at a time. */
export function writeReplies<Value extends JsonValue | undefined>(
	desk: Desk,
	viewer: StaffViewer,
	act: string,
	{ requestKey: key, ...content }: { requestKey: string },
	write: (step: Step) => Promise<Outcome<Value, SavedReplyRefusal>>,
): Promise<SavedReplyOutcome<Value>> {
	return once<Value, SavedReplyRefusal>(desk, { account: viewer.id, act, key, content }, async (tx) => {
		await lockReplies(tx);
		return write({ tx, at: await desk.clock.now(tx) });
	});
}

/** As the audit log tells it: the product by its name. */
export async function toldOf(tx: Transaction<DB>, { product, ...reply }: Partial<SavedReply>): Promise<AuditFields> {
	if (product === undefined) return reply;
	const [name = null] = product === null ? [] : await productNames(tx, [product]);
	return { ...reply, product: name };
}

/** The text as it may be kept for its owner, or why not; `except`: the one it takes the place of. */
export async function acceptable(
	tx: Transaction<DB>,
	viewer: StaffViewer,
	typed: SavedReply & { owner: number | null },
	except?: number,
): Promise<Outcome<SavedReply, SavedReplyRefusal>> {
	if (!mayWrite(viewer, typed)) return refused({ reason: 'supervisors-share' });
	const { name, shortcut, language, product, text, owner } = typed;
	const reply = savedReplyOf({ name, shortcut, language, product, text });
	if (!reply.ok) return reply;
	if (product !== null && !(await productsExist(tx, new Set([product]))))
		return refused({ reason: 'reply-product-gone' });
	const taken = await shortcutTaken(tx, { ...reply.value, owner }, except);
	if (!taken) return done(reply.value);
	// What a colleague calls a text of their own is theirs to tell.
	const isSeen = taken.owner === null || taken.owner === viewer.id;
	return refused({ reason: 'shortcut-taken', by: isSeen ? taken.name : undefined });
}
