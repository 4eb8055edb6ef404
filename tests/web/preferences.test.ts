import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { cookiesOf, post } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola } = await testHouse(desk);
const web = await startWeb(testing);
const cookie = await signedIn(desk, paola);

const htmlOf = async (cookie: string) =>
	/<html[^>]*>/.exec(await (await web.fetch('/login', { headers: { cookie } })).text())?.[0];

test('a visitor chooses language and theme, and pages come in them', async () => {
	const language = await post(web, '/preferences', { language: 'en', back: '/login' });
	const theme = await post(web, '/preferences', { theme: 'dark', back: '/login' });
	expect([theme.status, theme.headers.get('location')]).toEqual([303, '/login']);
	expect(await htmlOf(`${cookiesOf(language)}; ${cookiesOf(theme)}`)).toBe('<html lang="en" data-theme="dark">');
});

test('who is signed in finds the choice again on every device', async () => {
	const account = desk.db.selectFrom('account').select(['language', 'theme']).where('id', '=', paola.id);
	await post(web, '/preferences', { language: 'en' }, { cookie });
	await post(web, '/preferences', { theme: 'light' }, { cookie });
	expect(await account.executeTakeFirst()).toEqual({ language: 'en', theme: 'light' });
	await post(web, '/preferences', { theme: 'system' }, { cookie });
	expect(await account.executeTakeFirst()).toEqual({ language: 'en', theme: null });
});

test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', ''])(
	'the way back never leads elsewhere: %j',
	async (back) => {
		expect((await post(web, '/preferences', { theme: 'dark', back })).headers.get('location')).toBe('/');
	},
);

test('what is not among the choices changes nothing', async () => {
	const answer = await post(web, '/preferences', { language: 'xx', theme: 'pink', back: '/login' });
	expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
});
