import { done, refused } from '#lib/domain/outcome.ts';
import { mayWrite } from '#lib/domain/saved-replies.ts';
import { lockReplyInSight } from '../access/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import type { Desk } from '../desk.ts';
import { type SavedReplyOutcome, writeReplies } from './write-saved-reply.ts';

export type RemoveSavedReply = { reply: number; requestKey: string };

/** What was written with it stays as it is. */
export function removeSavedReply(desk: Desk, viewer: StaffViewer, input: RemoveSavedReply): Promise<SavedReplyOutcome> {
	return writeReplies(desk, viewer, 'remove-saved-reply', input, async ({ tx, at }) => {
		const stored = await lockReplyInSight(tx, viewer, input.reply);
		if (!stored) return refused({ reason: 'saved-reply-gone' });
		if (!mayWrite(viewer, stored)) return refused({ reason: 'supervisors-share' });
		const { id, owner, name, shortcut, language, product, text } = stored;
		await tx.deleteFrom('saved_reply').where('id', '=', id).execute();
		const data = { reply: id, name, shortcut, language, product, text };
		if (owner === null) await recordEvent(tx, { at, type: 'saved-reply-removed', actor: viewer.id, data });
		return done();
	});
}
