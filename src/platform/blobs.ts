import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { mediaTypeSniffer } from './media-type.ts';

/** A stored file: where its content is (its hash) and how large it is in bytes. */
export type StoredBlob = { sha256: Buffer; size: number; mediaType: string };

/** Files kept by the SHA-256 of their content. */
export type Blobs = {
	/**
	 * Streams a file in; refuses, and keeps nothing, past `maxBytes`. The media type is found from the content. Once it
	 * answers, the content survives any crash. On a refusal the rest of `content` is left unread, the stream open.
	 */
	put(content: Readable, maxBytes: number): Promise<StoredBlob | 'too-large'>;
	/** The content, or nothing when no such file is kept. */
	open(sha256: Buffer): Promise<Readable | undefined>;
	/**
	 * Removes what was last put before `olderThan` and nobody keeps, and what broken uploads left behind; says how many.
	 * The age protects a file that was put and whose message is not committed yet.
	 */
	sweep(olderThan: Temporal.Instant, isKept: (sha256: Buffer) => Promise<boolean>): Promise<number>;
};

/**
 * Files in a folder tree of our own: `ab/cd/<hash>`, written in `coming/` beside them, so in the same file system, and
 * renamed into place. Several processes may share the folder.
 */
export function localBlobs(folder: string): Blobs {
	const coming = join(folder, 'coming');
	const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
	return {
		async put(content, maxBytes) {
			await mkdir(coming, { recursive: true, mode: 0o700 });
			const path = join(coming, randomUUID());
			try {
				const written = await write(path, content, maxBytes);
				if (written !== 'too-large') await moveInto(placeOf(written.sha256.toString('hex')), path, folder);
				return written;
			} finally {
				await rm(path, { force: true });
			}
		},
		async open(sha256) {
			const file = await present(open(placeOf(sha256.toString('hex'))));
			return file?.createReadStream();
		},
		async sweep(olderThan, isKept) {
			const sweeping = { coming, olderThan: olderThan.epochMilliseconds, isKept };
			let removed = await sweepComing(sweeping, placeOf);
			for await (const hash of hashesIn(folder)) {
				if (await sweepOne(sweeping, placeOf(hash), hash)) removed += 1;
			}
			return removed;
		},
	};
}

async function write(path: string, content: Readable, maxBytes: number): Promise<StoredBlob | 'too-large'> {
	await using file = await open(path, 'wx', 0o600);
	const hash = createHash('sha256');
	const sniffer = mediaTypeSniffer();
	let size = 0;
	for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > maxBytes) return 'too-large';
		hash.update(chunk);
		sniffer.read(chunk);
		await writeWhole(file, chunk);
	}
	await file.sync();
	return { sha256: hash.digest(), size, mediaType: await sniffer.mediaType() };
}

/** A write may be cut short (a signal, a disk nearly full). */
async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
	for (let from = 0; from < chunk.length; ) from += (await file.write(chunk, from)).bytesWritten;
}

/** Puts a finished file in its place, or freshens the same content that is there already, and makes its name durable. */
async function moveInto(place: string, path: string, folder: string): Promise<void> {
	const shelf = dirname(place);
	await mkdir(shelf, { recursive: true, mode: 0o700 });
	const now = new Date();
	const isThere = await present(utimes(place, now, now).then(() => true));
	if (!isThere) await rename(path, place);
	for (const each of [shelf, dirname(shelf), folder, dirname(folder)]) await syncFolder(each);
}

async function syncFolder(folder: string): Promise<void> {
	await using handle = await open(folder);
	await handle.sync();
}

type Sweeping = { coming: string; olderThan: number; isKept: (sha256: Buffer) => Promise<boolean> };

/**
 * Between asking and removing, somebody may put the same content, which only freshens the file: so it is moved aside first,
 * looked at again, and brought back if it was freshened meanwhile. A put that finds it gone writes it anew.
 */
async function sweepOne({ coming, olderThan, isKept }: Sweeping, place: string, hash: string): Promise<boolean> {
	if (!(await isOlder(place, olderThan)) || (await isKept(Buffer.from(hash, 'hex')))) return false;
	const aside = join(coming, hash);
	await present(rename(place, aside));
	if (await isOlder(aside, olderThan)) {
		await rm(aside, { force: true });
		return true;
	}
	await present(rename(aside, place));
	return false;
}

/** What broken uploads left; a file a broken sweep had moved aside goes back to its place and is judged there. */
async function sweepComing({ coming, olderThan }: Sweeping, placeOf: (hash: string) => string): Promise<number> {
	let removed = 0;
	for (const name of (await present(readdir(coming))) ?? []) {
		const path = join(coming, name);
		if (isHash(name)) await present(rename(path, placeOf(name)));
		else if (await isOlder(path, olderThan)) {
			await rm(path, { force: true });
			removed += 1;
		}
	}
	return removed;
}

async function* hashesIn(folder: string): AsyncGenerator<string> {
	for (const first of await foldersIn(folder)) {
		for (const second of await foldersIn(join(folder, first))) {
			yield* (await readdir(join(folder, first, second))).filter(isHash);
		}
	}
}

async function foldersIn(folder: string): Promise<string[]> {
	return ((await present(readdir(folder))) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name));
}

function isHash(name: string): boolean {
	return /^[0-9a-f]{64}$/.test(name);
}

async function isOlder(path: string, than: number): Promise<boolean> {
	const found = await present(stat(path));
	return found !== undefined && found.mtimeMs < than;
}

/** What the file system answers; nothing when there is no such file. */
async function present<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}
