import { done, refused } from '#lib/domain/outcome.ts';
import { mostReplies, type SavedReply } from '#lib/domain/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { countReplies } from '../db/saved-replies.ts';
import type { Desk } from '../desk.ts';
import { acceptable, type SavedReplyOutcome, toldOf, writeReplies } from './write-saved-reply.ts';

/** `shared`: for everybody at the desk, which supervisors write; else for the viewer alone. */
export type CreateSavedReply = SavedReply & { shared: boolean; requestKey: string };

export function createSavedReply(
	desk: Desk,
	viewer: StaffViewer,
	input: CreateSavedReply,
): Promise<SavedReplyOutcome<{ reply: number }>> {
	return writeReplies(desk, viewer, 'create-saved-reply', input, async ({ tx, at }) => {
		const owner = input.shared ? null : viewer.id;
		const reply = await acceptable(tx, viewer, { ...input, owner });
		if (!reply.ok) return reply;
		const most = mostReplies({ owner });
		if ((await countReplies(tx, { owner })) >= most) return refused({ reason: 'too-many-replies', most });
		const { id } = await tx
			.insertInto('saved_reply')
			.values({ ...reply.value, owner, changed_at: at, changed_by: viewer.id })
			.returning('id')
			.executeTakeFirstOrThrow();
		const entry = { at, verb: 'saved-reply-created', by: viewer.id, about: { savedReply: id } } as const;
		if (input.shared) await record(tx, desk, { ...entry, details: await toldOf(tx, reply.value) });
		return done({ reply: id });
	});
}
