import type { Transaction } from 'kysely';
import { type DraftAct, type DraftRefusal, takesFiles } from '#lib/domain/drafts.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { type DraftInSight, lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { deleteDraft, draftFiles, notAmong } from '../db/drafts.ts';
import type { Upload } from '../db/messages.ts';
import type { DB } from '../db/types.ts';
import { changedDraft } from './save-draft.ts';

export type UntakenDraft = Extract<
	DraftRefusal,
	{ reason: 'draft-gone' | 'draft-changed' | 'draft-files-changed' | 'too-many-files' | 'no-files-here' }
>;

/**
 * A form that is sent names the draft whose files go with it, the version of it and the files that were before the person's
 * eyes, and which of these were taken out. `most` files a message may have.
 */
export type FromDraft = {
	draft?: number | undefined;
	draftVersion?: number | undefined;
	seenFiles?: readonly string[] | undefined;
	without?: readonly string[] | undefined;
	most?: number | undefined;
};

/** What an act carries out of a form; `of` is where the draft must have been written: no text or file goes anywhere else. */
type Taking = FromDraft & { files: Upload[]; of: WrittenOn };

/** On a ticket, for an act; or, for a ticket to open, on none or as a reply on one that it goes on from. */
type WrittenOn = { ticket: number; act: DraftAct } | { goesOnFrom: readonly number[] };

/**
 * What waited beside a text goes with it, before what came with the form itself; the draft is gone with COMMIT. When it is
 * not there (any more), files would be missing without a word; when it has another text by now, that would be lost unseen;
 * when it has other files by now, something would be sent that the person did not see: then the act is refused.
 */
export async function takeDraft(
	tx: Transaction<DB>,
	viewer: Viewer,
	{ draft: id, draftVersion, seenFiles, without = [], files, most = Infinity, of }: Taking,
): Promise<Outcome<Upload[], UntakenDraft>> {
	const isText = 'act' in of && !takesFiles(of.act);
	if (isText && files.length > 0) return refused({ reason: 'no-files-here' });
	if (id === undefined) return done(files);
	const draft = await lockDraftOf(tx, viewer, id, of);
	if (!draft) return refused({ reason: 'draft-gone' });
	if (draftVersion !== undefined && draftVersion !== draft.version) return changedDraft(tx, viewer, id);
	const waiting = await draftFiles(tx, draft);
	const changed = seenFiles && filesChanged(waiting, seenFiles, without);
	if (changed) return refused(changed);
	const going = waiting.filter((file) => !without.includes(file.id)).map(({ id: _, ...file }) => file);
	const all = [...going, ...notAmong(going, files)];
	if (all.length > most) return refused({ reason: 'too-many-files', maxFiles: most });
	await deleteDraft(tx, draft);
	return done(all);
}

async function lockDraftOf(tx: Transaction<DB>, viewer: Viewer, id: number, of: Taking['of']) {
	const draft = await lockDraftInSight(tx, viewer, id);
	return draft && isWrittenOn(draft, of) ? draft : undefined;
}

function isWrittenOn({ ticket, act }: DraftInSight, of: WrittenOn): boolean {
	if ('act' in of) return ticket === of.ticket && act === of.act;
	return ticket === null || of.goesOnFrom.includes(ticket);
}

/** What was taken out is not missed, wherever that was done. */
function filesChanged(
	waiting: readonly { id: string; name: string }[],
	seen: readonly string[],
	without: readonly string[],
): UntakenDraft | undefined {
	const known = [...seen, ...without];
	const added = waiting.filter(({ id }) => !known.includes(id)).map(({ name }) => name);
	const gone = seen.filter((id) => !without.includes(id) && waiting.every((file) => file.id !== id)).length;
	return added.length + gone > 0 ? { reason: 'draft-files-changed', added, gone } : undefined;
}
