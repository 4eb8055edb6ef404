import { lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { deleteDraft } from '../db/drafts.ts';
import type { Desk } from '../desk.ts';

/** Throws a draft away with its files; where there is none (any more) of this account's, nothing is left to do. */
export async function discardDraft({ db }: Desk, viewer: Viewer, id: number): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const draft = await lockDraftInSight(tx, viewer, id);
		if (draft) await deleteDraft(tx, draft);
	});
}
