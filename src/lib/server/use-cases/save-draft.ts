import type { Transaction } from 'kysely';
import {
	type DraftAct,
	type DraftFields,
	type DraftFile,
	type DraftRefusal,
	fitsDraft,
	markOf,
	sameFields,
} from '#lib/domain/drafts.ts';
import { draftLimits } from '#lib/domain/limits.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import { type DraftInSight, draftInSight, draftOnTicket, lockDraftInSight, mayDraft } from '../access/drafts.ts';
import { ticketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import { asShown, countDraftsToOpen, draftFiles, insertDraft, lockDraftsOf, rewriteDraft } from '../db/drafts.ts';
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
	/** Marks (`markOf`) of what the same window has sent before: whether it arrived, it may not have heard. */
	own?: readonly string[];
	/** The ticket it is written on; without it, of a ticket to open. */
	ticket: number | undefined;
	/** For which act on that ticket; users only reply. */
	act?: DraftAct;
	fields: DraftFields;
	/** Sent with a session that had ended: nobody is there to make room for it first. */
	late?: boolean;
};

/** `savedAt` is an ISO 8601 instant; `files` are those that wait beside it now, whichever window they came from. */
export type SavedDraft = { draft: number; version: number; savedAt: string; files: DraftFile[] };
export type SavingRefusal = DraftRefusal | Extract<TicketRefusal, { reason: 'not-found' }> | RepeatedKey;

/**
 * Keeps what somebody has typed. What another window or device has saved since is never overwritten unseen: the refusal
 * carries it. Of two savings of one window that meet on their way the later one stands, in whichever order they arrive: it
 * knows the mark of the earlier one, and not the other way round.
 */
export async function saveDraft(
	desk: Desk,
	viewer: Viewer,
	input: SaveDraft,
): Promise<Outcome<SavedDraft, SavingRefusal>> {
	const { draft: id, ticket, act = 'reply', fields, requestKey } = input;
	if (!fitsDraft(fields)) return refused({ reason: 'draft-too-long', limit: draftLimits.text });
	if (id !== undefined) return saveOnTop(desk, viewer, id, input);
	if (!mayDraft(viewer, { ticket, act })) return refused({ reason: 'not-found' });
	let isFirst = false;
	// The text is no part of what is done once: sent again it may have grown.
	const request = { account: viewer.id, act: 'save-draft', key: requestKey, content: { ticket, ...ofOld(act) } };
	const begun = await once<SavedDraft, SavingRefusal>(desk, request, async (tx) => {
		isFirst = true;
		await lockDraftsOf(tx, viewer.id);
		return ticket === undefined ? beginToOpen(tx, desk, viewer, input) : beginOnTicket(tx, desk, viewer, ticket, input);
	});
	if (isFirst || !begun.ok) return begun;
	// Not on top of what it began itself: that may be a later text by now, which came first.
	return saveOnTop(desk, viewer, begun.value.draft, { ...input, base: undefined });
}

function saveOnTop(desk: Desk, viewer: Viewer, id: number, input: SaveDraft) {
	return transact<SavedDraft, SavingRefusal>(desk.db, async (tx) => {
		const draft = await lockDraftInSight(tx, viewer, id);
		return draft ? rewrite(tx, desk, viewer, draft, input) : refused({ reason: 'draft-gone' });
	});
}

async function rewrite(tx: Transaction<DB>, desk: Desk, viewer: Viewer, draft: DraftInSight, input: SaveDraft) {
	const { id, version, savedAt } = draft;
	const files = (await draftFiles(tx, draft)).map(asShown);
	if (sameFields(draft.fields, input.fields)) return done({ draft: id, version, savedAt: savedAt.toString(), files });
	// Begun for files alone, by a form that the window knows nothing of.
	const isOnlyFiles = input.base === undefined && sameFields(draft.fields, {});
	if (version !== input.base && !isOnlyFiles && !input.own?.includes(markOf(draft.fields)))
		return changedDraft(tx, viewer, id);
	const at = await desk.clock.now(tx);
	return done({ draft: id, version: await rewriteDraft(tx, draft, input.fields, at), savedAt: at.toString(), files });
}

async function beginToOpen(tx: Transaction<DB>, desk: Desk, viewer: Viewer, { fields, late = false }: SaveDraft) {
	const most = draftLimits.toOpen + (late ? draftLimits.late : 0);
	if ((await countDraftsToOpen(tx, viewer.id)) >= most) return refused({ reason: 'too-many-drafts', most });
	return begin(tx, desk, viewer, { ticket: undefined, act: 'reply' }, fields);
}

/** A request sent again is told by its content, and by that of the version before. */
function ofOld(act: DraftAct) {
	if (act === 'reply') return {};
	return act === 'note' ? { isNote: true } : { act };
}

/** For each act one text is begun on a ticket: begun in another window too, it is the same draft. */
async function beginOnTicket(tx: Transaction<DB>, desk: Desk, viewer: Viewer, number: number, input: SaveDraft) {
	const ticket = await ticketInSight(tx, viewer, number);
	if (!ticket) return refused({ reason: 'not-found' });
	const about = { ticket: ticket.number, act: input.act ?? 'reply' };
	const begun = await draftOnTicket(tx, viewer, about);
	const draft = begun && (await lockDraftInSight(tx, viewer, begun.id));
	return draft ? rewrite(tx, desk, viewer, draft, input) : begin(tx, desk, viewer, about, input.fields);
}

async function begin(
	tx: Transaction<DB>,
	desk: Desk,
	viewer: Viewer,
	about: { ticket: number | undefined; act: DraftAct },
	fields: DraftFields,
) {
	const at = await desk.clock.now(tx);
	const draft = await insertDraft(tx, { account: viewer.id, ...about, fields, at });
	return done({ draft, version: 1, savedAt: at.toString(), files: [] });
}

/** The refusal that carries what is stored by now. */
export async function changedDraft(tx: Transaction<DB>, viewer: Viewer, id: number) {
	const stored = await draftInSight(tx, viewer, id);
	return stored ? refused({ reason: 'draft-changed', stored }) : refused({ reason: 'draft-gone' });
}
