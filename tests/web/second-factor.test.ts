import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { entranceOf } from '#lib/server/access/gate.ts';
import { secondFactorOf } from '#lib/server/auth/second-factor.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { cookiesOf, post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { paola, marta } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const web = await startWeb(testing);

beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	await desk.db.deleteFrom('second_factor').execute();
	await desk.db.deleteFrom('sign_in_attempt').execute();
	await desk.db.updateTable('sign_in_rule').set({ second_factor_for_staff: false }).execute();
	clock.advance({ minutes: 1 });
});

const get = (path: string, cookie = '') => web.fetch(path, { headers: { cookie, accept: 'text/html' } });
const key = () => ({ requestKey: randomUUID() });
const to = (answer: Response) => answer.headers.get('location');
const codesIn = (html: string) =>
	[...html.matchAll(/>([0-9a-z]{4}(?:-[0-9a-z]{4}){2})</g)].map(([, code]) => code ?? '');

async function setUp(who: { id: number; role: typeof paola.role | typeof marta.role }) {
	const cookie = await signedIn(desk, who);
	await post(web, '/access?/begin', key(), { cookie });
	const phone = await authenticator(testing, who.id);
	const answer = await post(web, '/access/set-up', { code: await phone.shows() }, { cookie });
	return { phone, codes: codesIn(await answer.text()), cookie: cookiesOf(answer) };
}
const password = (name: string, next = '') =>
	post(web, `/login${next && `?next=${encodeURIComponent(next)}`}`, { name, password: PASSWORD });

test('it is set up with a picture, a link and a key, without scripts; the codes are shown once', async () => {
	const cookie = await signedIn(desk, paola);
	const begun = await post(web, '/access?/begin', key(), { cookie });
	expect([begun.status, to(begun)]).toEqual([303, '/access/set-up']);
	const page = await (await get('/access/set-up', cookie)).text();
	expect(page).toMatch(/<svg[^>]*role="img" aria-label="Codice QR/);
	expect(page).toMatch(/href="otpauth:\/\/totp\/Sportello%20localhost:paola\?secret=[A-Z2-7]{32}&amp;issuer=/);
	expect(wordsOf(page)).toMatch(/questa chiave: ([A-Z2-7]{4} ){8}/);
	expect(await (await get('/access/set-up', cookie)).text()).toContain(/secret=[A-Z2-7]{32}/.exec(page)?.[0] ?? 'x');

	const phone = await authenticator(testing, paola.id);
	const wrong = await post(web, '/access/set-up', { code: await phone.doesNotShow() }, { cookie });
	expect(wordsOf(await wrong.text())).toContain('Il codice non corrisponde');
	const done = await post(web, '/access/set-up', { code: await phone.shows() }, { cookie });
	const shown = await done.text();
	expect(codesIn(shown)).toHaveLength(10);
	expect(
		decodeURIComponent(/href="data:text\/plain;charset=utf-8,([^"]+)" download=/.exec(shown)?.[1] ?? ''),
	).toContain(codesIn(shown).join('\r\n'));
	const now = cookiesOf(done);
	expect(wordsOf(await (await get('/access', now)).text())).toContain('Restano 10 codici di recupero');
	expect((await get('/access', cookie)).status).toBe(303);
	expect(codesIn(await (await get('/access/set-up', now)).text())).toEqual([]);
});

test('signing in takes the code, and leads to the page that was asked for', async () => {
	const { phone } = await setUp(paola);
	const first = await password('paola', '/tickets?page=2');
	expect([first.status, to(first)]).toEqual([303, '/login/code?next=%2Ftickets%3Fpage%3D2']);
	const step = cookiesOf(first);
	expect(step).toMatch(/^sportello-step=/);
	expect(first.headers.getSetCookie()[0]).toMatch(/Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/i);
	expect(wordsOf(await (await get('/login/code', step)).text())).toContain('Il codice del telefono');
	const wrong = await post(web, '/login/code', { code: await phone.doesNotShow() }, { cookie: step });
	expect([wrong.status, cookiesOf(wrong)]).toEqual([400, '']);
	const path = '/login/code?next=%2Ftickets%3Fpage%3D2';
	const done = await post(web, path, { code: await phone.next() }, { cookie: step });
	expect([done.status, to(done)]).toEqual([303, '/tickets?page=2']);
	expect((await get('/tickets', cookiesOf(done))).status).toBe(200);
	const elsewhere = await post(web, '/login/code?next=//elsewhere.example', { code: 'x' }, { cookie: step });
	expect(elsewhere.status).toBe(400);
});

test('a recovery code does as well, once', async () => {
	const { codes } = await setUp(paola);
	const step = cookiesOf(await password('paola'));
	expect(to(await post(web, '/login/code', { code: codes[3] ?? '' }, { cookie: step }))).toBe('/');
	const again = cookiesOf(await password('paola'));
	expect((await post(web, '/login/code', { code: codes[3] ?? '' }, { cookie: again })).status).toBe(400);
});

describe('who must set it up first', () => {
	test('is led there by the password, and is in once a code has come back', async () => {
		await desk.db.updateTable('sign_in_rule').set({ second_factor_for_staff: true }).execute();
		const first = await password('marta', '/desk/queue');
		expect(to(first)).toBe('/login/set-up?next=%2Fdesk%2Fqueue');
		const step = cookiesOf(first);
		expect(wordsOf(await (await get('/login/set-up', step)).text())).toContain('Per il personale il secondo fattore è');
		const phone = await authenticator(testing, marta.id);
		const done = await post(web, '/login/set-up?next=%2Fdesk%2Fqueue', { code: await phone.shows() }, { cookie: step });
		const page = await done.text();
		expect(codesIn(page)).toHaveLength(10);
		expect(page).toContain('href="/desk/queue"');
		expect((await get('/desk/queue', cookiesOf(done))).status).toBe(200);
		expect(to(await get('/login/set-up', step))).toBe('/login');
	});
});

describe('between password and code', async () => {
	const folder = join(import.meta.dirname, '../../src/routes');
	const files = globSync('**/+{page.svelte,page.server.ts,server.ts}', { cwd: folder });
	const routes = [...new Set(files.map((file) => join('/', dirname(file))))].filter(
		(route) => entranceOf(route) !== 'anyone' && route !== '/[...path]',
	);
	let step = '';
	beforeEach(async () => {
		await setUp(elena);
		step = cookiesOf(await password('elena')).replace(/^sportello-step=/, '');
	});

	test('no route of the house lets anybody in, whichever cookie the token is put into', async () => {
		expect(routes.length).toBeGreaterThan(30);
		for (const cookie of [`sportello-step=${step}`, `sportello=${step}`, `__Host-sportello=${step}`]) {
			for (const route of routes) {
				const path = join('/', route.replaceAll(/\/\([^)]+\)/g, '').replaceAll(/\[[^\]]+\]/g, '1'));
				for (const answer of [await get(path, cookie), await post(web, path, key(), { cookie })]) {
					expect([path, answer.status, to(answer)?.startsWith('/login')]).toEqual([path, 303, true]);
				}
			}
		}
	});

	test('the session’s own token is no step', async () => {
		const cookie = (await signedIn(desk, elena)).replace('sportello=', 'sportello-step=');
		const answer = await post(web, '/login/code', { code: '000000' }, { cookie });
		expect(wordsOf(await answer.text())).toContain('Entri di nuovo con nome e password');
	});
});

test('a lost telephone: an administrator removes it on the person’s page, and it is only offered where there is one', async () => {
	const { cookie: theirs } = await setUp(paola);
	const cookie = await signedIn(desk, elena);
	const page = await (await get(`/admin/accounts/${paola.id}`, cookie)).text();
	expect(wordsOf(page)).toContain('Togliere il secondo fattore');
	const done = await post(web, `/admin/accounts/${paola.id}?/second-factor`, key(), { cookie });
	expect(to(done)).toBe(`/admin/accounts/${paola.id}?done=second-factor-taken`);
	expect(await secondFactorOf(desk.db, paola.id)).toBeUndefined();
	expect(to(await get('/tickets', theirs))).toMatch(/^\/login/);
	const after = wordsOf(await (await get(`/admin/accounts/${paola.id}`, cookie)).text());
	expect(after).toContain('Il secondo fattore non è attivo');
	expect(after).not.toContain('Togliere il secondo fattore');
});

test('staff are asked for it by an administrator who has one; removing one’s own asks for password and code', async () => {
	const plain = await signedIn(desk, elena);
	const refused = await post(web, '/admin/staff?/require', key(), { cookie: plain });
	expect(wordsOf(await refused.text())).toContain('attivi prima il Suo secondo fattore');
	const { phone, cookie } = await setUp(elena);
	clock.advance({ minutes: 2 });
	const asked = await (await post(web, '/access?/remove', key(), { cookie })).text();
	expect(asked).toMatch(/name="proofPassword"[\s\S]*name="proofCode"/);
	const sent = { ...key(), proofPassword: PASSWORD, proofCode: await phone.doesNotShow() };
	const wrong = await (await post(web, '/access?/remove', sent, { cookie })).text();
	expect(wrong).toMatch(/id="proofCode-error"/);
	expect(wrong).not.toContain(sent.proofCode);
	expect(to(await post(web, '/admin/staff?/require', key(), { cookie }))).toBe(
		'/admin/staff?done=second-factor-required',
	);
	const kept = await post(web, '/access?/remove', { ...sent, proofCode: await phone.shows() }, { cookie });
	expect(wordsOf(await kept.text())).toContain('Il secondo fattore è obbligatorio per il personale');
});
