import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { proofMinutes } from '#lib/domain/credentials.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { cookiesOf, post, requestKeyIn, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { paola, andrea, marta } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const web = await startWeb(testing);
const fresh = 'paola.nuova@example.it';

beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	await desk.db.deleteFrom('mail_out').execute();
	await desk.db.deleteFrom('new_address').execute();
	await desk.db.updateTable('account').set({ email: 'paola@example.it' }).where('id', '=', paola.id).execute();
});

const get = async (path: string, cookie = '') => {
	const answer = await web.fetch(path, { headers: { cookie, accept: 'text/html' } });
	return { status: answer.status, html: await answer.text() };
};
const ask = (email: string, cookie: string, more = {}) =>
	post(web, '/access?/address', { requestKey: randomUUID(), email, ...more }, { cookie });
async function links(): Promise<string[]> {
	const written = await desk.db.selectFrom('mail_out').select('body').orderBy('id').execute();
	const bodies = written.map(({ body }) => withAddresses(body, '', desk.secretKey));
	return bodies.flatMap((body) =>
		[...body.matchAll(/^\/(?:confirm|stop)-address\/[\w-]{43}$/gm)].map(([path]) => path),
	);
}
const isIn = async (cookie: string) => (await get('/access', cookie)).status === 200;

test('without scripts: asked for, confirmed at the new address by whoever reads it, then at the present one', async () => {
	const [here, elsewhere] = [await signedIn(desk, paola), await signedIn(desk, paola)];
	const asked = await ask(fresh, here);
	expect(asked.headers.get('location')).toBe('/access?done=address#done');
	const said = wordsOf((await get('/access?done=address', here)).html);
	expect(said).toContain(`Abbiamo mandato i collegamenti per passare a ${fresh}`);
	expect(said).toMatch(/A quello di adesso da confermare A quello nuovo da confermare/);

	const [present = '', , there = ''] = await links();
	const page = await get(there);
	expect(wordsOf(page.html)).toContain(`Questo indirizzo, ${fresh}, sarà quello delle credenziali`);
	expect(page.html).not.toMatch(/paola(?!\.nuova)/i);
	expect(wordsOf((await get('/access', here)).html)).toContain('A quello nuovo da confermare');
	const first = await post(web, there, {});
	expect(wordsOf(await first.text())).toMatch(
		/È confermato a questo indirizzo Manca la conferma all’indirizzo di prima/,
	);
	expect(wordsOf((await get(there)).html)).toContain('È confermato a questo indirizzo');
	expect(wordsOf((await get('/access', here)).html)).toContain('A quello nuovo confermato');

	expect(wordsOf((await get(present)).html)).toContain(
		`Le credenziali «paola» avranno d’ora in poi l’indirizzo ${fresh}`,
	);
	const done = await post(web, present, {}, { cookie: here });
	expect(wordsOf(await done.text())).toContain('L’indirizzo è cambiato');
	expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
	expect(wordsOf((await get('/access', here)).html)).toContain(`Le scriviamo a ${fresh}`);
	const again = await post(web, present, {});
	expect([again.status, wordsOf(await again.text())]).toEqual([
		409,
		expect.stringContaining('La modifica è già fatta'),
	]);
	expect((await post(web, '/login', { name: fresh, password: PASSWORD })).status).toBe(303);
});

test('whoever reads the present address stops it: by a button, not by looking', async () => {
	const here = await signedIn(desk, paola);
	await ask(fresh, here);
	const [present = '', stop = '', there = ''] = await links();
	expect(wordsOf((await get(stop)).html)).toContain(
		`Qualcuno ha chiesto che le credenziali «paola» abbiano l’indirizzo ${fresh}`,
	);
	expect(await isIn(here)).toBe(true);
	const stopped = await post(web, stop, {});
	const html = await stopped.text();
	expect(wordsOf(html)).toContain('La modifica è fermata');
	expect(html).toContain('href="/recover"');
	expect(await isIn(here)).toBe(false);
	for (const path of [present, there, stop]) {
		const answer = await post(web, path, {});
		expect([answer.status, wordsOf(await answer.text())]).toEqual([409, expect.stringContaining('non è (più) valido')]);
	}
});

test('a token opens no page but its own', async () => {
	await ask(fresh, await signedIn(desk, paola));
	const [present = '', stop = ''] = await links();
	const swapped = [present.replace('confirm-', 'stop-'), stop.replace('stop-', 'confirm-'), '/recover', '/activate'];
	for (const path of swapped.slice(0, 2)) expect(wordsOf((await get(path)).html)).toContain('non è (più) valido');
	for (const path of swapped.slice(2)) {
		expect(wordsOf((await get(`${path}/${present.split('/').at(-1)}`)).html)).toContain('non è (più) valido');
	}
});

test('an address that is somebody else’s is answered as any other, word for word', async () => {
	const here = await signedIn(desk, paola);
	const pages = [];
	for (const email of ['libero@example.it', 'andrea@example.it']) {
		const answer = await ask(email, here);
		expect(answer.headers.get('location')).toBe('/access?done=address#done');
		const { html } = await get('/access?done=address', here);
		pages.push(wordsOf(html).replaceAll(email, 'x'));
	}
	expect(pages[0]).toBe(pages[1]);
	const told = await desk.db.selectFrom('mail_out').select('kind').where('account', '=', andrea.id).execute();
	expect(told).toEqual([{ kind: 'address-taken' }]);
});

test('staff change theirs there too; what cannot be is said beside the field, and the proof is asked for', async () => {
	const here = await signedIn(desk, marta);
	const wrong = await ask('marta', here);
	const html = await wrong.text();
	expect([wrong.status, html.includes('id="email-error"'), html.includes('value="marta"')]).toEqual([409, true, true]);
	const own = await ask('marta@example.it', here);
	expect(wordsOf(await own.text())).toContain('Questo è già il Suo indirizzo');
	clock.advance({ minutes: proofMinutes });
	const unproved = await ask('marta.nuova@example.it', here);
	const asked = await unproved.text();
	expect([unproved.status, await links()]).toEqual([409, []]);
	expect(asked).toContain('value="marta.nuova@example.it"');
	expect(asked.match(/id="proofPassword"/g)).toHaveLength(1);
	const proved = await ask('marta.nuova@example.it', here, { proofPassword: PASSWORD });
	expect(proved.headers.get('location')).toBe('/access?done=address#done');
	expect(wordsOf((await get('/access', cookiesOf(proved))).html)).toContain('sarà marta.nuova@example.it');
});

test('an administrator is told that the person has to confirm it', async () => {
	const cookie = await signedIn(desk, rita);
	const path = `/admin/accounts/${paola.id}`;
	const requestKey = requestKeyIn((await get(path, cookie)).html);
	const fields = { requestKey, name: 'Paola', username: 'paola', email: fresh, language: 'it' };
	const answer = await post(web, `${path}?/change`, fields, { cookie });
	expect(answer.headers.get('location')).toBe(`${path}?done=address-to-confirm`);
	const said = wordsOf((await get(`${path}?done=address-to-confirm`, cookie)).html);
	expect(said).toContain('cambia quando la persona lo conferma a tutti e due gli indirizzi');
	expect(said).toContain(fresh);
	expect(await links()).toHaveLength(3);
});
