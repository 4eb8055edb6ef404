import { Readable } from 'node:stream';
import { type Logo, type LogoRefusal, logoLimits, logoOf } from '#lib/domain/logo.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Blobs } from '#platform/blobs.ts';
import { mediaTypeSniffer } from '#platform/media-type.ts';

export type LogoRead = { logo: Logo; bytes: Buffer };

/** A stored file as a logo, or why it cannot be one. `sha256` in hexadecimal figures, from a form. */
export async function readLogo(blobs: Blobs, sha256: string): Promise<Outcome<LogoRead, LogoRefusal>> {
	const content = await blobs.open(Buffer.from(sha256, 'hex'));
	if (!content) return refused({ reason: 'logo-gone' });
	const bytes = await atMost(content, logoLimits.bytes);
	if (!bytes) return refused({ reason: 'logo-too-large', ...logoLimits });
	const sniffer = mediaTypeSniffer();
	sniffer.read(bytes);
	const logo = logoOf(bytes, await sniffer.mediaType());
	return logo.ok ? done({ logo: { sha256, ...logo.value }, bytes }) : logo;
}

/** The same, to be kept from now on: put again, it is not swept while its organisation is being written. */
export async function takeLogo(blobs: Blobs, sha256: string): Promise<Outcome<Logo, LogoRefusal>> {
	const read = await readLogo(blobs, sha256);
	if (!read.ok) return read;
	await blobs.put(Readable.from([read.value.bytes]), logoLimits.bytes);
	return done(read.value.logo);
}

/** All of it, or nothing where it is more. */
async function atMost(content: Readable, most: number): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of content) {
		size += chunk.length;
		if (size > most) return undefined; // leaving the loop closes the file
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
