import { expect, test } from 'vitest';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { cookiesOf, post, requestKeyIn } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const web = await startWeb(testing);
const path = `/setup/${await prepareSetupLink(testing.desk)}`;
const password = 'una frase lunga';
const rita = { name: 'Rita Neri', username: 'rita', email: 'rita@example.it', password, passwordAgain: password };

test('nobody without the link sees the page', async () => {
	expect((await web.fetch('/setup/x')).status).toBe(404);
	expect((await post(web, '/setup/x', { ...rita, requestKey: crypto.randomUUID() })).status).toBe(404);
});

test('what is wrong is said beside its field, and what was typed is still there', async () => {
	const requestKey = requestKeyIn(await (await web.fetch(path)).text());
	const wrong = {
		name: 'Rita Neri',
		username: 'rita@neri',
		email: '',
		password: 'corta',
		passwordAgain: 'lunga',
		requestKey,
	};
	const answer = await post(web, path, wrong);
	const page = await answer.text();
	expect(answer.status).toBe(400);
	expect(page).toContain('value="Rita Neri"');
	expect(page).toContain('id="email-error"');
	expect(page).toContain('id="password-error"');
	expect(page).not.toContain('corta');

	const differing = await post(web, path, { ...rita, passwordAgain: 'un’altra frase', requestKey });
	expect(await differing.text()).toContain('Le due password non sono uguali');
	const username = await post(web, path, { ...rita, username: 'rita@neri', requestKey });
	expect(await username.text()).toContain('id="username-error"');
});

test('the first administrator is made and signed in; the page is gone for good', async () => {
	const form = { ...rita, requestKey: requestKeyIn(await (await web.fetch(path)).text()) };
	const answer = await post(web, path, form);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin']);
	expect(cookiesOf(answer)).toMatch(/^sportello=/);

	const again = await post(web, path, form);
	expect([again.status, again.headers.get('location')]).toEqual([303, '/admin']);
	expect((await web.fetch(path)).status).toBe(404);
	expect((await post(web, path, { ...form, requestKey: crypto.randomUUID() })).status).toBe(404);
	expect(
		(await post(web, path, { ...form, password: 'guessed it!', passwordAgain: 'guessed it!' })).headers.get('location'),
	).toBe('/login');
});
