import { lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { deleteDraftFiles } from '../db/drafts.ts';
import type { Desk } from '../desk.ts';

export type RemoveDraftFiles = { draft: number; files: readonly string[] };

/** Takes files out of a draft; one that is not there (any more) is out already. */
export async function removeDraftFiles({ db }: Desk, viewer: Viewer, input: RemoveDraftFiles): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const draft = await lockDraftInSight(tx, viewer, input.draft);
		if (draft) await deleteDraftFiles(tx, draft, input.files);
	});
}
