import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, key } from '../support/house.ts';
import { png } from '../support/png.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const cookie = await signedIn(desk, await giveStaff(desk, 'elena', 'administrator'));
const path = '/admin/organisation';
const names = { name: 'Rilievi', postalAddress: '', supportAddress: '' };

function send(act: string, fields: Record<string, string>, file?: Blob) {
	const body = new FormData();
	for (const [name, value] of Object.entries({ ...key(), ...names, ...fields })) body.set(name, value);
	body.set('logoFile', file ?? new Blob([]), file ? 'logo.png' : '');
	return web.fetch(`${path}?/${act}`, { method: 'POST', body, headers: { cookie, accept: 'text/html' } });
}

const picture = png(320, 80);
const file = new Blob([new Uint8Array(picture)]);
const digestIn = (html: string) => /name="logo" value="([^"]*)"/.exec(html)?.[1] ?? '';
const imagesIn = (html: string) => [...html.matchAll(/<img [^>]*>/g)].map(([image]) => image);
let digest = '';

test('a logo that was chosen is shown to who chose it, and to nobody else', async () => {
	const html = await (await send('preview', { basedOn: '1', logo: '' }, file)).text();
	digest = digestIn(html);
	expect(digest).toMatch(/^[0-9a-f]{64}$/);
	expect(html).toContain(`src="data:image/png;base64,${picture.toString('base64')}"`);
	expect((await web.fetch(`/logo/${digest}`)).status).toBe(404);
	expect(imagesIn(await (await web.fetch('/login')).text())).toEqual([]);
});

test.each([
	['an SVG', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'lo esporti come PNG', 409],
	['a picture of too many pixels', new Blob([new Uint8Array(png(2001, 1))]), 'e 2000 pixel per lato', 409],
	['a file of too many bytes', new Blob([new Uint8Array(256 * 1024 + 1)]), '256 kB', 413],
])('%s is refused in words, and what was chosen before stays', async (_, wrong, words, status) => {
	const answer = await send('save', { basedOn: '1', logo: digest, name: 'Altro nome' }, wrong);
	expect(answer.status).toBe(status);
	const html = await answer.text();
	expect(wordsOf(html)).toContain(words);
	expect(html).toContain('value="Altro nome"');
	expect(digestIn(html)).toBe(digest);
});

test('once saved, it stands on every page in the place of the name', async () => {
	const saved = await send('save', { basedOn: '1', logo: digest });
	expect(saved.status).toBe(303);
	const asked = { headers: { cookie } };
	for (const page of [await web.fetch('/login'), await web.fetch('/desk', asked), await web.fetch('/admin', asked)]) {
		const [image] = imagesIn(await page.text());
		expect(image).toContain(`src="/logo/${digest}"`);
		expect(image).toMatch(/alt="Rilievi" width="320" height="80"/);
	}
});

test('whoever asks is given it, to keep, and nothing that a browser could take for a page', async () => {
	const answer = await web.fetch(`/logo/${digest}`);
	expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		'content-type': 'image/png',
		'cache-control': 'public, max-age=31536000, immutable',
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
	});
	expect((await web.fetch(`/logo/${'ab'.repeat(32)}`)).status).toBe(404);
});

test('what else is in store is at no such address', async () => {
	const html = await (await send('preview', { basedOn: '2', logo: digest }, new Blob(['Riservato']))).text();
	expect(digestIn(html)).toBe(digest);
	const stored = await desk.blobs.put(Readable.from([Buffer.from('Riservato')]), 100);
	const sha256 = stored === 'too-large' ? '' : stored.sha256.toString('hex');
	expect((await web.fetch(`/logo/${sha256}`)).status).toBe(404);
});

test('without it, the name stands there again', async () => {
	expect((await send('save', { basedOn: '2', logo: digest, withoutLogo: 'on' })).status).toBe(303);
	expect(imagesIn(await (await web.fetch('/login')).text())).toEqual([]);
	expect((await web.fetch(`/logo/${digest}`)).status).toBe(404);
});
