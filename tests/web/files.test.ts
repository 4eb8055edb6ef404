import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '#lib/domain/roles.ts';
import { giveAccount, giveCustomer, giveLicence, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { db, blobs } = desk;
const opened: { destroyed: boolean }[] = [];
const open: typeof blobs.open = async (sha256) => {
	const content = await blobs.open(sha256);
	if (content) opened.push(content);
	return content;
};
const web = await startWeb({ ...testing, desk: { ...desk, blobs: { ...blobs, open } } });

const ferri = await giveCustomer(desk, 'Studio Ferri');
const sartori = await giveCustomer(desk, 'Impresa Sartori');
const product = await giveLicence(desk, ferri, 'Telaio');
const visitor = '';
const paola = await cookieOf('user', 'paola', ferri);
const landi = await cookieOf('user', 'landi', ferri);
const giorgio = await cookieOf('user', 'giorgio', sartori);
const marta = await cookieOf('agent', 'marta');

async function cookieOf(role: Role, username: string, customer?: number): Promise<string> {
	return signedIn(desk, { role, id: await giveAccount(desk, { role, username, customer }) });
}

const get = (path: string, cookie: string, init: RequestInit = {}) =>
	web.fetch(path, { ...init, headers: { cookie, accept: 'text/html', ...init.headers } });

type File = { name: string; content: Iterable<Uint8Array> };

/** Opens a ticket as Paola, the files streamed as they are made. */
async function send(files: File[], subject = 'Con i file'): Promise<Response> {
	const boundary = randomUUID();
	const part = (about: string) => `--${boundary}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`;
	const fields = { requestKey: randomUUID(), product, lane: 'technical', subject, description: `Testo di ${subject}` };
	function* body() {
		const encoder = new TextEncoder();
		for (const [name, value] of Object.entries(fields)) yield encoder.encode(`${part(`name="${name}"`)}${value}\r\n`);
		for (const { name, content } of files) {
			yield encoder.encode(part(`name="files"; filename="${name}"`));
			yield* content;
			yield encoder.encode('\r\n');
		}
		yield encoder.encode(`--${boundary}--\r\n`);
	}
	const headers = { cookie: paola, accept: 'text/html', 'content-type': `multipart/form-data; boundary=${boundary}` };
	// `duplex` is what a streamed body needs; the types of the DOM do not know it.
	const init = { method: 'POST', headers, body: Readable.toWeb(Readable.from(body())), duplex: 'half' };
	return web.fetch('/tickets/new', init as RequestInit);
}

const bytes = (content: string) => [new TextEncoder().encode(content)];

/** Where the named file of the newest ticket is downloaded. */
async function pathOf(name: string): Promise<string> {
	const { id } = await db
		.selectFrom('attachment')
		.select('id')
		.where('name', '=', name)
		.orderBy('message', 'desc')
		.executeTakeFirstOrThrow();
	return `/files/${id}/${encodeURIComponent(name)}`;
}

let path: string;

beforeAll(async () => {
	const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
	const answer = await send([
		{ name: 'relazione perché.txt', content: bytes('Il testo') },
		{ name: 'pagina.html', content: bytes('<!doctype html><script>alert(1)</script>') },
		{ name: 'disegno.svg', content: bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
		{ name: 'disegno.xml', content: bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') },
		{ name: 'foto.png', content: [png] },
		{ name: 'foto.html', content: [png] },
	]);
	expect(answer.headers.get('location')).toBe('/tickets/1?opened');
	path = await pathOf('relazione perché.txt');
});

test('whoever may see the ticket may have its files: the customer, a colleague, the desk', async () => {
	for (const cookie of [paola, landi, marta]) {
		const answer = await get(path, cookie);
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe('Il testo');
	}
});

test('a visitor is sent to sign in, whether the file exists or not', async () => {
	for (const asked of [path, `/files/${randomUUID()}/x.txt`]) {
		const answer = await get(asked, visitor);
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toBe(`/login?next=${encodeURIComponent(asked)}`);
	}
});

test('another customer gets the same 404 as for what does not exist', async () => {
	const [theirs, absent, noKey] = await Promise.all(
		[path, `/files/${randomUUID()}/x.txt`, '/files/1/x.txt'].map((asked) => get(asked, giorgio)),
	);
	const said = async (answer?: Response) =>
		(await answer?.text())?.replaceAll(/nonce-?[=\w"+/-]+|[\da-z]{4}-[\da-z]{4}|\/files\/[^"&]*|_app\/[^"]*/g, '');
	expect([theirs?.status, absent?.status, noKey?.status]).toEqual([404, 404, 404]);
	expect(theirs?.headers.get('content-length')).toBe(absent?.headers.get('content-length'));
	expect(await said(theirs)).toBe(await said(absent));
});

test('a colleague who sees only their own tickets gets a 404 too', async () => {
	const sight = (colleagues_see_tickets: boolean) =>
		db.updateTable('customer').set({ colleagues_see_tickets }).where('id', '=', ferri).execute();
	await sight(false);
	expect((await get(path, landi)).status).toBe(404);
	expect((await get(path, paola)).status).toBe(200);
	await sight(true);
});

test.each(['pagina.html', 'disegno.svg', 'disegno.xml', 'relazione perché.txt'])(
	'%s is only ever downloaded, and can do nothing',
	async (name) => {
		const { headers } = await get(await pathOf(name), marta);
		expect(headers.get('content-disposition')).toMatch(/^attachment; /);
		expect(headers.get('content-type')).not.toMatch(/html|svg/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
	},
);

test('a picture is shown, as what it is and not as what its name says', async () => {
	for (const name of ['foto.png', 'foto.html']) {
		const { headers } = await get(await pathOf(name), paola);
		expect(headers.get('content-type')).toBe('image/png');
		expect(headers.get('content-disposition')).toMatch(/^inline; /);
		expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
	}
});

test('the browser saves a file under its name, and asks each time whether it still may show it', async () => {
	const { headers } = await get(path, paola);
	expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''relazione%20perch%C3%A9.txt`);
	expect(headers.get('cache-control')).toBe('private, no-cache');
	const known = { 'if-none-match': headers.get('etag') ?? '' };
	expect((await get(path, paola, { headers: known })).status).toBe(304);
	expect((await get(path, giorgio, { headers: known })).status).toBe(404);
});

const MEGABYTE = 1024 * 1024;

/** Megabytes no two of which are alike, made as they are asked for. */
function* megabytes(count: number): Generator<Uint8Array> {
	for (let each = 0; each < count; each++) {
		for (let part = 0; part < 16; part++) yield new Uint8Array(MEGABYTE / 16).fill(each * 16 + part + 1);
	}
}

/** What buffers hold in this process beyond what they held at first, looked at whenever so many bytes have passed. */
function heldInMemory() {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const live = () => {
		collect();
		return process.memoryUsage().arrayBuffers;
	};
	const before = live();
	return {
		every: 5 * MEGABYTE,
		most: 0,
		samples: 0,
		sample() {
			// What was collected is let go a moment later: the less of two is what is really held.
			this.most = Math.max(this.most, Math.min(live(), live()) - before);
			this.samples += 1;
		},
	};
}

function* sampling(content: Iterable<Uint8Array>, held: ReturnType<typeof heldInMemory>): Generator<Uint8Array> {
	let bytes = 0;
	for (const chunk of content) {
		yield chunk;
		bytes += chunk.length;
		if (bytes % held.every === 0) held.sample();
	}
}

test('twenty-five megabytes come back byte by byte, and never stand in memory whole', async () => {
	const held = heldInMemory();
	const sent = createHash('sha256');
	for (const chunk of megabytes(25)) sent.update(chunk);
	const content = sampling(megabytes(25), held);
	expect((await send([{ name: 'grande.bin', content }])).status).toBe(303);
	const answer = await get(await pathOf('grande.bin'), marta);
	expect(answer.headers.get('content-length')).toBe(String(25 * MEGABYTE));
	const received = createHash('sha256');
	let next = held.every;
	let bytes = 0;
	for await (const chunk of answer.body ?? []) {
		received.update(chunk);
		bytes += chunk.length;
		if (bytes < next) continue;
		held.sample();
		next += held.every;
	}

	expect(received.digest('hex')).toBe(sent.digest('hex'));
	expect(held.samples).toBeGreaterThan(8);
	expect(held.most / MEGABYTE).toBeLessThan(8); // the sender's and the receiver's share included: they are this process too
});

test('who leaves in the middle of a download leaves no file open behind', async () => {
	const leaving = new AbortController();
	const answer = await get(await pathOf('grande.bin'), marta, { signal: leaving.signal });
	await answer.body?.getReader().read();
	expect(opened.at(-1)?.destroyed).toBe(false);
	leaving.abort();
	await expect.poll(() => opened.at(-1)?.destroyed).toBe(true);
});

test('a file of 26 megabytes is refused by name, and what was typed comes back', async () => {
	const answer = await send([{ name: 'troppo.bin', content: megabytes(26) }], 'Un file troppo grande');
	const html = await answer.text();
	expect(answer.status).toBe(413);
	expect(html).toContain('Il file «troppo.bin» supera il limite di 25 MB.');
	expect(html).toContain('Testo di Un file troppo grande');
});

test('eleven files are refused, and what was typed comes back', async () => {
	const files = Array.from({ length: 11 }, (_, nth) => ({ name: `${nth}.txt`, content: bytes(String(nth)) }));
	const answer = await send(files, 'Undici file');
	const html = await answer.text();
	expect(answer.status).toBe(400);
	expect(html).toContain('al massimo 10 file');
	expect(html).toContain('Testo di Undici file');
	expect(await db.selectFrom('ticket').select('subject').where('subject', '=', 'Undici file').execute()).toEqual([]);
});
