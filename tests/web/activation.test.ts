import { beforeEach, expect, test } from 'vitest';
import { issueActivation } from '#lib/server/auth/activation.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { cookiesOf, post, requestKeyIn } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const web = await startWeb(testing);
const customer = await giveCustomer(desk, 'Studio Bianchi');
const password = 'una frase lunga';

let people = 0;
let path = '';
beforeEach(async () => {
	const account = await giveAccount(desk, { role: 'user', username: `anna-${people++}`, customer, activated: false });
	const now = await clock.now(desk.db);
	const { token } = await desk.db.transaction().execute((tx) => issueActivation(tx, desk, account, now));
	path = `/activate/${token}`;
});

test('the link shows whom it is for, takes the password and lets them in', async () => {
	const page = await (await web.fetch(path)).text();
	expect(page).toContain(`Buongiorno Anna-${people - 1}.`);
	const form = { password, passwordAgain: password, requestKey: requestKeyIn(page) };
	const answer = await post(web, path, form);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
	expect((await web.fetch('/', { headers: { cookie: cookiesOf(answer) } })).status).toBe(200);
	expect((await post(web, path, form)).headers.get('location')).toBe('/');
});

test('a password too short, or typed differently, is said beside its field', async () => {
	const requestKey = requestKeyIn(await (await web.fetch(path)).text());
	const short = await post(web, path, { password: 'corta', passwordAgain: 'corta', requestKey });
	expect([short.status, await short.text()]).toEqual([400, expect.stringContaining('id="password-error"')]);
	const different = await post(web, path, { password, passwordAgain: 'un’altra frase', requestKey });
	expect(await different.text()).toContain('id="passwordAgain-error"');
});

test('a link that was used, has expired or never was says so and what to do', async () => {
	const expired = path;
	clock.advance({ hours: 7 * 24 });
	expect(await (await web.fetch(expired)).text()).toContain('valeva 7 giorni');
	expect(await (await web.fetch('/activate/x')).text()).toContain('ne chieda uno nuovo');
	const late = await post(web, expired, { password, passwordAgain: password, requestKey: crypto.randomUUID() });
	expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('valeva 7 giorni')]);
});

test('a used link says that the password is chosen', async () => {
	await post(web, path, { password, passwordAgain: password, requestKey: crypto.randomUUID() });
	expect(await (await web.fetch(path)).text()).toContain('è già stata scelta la password');
});
