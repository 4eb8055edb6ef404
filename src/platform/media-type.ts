import { fileTypeFromBuffer } from 'file-type';

/** Signatures stand at the start of a file; office formats name themselves in the first entry of their archive. */
const headBytes = 64 * 1024;

export type MediaTypeSniffer = { read(chunk: Buffer): void; mediaType(): Promise<string> };

/** Finds the media type of content that streams past; what its sender calls it is not asked. */
export function mediaTypeSniffer(): MediaTypeSniffer {
	const head: Buffer[] = [];
	const text = new TextDecoder('utf-8', { fatal: true });
	let wanted = headBytes;
	let isText = true;
	return {
		read(chunk) {
			if (wanted > 0) head.push(Buffer.from(chunk.subarray(0, wanted)));
			wanted -= chunk.length;
			isText &&= !chunk.includes(0) && decodes(text, chunk, true);
		},
		async mediaType() {
			const known = await typeOf(Buffer.concat(head));
			return known ?? (isText && decodes(text, Buffer.alloc(0), false) ? 'text/plain' : 'application/octet-stream');
		},
	};
}

/** A file that is broken behind its signature is of no known type. */
async function typeOf(head: Buffer): Promise<string | undefined> {
	return fileTypeFromBuffer(head).then(
		(type) => type?.mime,
		() => undefined,
	);
}

function decodes(decoder: TextDecoder, chunk: Buffer, more: boolean): boolean {
	try {
		decoder.decode(chunk, { stream: more });
		return true;
	} catch {
		return false;
	}
}
