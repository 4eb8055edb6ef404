import { Readable } from 'node:stream';
import { isPicture } from '#lib/domain/picture.ts';
import type { AttachmentInSight } from '#lib/server/access/attachments.ts';
import type { Desk } from '#lib/server/desk.ts';
import { contentDisposition } from './files/[id]/[name]/content-disposition.ts';

/**
 * A stored file as an answer. A browser keeps what it got, but asks again each time, so that what was in sight yesterday is
 * not shown by a cache today.
 */
export async function answerFile({ blobs }: Desk, file: AttachmentInSight, request: Request): Promise<Response> {
	const headers = headersOf(file);
	const known = request.headers.get('if-none-match')?.replace(/^W\//, '');
	if (known === headers.etag) return new Response(null, { status: 304, headers });
	const content = await blobs.open(file.sha256);
	if (!content) throw new Error(`The content ${file.sha256.toString('hex')} is not among the stored files.`);
	return new Response(Readable.toWeb(content) as ReadableStream, {
		headers: { ...headers, 'content-length': String(file.size) },
	});
}

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
