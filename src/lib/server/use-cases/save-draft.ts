import type { Transaction } from 'kysely';
import { type DraftFields, type DraftRefusal, fitsDraft, sameFields } from '#lib/domain/drafts.ts';
import { draftLimits } from '#lib/domain/limits.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import { type DraftInSight, draftInSight, lockDraftInSight, replyDraftInSight } from '../access/drafts.ts';
import { ticketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import { countDraftsToOpen, insertDraft, lockDraftsOf, rewriteDraft } from '../db/drafts.ts';
import { once, transact } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

export type SaveDraft = {
	/** Makes a first saving happen once; a later one is told by the version it is based on. */
	requestKey: string;
	/** Which one; without it, a new one. */
	draft: number | undefined;
	/** The version that was before the person's eyes. */
	base: number | undefined;
	/** The ticket that is replied to; without it, of a ticket to open. */
	ticket: number | undefined;
	fields: DraftFields;
};

/** `savedAt` is an ISO 8601 instant. */
export type SavedDraft = { draft: number; version: number; savedAt: string };
export type SavingRefusal = DraftRefusal | Extract<TicketRefusal, { reason: 'not-found' }> | RepeatedKey;

/**
 * Keeps what somebody has typed. What another window or device has saved since is never overwritten unseen: the refusal
 * carries it.
 */
export async function saveDraft(
	desk: Desk,
	viewer: Viewer,
	input: SaveDraft,
): Promise<Outcome<SavedDraft, SavingRefusal>> {
	const { draft: id, ticket, fields, requestKey } = input;
	if (!fitsDraft(fields)) return refused({ reason: 'draft-too-long', limit: draftLimits.text });
	if (id !== undefined) return saveOnTop(desk, viewer, id, input);
	let isFirst = false;
	// The text is no part of what is done once: sent again it may have grown.
	const request = { account: viewer.id, act: 'save-draft', key: requestKey, content: { ticket } };
	const begun = await once<SavedDraft, SavingRefusal>(desk, request, async (tx) => {
		isFirst = true;
		await lockDraftsOf(tx, viewer.id);
		return ticket === undefined ? beginToOpen(tx, desk, viewer, fields) : beginReply(tx, desk, viewer, ticket, input);
	});
	if (isFirst || !begun.ok) return begun;
	const { draft, version: base } = begun.value;
	return saveOnTop(desk, viewer, draft, { ...input, base });
}

function saveOnTop(desk: Desk, viewer: Viewer, id: number, input: SaveDraft) {
	return transact<SavedDraft, SavingRefusal>(desk.db, async (tx) => {
		const draft = await lockDraftInSight(tx, viewer, id);
		return draft ? rewrite(tx, desk, viewer, draft, input) : refused({ reason: 'draft-gone' });
	});
}

async function rewrite(tx: Transaction<DB>, desk: Desk, viewer: Viewer, draft: DraftInSight, input: SaveDraft) {
	const { id, version, savedAt } = draft;
	if (sameFields(draft.fields, input.fields)) return done({ draft: id, version, savedAt: savedAt.toString() });
	if (version !== input.base) return changedDraft(tx, viewer, id);
	const at = await desk.clock.now(tx);
	return done({ draft: id, version: await rewriteDraft(tx, draft, input.fields, at), savedAt: at.toString() });
}

async function beginToOpen(tx: Transaction<DB>, desk: Desk, viewer: Viewer, fields: DraftFields) {
	const most = draftLimits.toOpen;
	if ((await countDraftsToOpen(tx, viewer.id)) >= most) return refused({ reason: 'too-many-drafts', most });
	return begin(tx, desk, viewer, undefined, fields);
}

/** One reply is begun on a ticket: begun in another window too, it is the same draft. */
async function beginReply(tx: Transaction<DB>, desk: Desk, viewer: Viewer, number: number, input: SaveDraft) {
	const ticket = await ticketInSight(tx, viewer, number);
	if (!ticket) return refused({ reason: 'not-found' });
	const begun = await replyDraftInSight(tx, viewer, ticket.number);
	const draft = begun && (await lockDraftInSight(tx, viewer, begun.id));
	return draft ? rewrite(tx, desk, viewer, draft, input) : begin(tx, desk, viewer, ticket.number, input.fields);
}

async function begin(tx: Transaction<DB>, desk: Desk, viewer: Viewer, ticket: number | undefined, fields: DraftFields) {
	const at = await desk.clock.now(tx);
	const draft = await insertDraft(tx, { account: viewer.id, ticket, fields, at });
	return done({ draft, version: 1, savedAt: at.toString() });
}

/** The refusal that carries what is stored by now. */
export async function changedDraft(tx: Transaction<DB>, viewer: Viewer, id: number) {
	const stored = await draftInSight(tx, viewer, id);
	return stored ? refused({ reason: 'draft-changed', stored }) : refused({ reason: 'draft-gone' });
}
