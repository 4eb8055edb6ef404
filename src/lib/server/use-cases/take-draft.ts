import type { Transaction } from 'kysely';
import type { DraftRefusal } from '#lib/domain/drafts.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { deleteDraft, draftFiles } from '../db/drafts.ts';
import type { Upload } from '../db/messages.ts';
import type { DB } from '../db/types.ts';
import { changedDraft } from './save-draft.ts';

export type UntakenDraft = Extract<DraftRefusal, { reason: 'draft-gone' | 'draft-changed' }>;

/** A form that is sent names the draft whose files go with it, the version of it that was before the person's eyes, and which files were taken out. */
export type FromDraft = {
	draft?: number | undefined;
	draftVersion?: number | undefined;
	without?: readonly string[] | undefined;
};

/**
 * What waited beside a text goes with it, before what came with the form itself; the draft is gone with COMMIT. When it is
 * not there (any more), files would be missing without a word; when it has another text by now, that would be lost unseen:
 * then the act is refused.
 */
export async function takeDraft(
	tx: Transaction<DB>,
	viewer: Viewer,
	{ draft: id, draftVersion, without = [], files }: FromDraft & { files: Upload[] },
): Promise<Outcome<Upload[], UntakenDraft>> {
	if (id === undefined) return done(files);
	const draft = await lockDraftInSight(tx, viewer, id);
	if (!draft) return refused({ reason: 'draft-gone' });
	if (draftVersion !== undefined && draftVersion !== draft.version) return changedDraft(tx, viewer, id);
	const waiting = await draftFiles(tx, draft);
	await deleteDraft(tx, draft);
	return done([...waiting.filter((file) => !without.includes(file.id)).map(({ id: _, ...file }) => file), ...files]);
}
