import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { isPicture } from '#lib/domain/picture.ts';
import { type AttachmentInSight, attachmentInSight } from '#lib/server/access/attachments.ts';
import type { RequestHandler } from './$types';
import { contentDisposition } from './content-disposition.ts';

const uuid = z.uuid();

/**
 * A file of a message, for whoever may see its ticket; the name in the address is only for people. A browser keeps what it
 * got, but asks again each time, so that what was in sight yesterday is not shown by a cache today.
 */
export const GET: RequestHandler = async ({ params, locals: { desk, viewer }, request }) => {
	const { success, data: id } = uuid.safeParse(params.id);
	const file = viewer && success ? await attachmentInSight(desk.db, viewer, id) : undefined;
	if (!file) error(404);

	const headers = headersOf(file);
	const known = request.headers.get('if-none-match')?.replace(/^W\//, '');
	if (known === headers.etag) return new Response(null, { status: 304, headers });
	const content = await desk.blobs.open(file.sha256);
	if (!content) throw new Error(`The content of attachment ${id} is not among the stored files.`);
	return new Response(Readable.toWeb(content) as ReadableStream, {
		headers: { ...headers, 'content-length': String(file.size) },
	});
};

/** Whatever a customer sent can do nothing in a page of ours: it is saved, or shown as a picture, and never run. */
function headersOf({ name, mediaType, sha256 }: AttachmentInSight) {
	return {
		'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
		'content-disposition': contentDisposition(isPicture(mediaType) ? 'inline' : 'attachment', name),
		'content-security-policy': "sandbox; default-src 'none'",
		'cross-origin-resource-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-cache',
		etag: `"${sha256.toString('hex')}"`,
	};
}
