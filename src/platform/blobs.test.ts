import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Blobs, localBlobs } from './blobs.ts';

let folder: string;
let blobs: Blobs;

beforeEach(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'blobs-')), 'files');
	blobs = localBlobs(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const future = () => Temporal.Now.instant().add({ hours: 1 });
const put = (content: string | Buffer, maxBytes = 1000) => blobs.put(Readable.from([Buffer.from(content)]), maxBytes);
const hashOf = (content: string) => createHash('sha256').update(content).digest();

async function files(): Promise<string[]> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function contentOf(sha256: Buffer): Promise<string | undefined> {
	const content = await blobs.open(sha256);
	return content && (await buffer(content)).toString();
}

async function age(sha256: Buffer, seconds: number): Promise<void> {
	const hash = sha256.toString('hex');
	await utimes(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), seconds, seconds);
}

test('a file is kept by its hash and read again', async () => {
	expect(await put('ciao')).toEqual({ sha256: hashOf('ciao'), size: 4, mediaType: 'text/plain' });
	expect(await contentOf(hashOf('ciao'))).toBe('ciao');
	expect(await blobs.open(hashOf('other'))).toBeUndefined();
});

test('an empty file is a file', async () => {
	expect(await put('')).toMatchObject({ sha256: hashOf(''), size: 0 });
	expect(await contentOf(hashOf(''))).toBe('');
});

test('only we may read it', async () => {
	await put('ciao');
	const hash = hashOf('ciao').toString('hex');
	const shelf = join(folder, hash.slice(0, 2), hash.slice(2, 4));
	expect((await stat(join(shelf, hash))).mode & 0o777).toBe(0o600);
	for (const each of [shelf, join(shelf, '..'), folder, join(folder, 'coming')]) {
		expect((await stat(each)).mode & 0o777).toBe(0o700);
	}
});

test('the same content is kept once, and counts as put now', async () => {
	await put('ciao');
	await age(hashOf('ciao'), 1000);
	await Promise.all(['ciao', 'ciao', 'ciao'].map((content) => put(content)));
	expect(await files()).toEqual([hashOf('ciao').toString('hex')]);
	expect(await blobs.sweep(Temporal.Now.instant().subtract({ minutes: 1 }), async () => false)).toBe(0);
});

test('a file that is too large leaves nothing behind', async () => {
	expect(await put('x'.repeat(1001))).toBe('too-large');
	expect(await put('x'.repeat(1000))).toMatchObject({ size: 1000 });
	expect(await files()).toEqual([hashOf('x'.repeat(1000)).toString('hex')]);
});

test('content that breaks off leaves nothing behind', async () => {
	async function* broken() {
		yield Buffer.from('half');
		throw new Error('gone');
	}
	await expect(blobs.put(Readable.from(broken()), 1000)).rejects.toThrow('gone');
	expect(await files()).toEqual([]);
});

/** Another process that puts content, then is killed when it has said what `until` awaits. */
async function killedPut(content: string, until: string): Promise<void> {
	const script = `
		const { localBlobs } = await import(${JSON.stringify(join(import.meta.dirname, 'blobs.ts'))});
		const { Readable } = await import('node:stream');
		await localBlobs(process.env.FOLDER).put(Readable.from(${content}), 1000);
		console.log('kept');
		setInterval(() => {}, 1000);`;
	const env = { ...process.env, FOLDER: folder };
	const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { env });
	for await (const said of child.stdout) if (String(said).includes(until)) child.kill('SIGKILL');
}

test('killed in the middle of a file, what is kept is whole; the rest is swept later', async () => {
	await killedPut(
		`(async function* () { yield Buffer.from('half'); console.log('half'); await new Promise(() => {}); })()`,
		'half',
	);
	expect(await readdir(folder)).toEqual(['coming']);
	expect(await blobs.sweep(future(), async () => true)).toBe(1);
	expect(await files()).toEqual([]);
});

test('killed once it has answered, the file is there', async () => {
	await killedPut(`[Buffer.from('whole')]`, 'kept');
	expect(await contentOf(hashOf('whole'))).toBe('whole');
});

test('a sweep removes what is old and nobody keeps, and nothing else', async () => {
	for (const content of ['kept', 'orphan', 'fresh']) await put(content);
	for (const content of ['kept', 'orphan']) await age(hashOf(content), 1000);
	const isKept = async (sha256: Buffer) => sha256.equals(hashOf('kept'));
	expect(await blobs.sweep(Temporal.Now.instant().subtract({ minutes: 1 }), isKept)).toBe(1);
	expect(await contentOf(hashOf('orphan'))).toBeUndefined();
	expect(await contentOf(hashOf('kept'))).toBe('kept');
	expect(await contentOf(hashOf('fresh'))).toBe('fresh');
});

test('a file put again while the sweep is about to remove it stays', async () => {
	await put('ciao');
	await age(hashOf('ciao'), 1000);
	const isKept = async () => {
		await put('ciao');
		return false;
	};
	expect(await blobs.sweep(Temporal.Now.instant().subtract({ minutes: 1 }), isKept)).toBe(0);
	expect(await contentOf(hashOf('ciao'))).toBe('ciao');
});

test('what a broken sweep had moved aside comes back', async () => {
	await put('ciao');
	const hash = hashOf('ciao').toString('hex');
	await rm(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash));
	await writeFile(join(folder, 'coming', hash), 'ciao');
	await blobs.sweep(future(), async () => true);
	expect(await contentOf(hashOf('ciao'))).toBe('ciao');
});

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

test.each([
	['a picture', png, 'image/png'],
	['a picture in pieces', [...png].map((byte) => Buffer.from([byte])), 'image/png'],
	['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
	['a page, which is not shown as one', '<!doctype html><script>alert(1)</script>', 'text/plain'],
	['text in UTF-8', 'Perché no? 😀', 'text/plain'],
	['text cut between the bytes of a character', [Buffer.from([0x70, 0xc3]), Buffer.from([0xa9])], 'text/plain'],
	['text that ends in half a character', Buffer.from([0x70, 0xc3]), 'application/octet-stream'],
	['text in another encoding', Buffer.from('Perché', 'latin1'), 'application/octet-stream'],
	['text with a NUL', 'a\0b', 'application/octet-stream'],
	[
		'a broken archive',
		Buffer.from('504b03040a000000ffffffffffffffffffffffffffffffffffffffffff', 'hex'),
		'application/zip',
	],
])('the type is found from the content: %s', async (_, content, mediaType) => {
	const chunks = Array.isArray(content) ? content : [Buffer.from(content)];
	expect(await blobs.put(Readable.from(chunks), 1000)).toMatchObject({ mediaType });
});
