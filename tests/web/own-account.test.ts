import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { cookiesOf, post, requestKeyIn, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, andrea, chiara, marta } = await testHouse(desk);
const web = await startWeb(testing);

let cookie = '';
beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	cookie = await signedIn(desk, paola);
});

const get = (who = cookie, path = '/account') => web.fetch(path, { headers: { cookie: who, accept: 'text/html' } });
const html = async (who?: string, path?: string) => (await get(who, path)).text();
const send = (action: string, fields: Record<string, string> | [string, string][], who = cookie) => {
	const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
	return post(web, `/account?/${action}`, [['requestKey', randomUUID()], ...pairs], { cookie: who });
};
const sessionsIn = (page: string) => [...page.matchAll(/name="session" value="(\d+)"/g)].map(([, id]) => id ?? '');
const here = (answer: Response) => [answer.status, answer.headers.get('location')];

test('the page says what is known, whom to ask to change it, and which notices always come', async () => {
	const page = wordsOf(await html());
	for (const said of [
		...['Paola · Ferri e Landi', 'paola@example.it', 'Isoipsa', 'a chi Le ha dato le credenziali'],
		...['Sempre attive', 'Promemoria', 'Riguardano il Suo turno', 'Due ticket sono uniti', 'Non ce ne sono altre'],
	]) {
		expect(page).toContain(said);
	}
	expect(page).not.toMatch(/Andrea|Arcadia/);
	expect(wordsOf(await html(await signedIn(desk, chiara)))).toContain('Ognuno vede soltanto i ticket che ha aperto');
});

test('the name in the header leads there, for a user; staff keep theirs as it was', async () => {
	expect(await html(cookie, '/')).toMatch(/<a class="name[^>]* href="\/account"/);
	expect(await html(await signedIn(desk, marta), '/desk')).not.toContain('href="/account"');
	expect((await get(await signedIn(desk, marta))).status).toBe(404);
});

describe('the name', () => {
	test('is changed, said, and read everywhere from then on', async () => {
		const page = await html();
		const requestKey = requestKeyIn(page);
		const answer = await post(web, '/account?/name', { requestKey, name: 'Paola Ferri' }, { cookie });
		expect(here(answer)).toEqual([303, '/account?done=name#done']);
		expect(wordsOf(await html(cookie, '/account?done=name'))).toContain('Il Suo nome è «Paola Ferri»');
	});

	test.each(['  ', 'x'.repeat(textLimits.name + 1)])(
		'comes back as it was typed, with what is wrong: %j',
		async (name) => {
			const answer = await send('name', { name });
			expect(answer.status).toBe(400);
			const page = await answer.text();
			expect(page).toMatch(/id="name-error"/);
			expect(page).toContain(`value="${name}"`);
			expect(page).toMatch(/href="#name"/);
		},
	);
});

test('language and theme are the account’s, and the browser’s before signing in', async () => {
	const answer = await send('preferences', { language: 'en', theme: 'dark' });
	expect(here(answer)).toEqual([303, '/account?done=preferences#done']);
	expect(cookiesOf(answer)).toBe('language=en; theme=dark');
	const page = await html(cookie, '/account?done=preferences');
	expect(page).toMatch(/<html[^>]*lang="en" data-theme="dark"/);
	expect(page).toContain('Language and theme are saved.');
	const refused = await send('preferences', { language: 'xx', theme: 'dark' });
	expect([refused.status, (await refused.text()).includes('This value is not valid')]).toEqual([400, true]);
	await send('preferences', { language: 'it', theme: 'system' });
});

describe('notices', () => {
	const ticked = (page: string) =>
		[...page.matchAll(/<input[^>]*name="wanted"[^>]*>/g)].map(([input]) => /\bchecked/.test(input));

	test('are all wanted at first; those that are unticked stay so', async () => {
		expect(ticked(await html())).toEqual([true, true, true]);
		const answer = await send('notices', [['wanted', 'resolved']]);
		expect(here(answer)).toEqual([303, '/account?done=notices#done']);
		expect(ticked(await html())).toEqual([false, true, false]);
		await send('notices', []);
		expect(ticked(await html())).toEqual([false, false, false]);
	});

	test('about one’s turn are not among what can be chosen', async () => {
		expect((await send('notices', [['wanted', 'hold-placed']])).status).toBe(400);
		expect(await html()).not.toContain('value="hold-placed"');
	});
});

describe('sessions', () => {
	test('are named by browser and system; one is ended at once, and only it', async () => {
		const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1';
		const signIn = await post(web, '/login', { name: 'paola', password: PASSWORD }, { 'user-agent': agent });
		const there = cookiesOf(signIn);
		const page = await html();
		expect(wordsOf(page)).toMatch(/Browser non riconosciuto questa .*Safari su iPhone/);
		const [session = '', ...more] = sessionsIn(page);
		expect(more).toEqual([]);
		const answer = await send('session', { session });
		expect(here(answer)).toEqual([303, `/account?done=session&number=${session}#done`]);
		expect((await get(there)).headers.get('location')).toBe('/login?next=%2Faccount');
		expect(wordsOf(await html(cookie, `/account?done=session&number=${session}`))).toContain('La sessione è terminata');
	});

	test('of somebody else are as unknown as one that never was', async () => {
		const [theirs, foreign] = [await signedIn(desk, andrea), await signedIn(desk, chiara)];
		const rows = await desk.db.selectFrom('session').select('id').where('account', '<>', paola.id).execute();
		const answers = await Promise.all(
			[...rows.map(({ id }) => id), 999_999].map((id) => send('session', { session: String(id) })),
		);
		for (const answer of answers) {
			expect(answer.status).toBe(409);
			expect(wordsOf(await answer.text())).toContain('Questa sessione non c’è più');
		}
		for (const session of ['0', '-1', '1 or 1=1', '99999999999']) {
			expect((await send('session', { session })).status).toBe(400);
		}
		expect([(await get(theirs)).status, (await get(foreign)).status]).toEqual([200, 200]);
	});

	test('all others end together', async () => {
		const others = [await signedIn(desk, paola), await signedIn(desk, paola)];
		const theirs = await signedIn(desk, andrea);
		expect(sessionsIn(await html())).toHaveLength(2);
		expect(here(await send('others', {}))).toEqual([303, '/account?done=others#done']);
		expect(await Promise.all(others.map(async (other) => (await get(other)).status))).toEqual([303, 303]);
		expect([(await get()).status, (await get(theirs)).status]).toEqual([200, 200]);
	});

	test('what is open in them closes with them', async () => {
		const there = await signedIn(desk, paola);
		const open = await web.fetch('/live', { headers: { cookie: there } });
		expect(open.status).toBe(200);
		expect(here(await send('others', {}))).toEqual([303, '/account?done=others#done']);
		// The test ends when the stream does.
		await open.text();
	});

	test('an address claims nothing that is not so', async () => {
		await signedIn(desk, paola);
		const [session] = sessionsIn(await html());
		expect(await html(cookie, '/account?done=others')).not.toContain('Tutte le altre sessioni sono terminate');
		expect(await html(cookie, `/account?done=session&number=${session}`)).not.toContain('La sessione è terminata');
		expect(await html(cookie, '/account?done=session')).not.toContain('La sessione è terminata');
	});
});
