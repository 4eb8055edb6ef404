import { expect, test } from 'vitest';
import { giveAccount, giveCustomer, PASSWORD, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const origin = 'https://desk.example.it';
const web = await startWeb(testing, { environment: { ORIGIN: origin } });
const customer = await giveCustomer(desk, 'Studio Bianchi');
const anna = { id: await giveAccount(desk, { role: 'user', username: 'anna', customer }), role: 'user' } as const;
const ask = (path: string, cookie: string, init: RequestInit = {}) =>
	fetch(`http://127.0.0.1:${web.configuration.port}${path}`, {
		redirect: 'manual',
		...init,
		headers: { accept: 'text/html', origin, cookie },
	});
const signIn = (cookie: string) =>
	ask('/login', cookie, { method: 'POST', body: new URLSearchParams({ name: 'anna', password: PASSWORD }) });
const open = () => desk.db.selectFrom('session').select('id').execute();

test('over https the cookie is of this host alone; one from before lets nobody in, and ends with the next sign-in', async () => {
	const former = await signedIn(desk, anna);
	expect((await ask('/', former)).headers.get('location')).toMatch(/^\/login/);
	const done = await signIn(former);
	const set = done.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-sportello='));
	expect(set).toMatch(/Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
	expect(await open()).toHaveLength(1);
});

test('signing out takes both cookies away, and ends what either was of', async () => {
	const former = await signedIn(desk, anna);
	const [set = ''] = (await signIn('')).headers
		.getSetCookie()
		.filter((cookie) => cookie.startsWith('__Host-sportello='));
	const out = await ask('/logout', `${former}; ${set.split(';')[0]}`, { method: 'POST' });
	const gone = out.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
	expect(gone.sort()).toEqual(['__Host-sportello', 'sportello']);
	const left = await Promise.all([former, set.split(';')[0] ?? ''].map((cookie) => ask('/', cookie)));
	expect(left.map(({ status }) => status)).toEqual([303, 303]);
});
