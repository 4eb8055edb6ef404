import { beforeEach, expect, test } from 'vitest';
import { giveAccount, giveCustomer, PASSWORD, signedIn } from '../support/accounts.ts';
import { cookiesOf, post } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const customer = await giveCustomer(desk, 'Studio Bianchi');
const anna = await giveAccount(desk, { role: 'user', username: 'anna', customer });
await giveAccount(desk, { role: 'agent', username: 'carlo' });
await giveAccount(desk, { role: 'user', username: 'not-yet', customer, activated: false });
const web = await startWeb(testing);

const signIn = (name: string, password = PASSWORD, path = '/login', headers = {}) =>
	post(web, path, { name, password }, headers);

beforeEach(async () => {
	await desk.db.deleteFrom('sign_in_attempt').execute();
});

test('a user comes to their tickets, an agent to the desk', async () => {
	const [user, agent] = [await signIn('anna'), await signIn('carlo@example.it')];
	expect([user.status, user.headers.get('location')]).toEqual([303, '/']);
	expect([agent.status, agent.headers.get('location')]).toEqual([303, '/desk']);
	expect((await web.fetch('/', { headers: { cookie: cookiesOf(user) } })).status).toBe(200);
});

test('the cookie is for this host and the server only', async () => {
	const [cookie] = (await signIn('anna')).headers.getSetCookie();
	expect(cookie).toMatch(/^sportello=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('who was on the way to a page comes to that page', async () => {
	const sent = await web.fetch('/tickets/41?from=list');
	expect([sent.status, sent.headers.get('location')]).toEqual([303, '/login?next=%2Ftickets%2F41%3Ffrom%3Dlist']);
	const page = await web.fetch(sent.headers.get('location') ?? '');
	expect(await page.text()).toContain('La pagina che ha chiesto');
	const answer = await signIn('anna', PASSWORD, sent.headers.get('location') ?? '');
	expect(answer.headers.get('location')).toBe('/tickets/41?from=list');
});

test('whose session ended by itself is told so, and comes back to the page', async () => {
	const [ended, never] = [{ cookie: 'sportello=x' }, {}];
	const [told, other] = await Promise.all(
		[ended, never].map(async (headers) => (await web.fetch('/login?next=%2Ftickets', { headers })).text()),
	);
	expect(told).toContain('Il Suo accesso è terminato. Entri di nuovo');
	expect(other).not.toContain('Il Suo accesso è terminato');
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/.//elsewhere.example'])(
	'a link with next=%s leads to the start page instead',
	async (next) => {
		const answer = await signIn('anna', PASSWORD, `/login?next=${encodeURIComponent(next)}`);
		expect(answer.headers.get('location')).toBe('/');
	},
);

test('unknown, wrong and not activated are one answer, with the name still there and the password not', async () => {
	const answers = await Promise.all([
		signIn('anna', 'not-the-password'),
		signIn('nobody', 'not-the-password'),
		signIn('not-yet', 'not-the-password'),
		post(web, '/login', {}),
	]);
	const pages = await Promise.all(answers.map((answer) => answer.text()));
	expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
	for (const page of pages) expect(page).toContain('Nome e password non corrispondono a credenziali attive.');
	expect(pages[0]).toContain('value="anna"');
	expect(pages[0]).not.toContain('not-the-password');
	for (const answer of answers) expect(answer.headers.getSetCookie()).toEqual([]);
});

test.each(['anna', 'nobody'])('after ten tries at %s the answer is to wait, with how long', async (name) => {
	for (let i = 0; i < 10; i++) await signIn(name, 'not-the-password');
	const answer = await signIn(name);
	expect(answer.status).toBe(429);
	expect(await answer.text()).toContain('Potrà riprovare tra 15 minuti.');
});

test('who is signed in already is taken on', async () => {
	const cookie = await signedIn(desk, { id: anna, role: 'user' });
	const answer = await web.fetch('/login', { headers: { cookie } });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
});

test('signing in anew gives a new token and ends the former session', async () => {
	const former = cookiesOf(await signIn('anna'));
	const latter = cookiesOf(await signIn('anna', PASSWORD, '/login', { cookie: former }));
	expect(latter).not.toBe(former);
	expect((await web.fetch('/', { headers: { cookie: former } })).status).toBe(303);
	expect((await web.fetch('/', { headers: { cookie: latter } })).status).toBe(200);
});

test('signing out ends the session and forgets the cookie', async () => {
	const cookie = cookiesOf(await signIn('anna'));
	const answer = await post(web, '/logout', {}, { cookie });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
	expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
	expect((await web.fetch('/', { headers: { cookie } })).headers.get('location')).toBe('/login?next=%2F');
	expect((await post(web, '/logout', {})).status).toBe(303);
});

test.each([
	['it-IT,it;q=0.9', '', 'lang="it" data-theme="system"', 'Accesso'],
	['en-GB,en;q=0.9', '', 'lang="en" data-theme="system"', 'Sign in'],
	['en-GB', 'language=it; theme=dark', 'lang="it" data-theme="dark"', 'Accesso'],
	['en-GB', 'language=%3Cscript%3E; theme=%3Cscript%3E', 'lang="en" data-theme="system"', 'Sign in'],
])('a browser that wants %s and brings "%s" reads %s', async (accepted, cookie, html, title) => {
	const page = await (await web.fetch('/login', { headers: { 'accept-language': accepted, cookie } })).text();
	expect(page).toContain(`<html ${html}>`);
	expect(page).toContain(`<h1>${title}</h1>`);
});

test('who is signed in reads in the language and the theme of their account, whatever the browser brings', async () => {
	await desk.db.updateTable('account').set({ language: 'en', theme: 'dark' }).where('id', '=', anna).execute();
	const session = await signedIn(desk, { id: anna, role: 'user' });
	const page = await web.fetch('/', { headers: { cookie: `${session}; language=it; theme=light` } });
	expect(await page.text()).toContain('<html lang="en" data-theme="dark">');
});
