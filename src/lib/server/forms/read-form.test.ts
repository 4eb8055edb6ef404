import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Blobs } from '#platform/blobs.ts';
import { type FormRead, readForm, SenderGone, type UploadRules } from './read-form.ts';
import { TakenIn } from './taken-in.ts';

/** Keeps what is put, as the real one does towards its callers: stops reading past the limit and leaves the stream open. */
function memoryBlobs(): Blobs & { kept: string[] } {
	const kept: string[] = [];
	return {
		kept,
		async put(content, maxBytes) {
			const chunks: Buffer[] = [];
			let size = 0;
			for await (const chunk of content.iterator({ destroyOnReturn: false })) {
				size += chunk.length;
				if (size > maxBytes) return 'too-large';
				chunks.push(chunk);
			}
			kept.push(Buffer.concat(chunks).toString());
			return { sha256: Buffer.from(String(size)), size, mediaType: 'text/plain' };
		},
		open: async () => undefined,
		sweep: async () => 0,
	};
}

function rules(blobs = memoryBlobs()) {
	return { blobs, maxFileBytes: 100, maxFiles: 2 } satisfies UploadRules;
}

function post(body: BodyInit, headers: HeadersInit = {}): Request {
	return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

function form(...entries: [string, string | File][]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

function names(read: FormRead): string[] {
	return read.ok ? read.uploads.map(({ name }) => name) : [];
}

test('fields come as text, repeated ones as a list, line ends as the page counted them', async () => {
	const read = await readForm(
		post(form(['subject', 'Perché?'], ['item', 'a'], ['item', 'b'], ['text', 'one\r\ntwo\0'])),
	);
	expect(read).toEqual({
		ok: true,
		fields: { subject: 'Perché?', item: ['a', 'b'], text: 'one\ntwo\u{fffd}' },
		uploads: [],
	});
});

test('a plain form is read as one with files is', async () => {
	const body = new URLSearchParams({ subject: 'Perché + è & così?', empty: '' });
	expect(await readForm(post(body))).toEqual({
		ok: true,
		fields: { subject: 'Perché + è & così?', empty: '' },
		uploads: [],
	});
});

test('a form without a body has no fields', async () => {
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const read = await readForm(new Request('http://localhost/', { method: 'POST', headers }));
	expect(read).toEqual({ ok: true, fields: {}, uploads: [] });
});

test('files go into the store, in the order they were chosen, empty file inputs are passed over', async () => {
	const given = rules();
	const files: [string, File][] = [
		['files', new File(['first'], 'Città.txt')],
		['files', new File([], '')],
		['files', new File([], 'empty.txt')],
	];
	const read = await readForm(post(form(['subject', 'x'], ...files)), given);
	expect(names(read)).toEqual(['Città.txt', 'empty.txt']);
	expect(given.blobs.kept).toEqual(['first', '']);
});

test('a file that is too large is named, and every field comes back, and every other file, those after it too', async () => {
	const large = new File(['x'.repeat(500_000)], 'large.bin');
	const sent = form(['before', '1'], ['files', large], ['files', new File(['small'], 'small.txt')], ['after', '2']);
	expect(await readForm(post(sent), rules())).toMatchObject({
		ok: false,
		refusal: { reason: 'file-too-large', name: 'large.bin', maxBytes: 100 },
		fields: { before: '1', after: '2' },
		uploads: [{ name: 'small.txt' }],
	});
});

test('a file may be exactly as large as is allowed', async () => {
	const read = await readForm(post(form(['files', new File(['x'.repeat(100)], 'full.txt')])), rules());
	expect(names(read)).toEqual(['full.txt']);
});

test('more files than allowed are refused; those that are allowed are kept', async () => {
	const files = ['a', 'b', 'c'].map((name): [string, File] => ['files', new File([name], name)]);
	expect(await readForm(post(form(...files, ['after', '2'])), rules())).toMatchObject({
		ok: false,
		refusal: { reason: 'too-many-files', maxFiles: 2 },
		fields: { after: '2' },
		uploads: [{ name: 'a' }, { name: 'b' }],
	});
});

test('a form that expects no files takes none', async () => {
	const read = await readForm(post(form(['files', new File(['a'], 'a')])));
	expect(read).toMatchObject({ ok: false, refusal: { reason: 'too-many-files', maxFiles: 0 } });
});

test('a field far longer than any of ours is refused by name', async () => {
	const read = await readForm(post(form(['text', 'x'.repeat(300_000)])));
	expect(read).toMatchObject({ ok: false, refusal: { reason: 'too-large-field', field: 'text' } });
});

test('very many long fields together are refused', async () => {
	const read = await readForm(
		post(form(...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`f${n}`, 'x'.repeat(200_000)]))),
	);
	expect(read).toMatchObject({ ok: false, refusal: { reason: 'too-large-field', field: 'f6' } });
});

test.each(['text/plain', 'multipart/form-data', 'application/json'])('%s is not a form we read', async (type) => {
	const read = await readForm(post('a=b', { 'content-type': type }));
	expect(read).toEqual({ ok: false, refusal: { reason: 'malformed' }, uploads: [], fields: {} });
});

test('a form that breaks off in the middle of a file is malformed, though the connection ended in order', async () => {
	const whole = await readText(post(form(['subject', 'x'], ['files', new File(['a'.repeat(90)], 'a')])).body as never);
	const type = `multipart/form-data; boundary=${whole.slice(2, whole.indexOf('\r\n'))}`;
	const read = await readForm(post(whole.slice(0, -120), { 'content-type': type }), rules());
	expect(read).toEqual({ ok: false, refusal: { reason: 'malformed' }, uploads: [], fields: { subject: 'x' } });
});

test('when the sender goes away the file half stored is abandoned', async () => {
	const start = '--b\r\ncontent-disposition: form-data; name="f"; filename="a"\r\n\r\nhalf a file';
	let pulls = 0;
	const body = new ReadableStream({
		pull(controller) {
			if (pulls++ === 0) controller.enqueue(Buffer.from(start));
			else controller.error(new Error('gone'));
		},
	});
	const given = rules();
	const type = { 'content-type': 'multipart/form-data; boundary=b' };
	await expect(readForm(post(body, type), given)).rejects.toThrow(SenderGone);
	expect(given.blobs.kept).toEqual([]);
});

test('without files no more is read than such a form can hold, and what came before is given back', async () => {
	let pulls = 0;
	const body = new ReadableStream({
		pull(controller) {
			controller.enqueue(Buffer.from(pulls++ === 0 ? 'name=anna&endless=' : 'x'.repeat(65_536)));
		},
	});
	const read = await readForm(post(body, { 'content-type': 'application/x-www-form-urlencoded' }));
	expect(read).toMatchObject({ ok: false, fields: { name: 'anna' } });
	expect(pulls).toBeLessThan(40);
});

test('when a file cannot be stored the form is still read to its end, then the cause is thrown', async () => {
	const full = { ...memoryBlobs(), put: async () => Promise.reject(new Error('disk full')) };
	const request = post(form(['files', new File(['x'.repeat(500_000)], 'a')], ['files', new File(['b'], 'b')]));
	await expect(readForm(request, rules(full))).rejects.toThrow('disk full');
});

test('any bytes whatever, in any pieces, come to an answer', async () => {
	const scrap = fc.constantFrom(
		'--b',
		'--b--',
		'\r\n',
		'content-disposition: form-data; name="f"',
		'; filename="a"',
		'x'.repeat(70_000),
		'\r\n\r\n',
		'\0',
		'--',
	);
	const pieces = fc.array(fc.oneof(scrap, fc.string()), { maxLength: 25 });
	await fc.assert(
		fc.asyncProperty(pieces, async (sent) => {
			const body = Readable.toWeb(Readable.from(sent.map((piece) => Buffer.from(piece))));
			const type = { 'content-type': 'multipart/form-data; boundary=b' };
			const read = await readForm(post(body as BodyInit, type), rules());
			expect(read.fields).toBeDefined();
		}),
		{ numRuns: 400 },
	);
});

test('from whoever has sent too much already no further file is stored; what was typed comes back', async () => {
	const takenIn = new TakenIn(5).of(1);
	const blobs = memoryBlobs();
	const files: [string, File][] = ['uno', 'due', 'tre'].map((name) => ['file', new File([name], name)]);
	const read = await readForm(post(form(...files, ['text', 'Ecco.'])), { ...rules(blobs), maxFiles: 3, takenIn });
	expect(read).toMatchObject({ ok: false, refusal: { reason: 'too-much-sent' }, fields: { text: 'Ecco.' } });
	expect(blobs.kept).toEqual(['uno', 'due']);
});
