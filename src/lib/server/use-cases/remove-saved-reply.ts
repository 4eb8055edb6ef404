import { done, refused } from '#lib/domain/outcome.ts';
import { mayWrite } from '#lib/domain/saved-replies.ts';
import { lockReplyInSight } from '../access/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type SavedReplyOutcome, toldOf, writeReplies } from './write-saved-reply.ts';

export type RemoveSavedReply = { reply: number; requestKey: string };

/** What was written with it stays as it is. */
export function removeSavedReply(desk: Desk, viewer: StaffViewer, input: RemoveSavedReply): Promise<SavedReplyOutcome> {
	return writeReplies(desk, viewer, 'remove-saved-reply', input, async ({ tx, at }) => {
		const stored = await lockReplyInSight(tx, viewer, input.reply);
		if (!stored) return refused({ reason: 'saved-reply-gone' });
		if (!mayWrite(viewer, stored)) return refused({ reason: 'supervisors-share' });
		const { id, owner, changedBy, version, ...reply } = stored;
		const entry = { at, verb: 'saved-reply-removed', by: viewer.id, about: { savedReply: id } } as const;
		if (owner === null) await record(tx, desk, { ...entry, details: await toldOf(tx, reply) });
		await tx.deleteFrom('saved_reply').where('id', '=', id).execute();
		return done();
	});
}
