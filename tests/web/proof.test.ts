import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { proofMinutes } from '#lib/domain/credentials.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { cookiesOf, post, requestKeyIn, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { paola } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const web = await startWeb(testing);

let cookie = '';
beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	cookie = await signedIn(desk, elena);
	clock.advance({ minutes: proofMinutes });
});

const page = async (path: string) => (await web.fetch(path, { headers: { cookie, accept: 'text/html' } })).text();
const gino = { name: 'Gino Neri', username: 'gino', email: 'gino@example.it', language: 'it', role: 'agent' };
const send = (fields: Record<string, string>) => post(web, '/admin/staff/new', fields, { cookie });
const isMade = async () =>
	(await desk.db.selectFrom('account').select('id').where('username', '=', 'gino').execute()).length === 1;

test('a form comes back filled in, asks for the password in itself, and sent again is carried out', async () => {
	const requestKey = requestKeyIn(await page('/admin/staff/new'));
	const asked = await send({ ...gino, requestKey });
	expect(asked.status).toBe(409);
	const html = await asked.text();
	expect(wordsOf(html)).toContain('Per essere certi che sia Lei chiediamo di nuovo la password');
	expect(html).toMatch(
		/<input(?=[^>]*type="password")(?=[^>]*name="proofPassword")(?=[^>]*autocomplete="current-password")/,
	);
	for (const typed of ['Gino Neri', 'gino@example.it', requestKey]) expect(html).toContain(`value="${typed}"`);

	const wrong = await send({ ...gino, requestKey, proofPassword: 'sbagliata' });
	const again = await wrong.text();
	expect(again).toMatch(/id="proofPassword-error"/);
	expect(again).not.toContain('sbagliata');
	expect(again).toContain('value="Gino Neri"');
	expect([wrong.status, await isMade()]).toEqual([409, false]);

	const done = await send({ ...gino, requestKey, proofPassword: PASSWORD });
	expect([done.status, await isMade()]).toEqual([200, true]);
	expect(cookiesOf(done)).toMatch(/^sportello=/);
	const former = cookie;
	cookie = cookiesOf(done);
	expect(await page('/admin/staff')).toContain('Gino Neri');
	cookie = former;
	expect((await web.fetch('/admin/staff', { headers: { cookie } })).headers.get('location')).toMatch(/^\/login/);
});

test('what is wrong with the form is said before anybody is asked who they are', async () => {
	const answer = await send({ ...gino, name: '', requestKey: crypto.randomUUID() });
	expect(answer.status).toBe(400);
	expect(await answer.text()).not.toContain('proofPassword');
});

test('who signs out their other sessions keeps the one that was just confirmed', async () => {
	cookie = await signedIn(desk, paola);
	clock.advance({ minutes: proofMinutes });
	await signedIn(desk, paola);
	const requestKey = requestKeyIn(await page('/account'));
	const asked = await (await post(web, '/account?/others', { requestKey }, { cookie })).text();
	expect(asked).toContain('name="proofPassword"');
	const done = await post(web, '/account?/others', { requestKey, proofPassword: PASSWORD }, { cookie });
	expect([done.status, done.headers.get('location')]).toEqual([303, '/account?done=others#done']);
	cookie = cookiesOf(done);
	expect(wordsOf(await page('/account?done=others'))).toContain('rimane soltanto questa');
	const { rows } = await sql<{
		open: number;
	}>`select count(*) as open from session where account = ${paola.id}`.execute(desk.db);
	expect(rows).toEqual([{ open: 1 }]);
});
