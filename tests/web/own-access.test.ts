import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { cookiesOf, post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, marta } = await testHouse(desk);
const web = await startWeb(testing);
const chosen = 'una frase tutta nuova';
const twice = { password: chosen, passwordAgain: chosen };

beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	await desk.db.deleteFrom('sign_in_attempt').execute();
	const { password_hash } = await hashOf(marta.id);
	await desk.db.updateTable('account').set({ password_hash }).where('id', '=', paola.id).execute();
});

const hashOf = (id: number) =>
	desk.db.selectFrom('account').select('password_hash').where('id', '=', id).executeTakeFirstOrThrow();
const send = (fields: Record<string, string>, cookie: string) =>
	post(web, '/access?/password', { requestKey: randomUUID(), ...fields }, { cookie });
const isIn = async (cookie: string) =>
	(await web.fetch('/access', { redirect: 'manual', headers: { cookie, accept: 'text/html' } })).status === 200;

test('the page has the form for customers and staff alike, and an account leads there', async () => {
	for (const who of [paola, marta]) {
		const cookie = await signedIn(desk, who);
		const page = await (await web.fetch('/access', { headers: { cookie } })).text();
		expect(page).toMatch(/<input(?=[^>]*autocomplete="current-password")[^>]*name="proofPassword"/);
		expect(page).not.toContain('name="proofCode"');
		expect(wordsOf(page)).toContain('Password attuale');
	}
	const cookie = await signedIn(desk, paola);
	expect(await (await web.fetch('/account', { headers: { cookie } })).text()).toContain('href="/access"');
});

test('without scripts: changed with the present password, said once, and other browsers are signed out', async () => {
	const [here, elsewhere] = [await signedIn(desk, paola), await signedIn(desk, paola)];
	const answer = await send({ ...twice, proofPassword: PASSWORD }, here);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/access?done=password#done']);
	const now = cookiesOf(answer);
	expect([await isIn(now), await isIn(here), await isIn(elsewhere)]).toEqual([true, false, false]);
	const said = await (await web.fetch('/access?done=password', { headers: { cookie: now } })).text();
	expect(wordsOf(said)).toContain('La password è cambiata. Le altre sessioni sono terminate');
	const old = await post(web, '/login', { name: 'paola', password: PASSWORD });
	const fresh = await post(web, '/login', { name: 'paola', password: chosen });
	expect([old.status, fresh.status]).toEqual([400, 303]);
});

test.each([
	['a wrong present password', { ...twice, proofPassword: 'sbagliata-davvero' }, 409, 'proofPassword-error'],
	['none', twice, 400, 'proofPassword-error'],
	['two that differ', { password: chosen, passwordAgain: 'altro', proofPassword: PASSWORD }, 400, 'non sono uguali'],
	[
		'one that is too short',
		{ password: 'corta', passwordAgain: 'corta', proofPassword: PASSWORD },
		400,
		'password-error',
	],
	[
		'one that many choose',
		{ password: 'password123', passwordAgain: 'password123', proofPassword: PASSWORD },
		409,
		'password-error',
	],
])('%s is refused beside its field, and nothing that was typed comes back', async (_, fields, status, says) => {
	const before = await hashOf(paola.id);
	const answer = await send(fields, await signedIn(desk, paola));
	const page = await answer.text();
	expect([answer.status, await hashOf(paola.id)]).toEqual([status, before]);
	expect(page).toContain(says);
	for (const typed of Object.values(fields)) expect(page).not.toContain(`"${typed}"`);
	expect(page.match(/name="proofPassword"/g)).toHaveLength(1);
});

test('tries of the present password are counted', async () => {
	const cookie = await signedIn(desk, paola);
	for (let tries = 0; tries < 10; tries++) await send({ ...twice, proofPassword: 'sbagliata-davvero' }, cookie);
	const stopped = await send({ ...twice, proofPassword: PASSWORD }, cookie);
	expect(stopped.status).toBe(429);
	expect(wordsOf(await stopped.text())).toContain('Potrà riprovare tra');
});

test('where there is a second factor its code is asked too', async () => {
	const cookie = await signedIn(desk, marta);
	await post(web, '/access?/begin', { requestKey: randomUUID() }, { cookie });
	const phone = await authenticator(testing, marta.id);
	const there = cookiesOf(await post(web, '/access/set-up', { code: await phone.shows() }, { cookie }));
	expect(await (await web.fetch('/access', { headers: { cookie: there } })).text()).toContain('name="proofCode"');
	const without = await send({ ...twice, proofPassword: PASSWORD }, there);
	expect(without.status).toBe(409);
	const code = await phone.next();
	const answer = await send({ ...twice, proofPassword: PASSWORD, proofCode: code }, there);
	expect(answer.headers.get('location')).toBe('/access?done=password#done');
});
