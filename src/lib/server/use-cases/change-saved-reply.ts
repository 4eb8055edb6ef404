import { done, refused } from '#lib/domain/outcome.ts';
import { mayWrite, type SavedReply } from '#lib/domain/saved-replies.ts';
import { lockReplyInSight } from '../access/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { changesBetween } from '../db/changes.ts';
import type { Desk } from '../desk.ts';
import { acceptable, type SavedReplyOutcome, toldOf, writeReplies } from './write-saved-reply.ts';

/** `version`: the one that was shown. Whose it is does not change. */
export type ChangeSavedReply = SavedReply & { reply: number; version: number; requestKey: string };

/** Refused where somebody has changed it since it was shown: nothing is overwritten unseen. */
export function changeSavedReply(desk: Desk, viewer: StaffViewer, input: ChangeSavedReply): Promise<SavedReplyOutcome> {
	return writeReplies(desk, viewer, 'change-saved-reply', input, async ({ tx, at }) => {
		const stored = await lockReplyInSight(tx, viewer, input.reply);
		if (!stored) return refused({ reason: 'saved-reply-gone' });
		const { id, owner, version, changedBy, ...before } = stored;
		if (!mayWrite(viewer, stored)) return refused({ reason: 'supervisors-share' });
		if (version !== input.version) return refused({ reason: 'reply-changed', by: changedBy });
		const reply = await acceptable(tx, viewer, { ...input, owner }, id);
		if (!reply.ok) return reply;
		const changes = changesBetween(before, reply.value);
		if (!changes) return done();
		const written = { version: version + 1, changed_at: at, changed_by: viewer.id };
		await tx
			.updateTable('saved_reply')
			.set({ ...reply.value, ...written })
			.where('id', '=', id)
			.execute();
		const entry = { at, verb: 'saved-reply-changed', by: viewer.id, about: { savedReply: id } } as const;
		const details = { from: await toldOf(tx, changes.from), to: await toldOf(tx, changes.to) };
		if (owner === null) await record(tx, desk, { ...entry, details });
		return done();
	});
}
