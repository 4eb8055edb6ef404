import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { application } from '#platform/application.ts';
import type { RequestHandler } from './$types';

/** The organisation's logo, which is on every page: its address names its content, so whoever has it need not ask again. */
export const GET: RequestHandler = async ({ params, locals: { desk } }) => {
	const { logo } = await application().live.organisation();
	const content = logo?.sha256 === params.digest ? await desk.blobs.open(Buffer.from(logo.sha256, 'hex')) : undefined;
	if (!(logo && content)) error(404);
	return new Response(Readable.toWeb(content) as ReadableStream, {
		headers: {
			'content-type': logo.mediaType,
			'content-security-policy': "sandbox; default-src 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
			'cache-control': 'public, max-age=31536000, immutable',
		},
	});
};
