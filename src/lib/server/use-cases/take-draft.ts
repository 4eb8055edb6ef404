import type { Transaction } from 'kysely';
import type { DraftRefusal } from '#lib/domain/drafts.ts';
import { lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { deleteDraft, draftFiles } from '../db/drafts.ts';
import type { Upload } from '../db/messages.ts';
import type { DB } from '../db/types.ts';

export type DraftGone = Extract<DraftRefusal, { reason: 'draft-gone' }>;

/** A form that is sent names the draft whose files go with it, and which of these were taken out. */
export type FromDraft = { draft?: number | undefined; without?: readonly string[] | undefined };

/**
 * What waited beside a text goes with it, before what came with the form itself; the draft is gone with COMMIT. Nothing when
 * the draft is not there (any more): then the act is refused, or files would be missing without a word.
 */
export async function takeDraft(
	tx: Transaction<DB>,
	viewer: Viewer,
	{ draft: id, without = [], files }: FromDraft & { files: Upload[] },
): Promise<Upload[] | undefined> {
	if (id === undefined) return files;
	const draft = await lockDraftInSight(tx, viewer, id);
	if (!draft) return undefined;
	const waiting = await draftFiles(tx, draft);
	await deleteDraft(tx, draft);
	return [...waiting.filter((file) => !without.includes(file.id)).map(({ id: _, ...file }) => file), ...files];
}
