import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';
import { inSight } from './tickets.ts';
import type { Viewer } from './viewer.ts';

/** A file the viewer may download: it hangs on a message of a ticket in their sight. */
export type AttachmentInSight = { name: string; mediaType: string; size: number; sha256: Buffer };

/** The attachment, or nothing: for one that does not exist and one that is not the viewer's alike. */
export async function attachmentInSight(
	db: Kysely<DB>,
	viewer: Viewer,
	id: string,
): Promise<AttachmentInSight | undefined> {
	return db
		.selectFrom('attachment')
		.innerJoin('message', 'message.id', 'attachment.message')
		.innerJoin('ticket', 'ticket.number', 'message.ticket')
		.select(['attachment.name', 'attachment.media_type as mediaType', 'attachment.size', 'attachment.sha256'])
		.where('attachment.id', '=', id)
		.where(inSight(viewer))
		.executeTakeFirst();
}
