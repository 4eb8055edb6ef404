import type { Readable } from 'node:stream';
import Busboy, { type BusboyInstance } from '@fastify/busboy';
import type { Blobs, StoredBlob } from '#platform/blobs.ts';
import { cleanFileName } from './file-name.ts';

/** What was typed and chosen, by field name; a name sent several times (checkboxes) has a list. */
export type Fields = Record<string, string | string[]>;

/** A file that came with a form; its content is in `blobs` by now. */
export type Upload = StoredBlob & { name: string };

export type UploadRules = {
	blobs: Blobs;
	maxFileBytes: number;
	maxFiles: number;
	/** How much the sender has sent already. */
	takenIn?: { isFull(): boolean; took(bytes: number): void };
};

/** Why a form could not be read whole. */
export type FormRefusal =
	| { reason: 'file-too-large'; name: string; maxBytes: number }
	| { reason: 'too-many-files'; maxFiles: number }
	| { reason: 'too-much-sent' }
	| { reason: 'too-large-field'; field: string }
	| { reason: 'too-large-form' }
	| { reason: 'malformed' };

/** The request ended before its form did: the sender closed the page, or lost the connection. */
export class SenderGone extends Error {}

export type FormRead =
	| { ok: true; fields: Fields; uploads: Upload[] }
	/** Files that are nothing to do with the refusal are stored all the same, so that they need not be sent again. */
	| { ok: false; refusal: FormRefusal; fields: Fields; uploads: Upload[] };

/** Far above what any of our fields may hold (domain/limits.ts): only what a browser would never send is cut off. */
const limits = { fieldSize: 256 * 1024, fieldNameSize: 100, fields: 1000, parts: 1200, headerSize: 16 * 1024 };
const maxTextBytes = 1024 * 1024;
/** A form without files, all its boundaries and headers included. Anybody may send one, signed in or not. */
const maxPlainBytes = 2 * 1024 * 1024;

/**
 * Reads the form of a request as it streams in; files go straight into `blobs`. Without rules no file is taken, and what
 * is longer than any such form is not read further. Else a refused form is read to its end all the same, so that the
 * browser gets the answer and every field comes back; what goes into a page again passes through `typed`, which leaves
 * passwords out. Throws SenderGone, or when a file cannot be stored.
 */
export async function readForm(request: Request, uploads?: UploadRules): Promise<FormRead> {
	const reading = new Reading(uploads);
	const parser = parserOf(request, uploads);
	if (parser) reading.listenTo(parser);
	else reading.refuse({ reason: 'malformed' });
	try {
		const whole = await feed(request.body, (chunk) => reading.take(chunk, parser), uploads ? Infinity : maxPlainBytes);
		if (!whole) return reading.stop();
	} catch (interrupted) {
		await reading.abandon();
		throw interrupted;
	}
	return reading.end(parser);
}

function parserOf(request: Request, uploads: UploadRules | undefined): BusboyInstance | undefined {
	// One byte more than is allowed reaches `blobs.put`, which then knows the file to be too large; the rest is dropped.
	const fileSize = (uploads?.maxFileBytes ?? 0) + 1;
	try {
		const headers = { 'content-type': request.headers.get('content-type') ?? '' };
		return new Busboy({ headers, preservePath: true, limits: { ...limits, fileSize } });
	} catch {
		return undefined;
	}
}

/**
 * Reads to the end, whatever becomes of the chunks, or until there are too many: cancelling would cut the connection before
 * the answer. What is left unread is thrown away by SvelteKit once the answer is sent. Tells whether it came to the end.
 */
async function feed(
	body: Request['body'],
	take: (chunk: Uint8Array) => Promise<void>,
	maxBytes: number,
): Promise<boolean> {
	const reader = body?.getReader();
	let bytes = 0;
	for (;;) {
		const next = await reader?.read().catch((cause) => {
			throw new SenderGone('The form ended before its end.', { cause });
		});
		if (!next || next.done) return true;
		bytes += next.value.length;
		if (bytes > maxBytes) return false;
		await take(next.value);
	}
}

class Reading {
	readonly #uploads: UploadRules | undefined;
	readonly #fields = new Map<string, string | string[]>();
	readonly #stored: Upload[] = [];
	readonly #open = new Set<Readable>();
	readonly #parsed = Promise.withResolvers<void>();
	#storing = Promise.resolve();
	#files = 0;
	#textBytes = 0;
	#broken = false;
	#refusal: FormRefusal | undefined;
	#refusesFiles = false;

	constructor(uploads: UploadRules | undefined) {
		this.#uploads = uploads;
	}

	listenTo(parser: BusboyInstance): void {
		const broken = () => {
			this.#broken = true;
			this.refuse({ reason: 'malformed' });
			this.#parsed.resolve();
		};
		parser.on('field', (name, value, _, cut) => this.#field(name, value, cut));
		parser.on('file', (_field, content, name) => this.#file(content, name));
		parser.on('fieldsLimit', () => this.refuse({ reason: 'malformed' }));
		parser.on('partsLimit', () => this.refuse({ reason: 'malformed' }));
		parser.on('error', broken);
		parser.once('finish', () => this.#parsed.resolve());
	}

	/** The first reason stands. From then on no further file is taken, unless it was one that was too large; fields still are. */
	refuse(refusal: FormRefusal): void {
		this.#refusal ??= refusal;
		if (refusal.reason !== 'file-too-large') this.#refusesFiles = true;
	}

	async take(chunk: Uint8Array, parser: BusboyInstance | undefined): Promise<void> {
		if (!parser || this.#broken) return;
		const written = new Promise<void>((done) => parser.write(chunk, () => done()));
		await Promise.race([written, this.#parsed.promise]);
	}

	async end(parser: BusboyInstance | undefined): Promise<FormRead> {
		if (parser && !this.#broken) {
			parser.end();
			await this.#parsed.promise;
		}
		if (this.#broken) await this.abandon();
		else await this.#storing;
		return this.#outcome();
	}

	#outcome(): FormRead {
		const fields = Object.fromEntries(this.#fields);
		if (this.#refusal) return { ok: false, refusal: this.#refusal, fields, uploads: this.#stored };
		return { ok: true, fields, uploads: this.#stored };
	}

	/** What was read so far is all there will be. */
	stop(): FormRead {
		this.refuse({ reason: 'too-large-form' });
		return this.#outcome();
	}

	/** Ends what is half stored, so that nothing of it stays. */
	async abandon(): Promise<void> {
		for (const content of this.#open) content.destroy(new Error('The form ended in the middle of a file.'));
		await this.#storing.catch(() => undefined);
	}

	#field(name: string | undefined, value: string, cut: boolean): void {
		if (!name) return;
		this.#textBytes += value.length;
		if (cut || this.#textBytes > maxTextBytes) this.refuse({ reason: 'too-large-field', field: name });
		if (this.#textBytes > maxTextBytes) return;
		const before = this.#fields.get(name);
		const clean = cleanText(value);
		this.#fields.set(name, before === undefined ? clean : [before, clean].flat());
	}

	#file(content: Readable, sentName: string | undefined): void {
		// An error may come before `put` listens, and busboy only emits it: without destroying, the content would end as if whole.
		content.on('error', (error) => content.destroy(error));
		const maxFiles = this.#uploads?.maxFiles ?? 0;
		if (sentName && ++this.#files > maxFiles) this.refuse({ reason: 'too-many-files', maxFiles });
		// A file input left empty is sent as a file without a name.
		if (!sentName || this.#refusesFiles || !this.#uploads) return void content.resume();

		const { blobs, maxFileBytes } = this.#uploads;
		this.#open.add(content);
		this.#storing = this.#storing
			.then(() => this.#store(content, cleanFileName(sentName), blobs, maxFileBytes))
			.finally(() => this.#open.delete(content));
		this.#storing.catch(() => content.resume()); // seen again at the end; until then the rest must be able to pass
	}

	async #store(content: Readable, name: string, blobs: Blobs, maxBytes: number): Promise<void> {
		const { takenIn } = this.#uploads ?? {};
		if (takenIn?.isFull()) {
			this.refuse({ reason: 'too-much-sent' });
			return void content.resume();
		}
		const stored = await blobs.put(content, maxBytes);
		if (stored === 'too-large') this.refuse({ reason: 'file-too-large', name, maxBytes });
		else {
			takenIn?.took(stored.size);
			this.#stored.push({ ...stored, name });
		}
		content.resume();
	}
}

/** Line ends as the page counted them; NUL, which PostgreSQL does not keep, as HTML replaces it. */
function cleanText(value: string): string {
	return value.replaceAll('\r\n', '\n').replaceAll('\0', '\u{fffd}');
}
