import { randomUUID } from 'node:crypto';
import { type DraftFile, type DraftRefusal, takesFiles } from '#lib/domain/drafts.ts';
import { draftLimits } from '#lib/domain/limits.ts';
import { done, type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import { lockDraftInSight } from '../access/drafts.ts';
import type { Viewer } from '../access/viewer.ts';
import { asShown, bytesWaiting, draftFiles, fileMark, insertDraftFiles, lockDraftsOf, notAmong } from '../db/drafts.ts';
import type { Upload } from '../db/messages.ts';
import { once } from '../db/once.ts';
import type { Desk } from '../desk.ts';

/** `most` files a draft may have; their content is among the stored files by now. */
export type AddDraftFiles = { requestKey: string; draft: number; files: Upload[]; most: number };

/**
 * Files go beside a text that is not sent yet, all of them or none; they count as kept from then on. What is there already is
 * not there twice. Answers how each of them stands there, in their order.
 */
export async function addDraftFiles(
	desk: Desk,
	viewer: Viewer,
	{ requestKey, draft: id, files, most }: AddDraftFiles,
): Promise<Outcome<DraftFile[], DraftRefusal | RepeatedKey>> {
	const empty = files.find(({ size }) => size === 0);
	if (empty) return refused({ reason: 'empty-file', name: empty.name });
	const request = { account: viewer.id, act: 'add-draft-file', key: requestKey, content: { draft: id, files } };
	return once<DraftFile[], DraftRefusal>(desk, request, async (tx) => {
		await lockDraftsOf(tx, viewer.id);
		const draft = await lockDraftInSight(tx, viewer, id);
		if (!draft) return refused({ reason: 'draft-gone' });
		if (!takesFiles(draft.act)) return refused({ reason: 'no-files-here' });
		const waiting = await draftFiles(tx, draft);
		const fresh = notAmong(waiting, files);
		const before = waiting.length;
		if (before + fresh.length > most) return refused({ reason: 'too-many-files', maxFiles: most });
		const maxBytes = draftLimits.fileBytes;
		const bytes = fresh.reduce((sum, { size }) => sum + size, await bytesWaiting(tx, viewer.id));
		if (bytes > maxBytes) return refused({ reason: 'too-much-waits', maxBytes });
		const added = await insertDraftFiles(tx, draft, fresh, { at: await desk.clock.now(tx), before });
		const marks = [...waiting, ...fresh].map(fileMark);
		const shown = [...waiting.map(asShown), ...added];
		return done(files.flatMap((file) => shown[marks.indexOf(fileMark(file))] ?? []));
	});
}

/** As many of these files as there is room for, when nobody can be asked to choose fewer; answers whether all were kept. */
export async function addWhatFits(
	desk: Desk,
	viewer: Viewer,
	{ draft, files, most }: Omit<AddDraftFiles, 'requestKey'>,
): Promise<boolean> {
	let isWhole = true;
	for (const file of files) {
		const added = await addDraftFiles(desk, viewer, { requestKey: randomUUID(), draft, files: [file], most });
		isWhole &&= added.ok;
	}
	return isWhole;
}
