import { beforeEach, expect, test } from 'vitest';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { post, requestKeyIn } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const customer = await giveCustomer(desk, 'Studio Bianchi');
const password = 'una frase tutta nuova';

let people = 0;
let name = '';
let anna = 0;
beforeEach(async () => {
	name = `anna-${people++}`;
	anna = await giveAccount(desk, { role: 'user', username: name, customer });
});

async function linkFor(typed: string): Promise<string> {
	const answer = await post(web, '/recover', { name: typed });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/recover?asked']);
	const mail = await desk.db
		.selectFrom('mail_out')
		.select('body')
		.where('account', '=', anna)
		.executeTakeFirstOrThrow();
	return withAddresses(mail.body, '', desk.secretKey).match(/^\/recover\/[\w-]{43}$/m)?.[0] ?? '';
}

test('a name that is known and one that is not get the same page', async () => {
	const answers = await Promise.all([name, 'nobody'].map((typed) => post(web, '/recover', { name: typed })));
	expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
		Array(2).fill([303, '/recover?asked']),
	);
	expect(await (await web.fetch('/recover?asked')).text()).toContain('Guardi la Sua posta');
});

test('from the mail to a new password; a mail scanner that looks before uses nothing up', async () => {
	const path = await linkFor(name);
	for (const method of ['HEAD', 'GET']) {
		const looked = await web.fetch(path, { method });
		expect(looked.status).toBe(200);
		expect(looked.headers.get('cache-control')).toBe('no-store');
		expect(looked.headers.get('referrer-policy')).toBe('same-origin');
	}
	const page = await (await web.fetch(path)).text();
	const form = { password, passwordAgain: password, requestKey: requestKeyIn(page) };
	expect(await (await post(web, path, form)).text()).toContain('La nuova password è salvata');
	expect((await post(web, '/login', { name, password })).headers.get('location')).toBe('/');
	expect(await (await web.fetch(path)).text()).toContain('è già stata scelta');
});

test('what a page says of itself elsewhere has no part in a link', async () => {
	const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'ftp', forwarded: 'host=evil.example' };
	await post(web, '/recover', { name }, headers);
	const mail = await desk.db.selectFrom('mail_out').selectAll().where('account', '=', anna).executeTakeFirstOrThrow();
	expect(JSON.stringify(mail)).not.toContain('evil');
	expect(mail.body).toMatch(/^\/recover\/\{link:[0-9a-f-]{36}\}$/m);
});
