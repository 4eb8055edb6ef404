import { beforeEach, expect, test } from 'vitest';
import { proofMinutes } from '#lib/domain/credentials.ts';
import { withoutPerPage } from '#lib/server/queries/without-credentials.ts';
import { carryOutImport } from '#lib/server/use-cases/carry-out-import.ts';
import { carryOutIssuing } from '#lib/server/use-cases/carry-out-issuing.ts';
import { confirmImport } from '#lib/server/use-cases/confirm-import.ts';
import { previewImport } from '#lib/server/use-cases/preview-import.ts';
import { giveAccount, giveCustomer, PASSWORD, signedIn } from '../support/accounts.ts';
import { post, requestKeyIn, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { paola, marta, giulia } = await testHouse(desk);
const rita = await giveStaff(desk, 'rita', 'administrator');
const web = await startWeb(testing);
const at = '/admin/customers/credentials';

let cookie = '';
let customer = 0;
let nth = 0;
beforeEach(async () => {
	await desk.db.deleteFrom('session').execute();
	cookie = await signedIn(desk, rita);
	customer = await giveCustomer(desk, `Studio ${nth++}`);
});

const person = (username: string, activated = false) =>
	giveAccount(desk, { role: 'user', username, customer, activated });
const get = async (path: string, who = cookie) => {
	const answer = await web.fetch(path, { headers: { cookie: who, accept: 'text/html' } });
	return { status: answer.status, html: await answer.text() };
};
const issuingIn = (answer: Response) => Number(answer.headers.get('location')?.match(/credentials\/(\d+)$/)?.[1]);
const asked = async () => (await desk.db.selectFrom('issuing').select('id').execute()).length;

test('without scripts: from the list, by those ticked, over a confirmation that names them, to what came of it', async () => {
	const [ada, leo, ugo] = [await person('ada'), await person('leo'), await person('ugo', true)];
	const list = await get(`${at}?customer=${customer}`);
	expect(wordsOf(list.html)).toMatch(/Solo le persone di Studio \d+\..*Ada ada@example\.it mai inviato.*Leo/);
	expect(list.html).not.toContain('Ugo');
	expect(wordsOf(list.html)).toContain('Emetti a tutte (2)');

	const path = `${at}/confirm?customer=${customer}&person=${ada}&person=${ugo}`;
	const confirm = await get(path);
	const said = wordsOf(confirm.html);
	expect(said).toContain('Partono 2 e-mail, in tutto');
	expect(said).toMatch(/Ada ada@example\.it · Studio \d+/);
	expect(said).not.toContain('Leo');
	const answer = await post(web, path, { requestKey: requestKeyIn(confirm.html), expected: '2' }, { cookie });
	expect(answer.status).toBe(303);
	const id = issuingIn(answer);
	const running = wordsOf((await get(`${at}/${id}`)).html);
	expect(running).toMatch(/Emissione in corso.*0 persone su 2.*Aggiorna la pagina/);
	await carryOutIssuing(desk, id);
	const finished = wordsOf((await get(`${at}/${id}`)).html);
	expect(finished).toMatch(/Emissione conclusa.*credenziali emesse 1.*già attive 1/);
	const after = await get(`${at}?customer=${customer}`);
	expect(after.html).not.toContain(`value="${ada}"`);
	expect(after.html).toContain(`value="${leo}"`);
	expect(wordsOf(after.html)).toMatch(/Ultime emissioni .* 2 persone · conclusa · Rita/);
});

test('all that have none: the number that was confirmed is held to; sent twice it is one order', async () => {
	for (let more = 0; more < 12; more++) await person(`tutti${more}`);
	const path = `${at}/confirm?customer=${customer}&all=1`;
	const confirm = await get(path);
	expect(wordsOf(confirm.html)).toMatch(/Partono 12 e-mail.*e altre 2 persone.*Invia 12 e-mail/);
	await person('tardi');
	const fields = { requestKey: requestKeyIn(confirm.html), expected: '12' };
	const before = await asked();
	const refused = await post(web, path, fields, { cookie });
	const html = await refused.text();
	expect([refused.status, await asked()]).toEqual([409, before]);
	expect(wordsOf(html)).toContain('le persone senza credenziali ora sono 13. Non è partito nulla');
	expect(html).toMatch(/name="expected" value="13"/);
	const again = { ...fields, expected: '13' };
	const [one, other] = [await post(web, path, again, { cookie }), await post(web, path, again, { cookie })];
	expect(issuingIn(one)).toBe(issuingIn(other));
	expect(await asked()).toBe(before + 1);
	await carryOutIssuing(desk, issuingIn(one));
	expect(wordsOf((await get(`${at}?customer=${customer}`)).html)).toContain('Tutti hanno le loro credenziali');
	const late = await post(web, path, { ...key(), expected: '13' }, { cookie });
	expect(wordsOf(await late.text())).toContain('Nel frattempo non c’è più nessuno senza credenziali');
});

test('nobody ticked is said, with the way back', async () => {
	const { html } = await get(`${at}/confirm?customer=${customer}`);
	expect(wordsOf(html)).toContain('Non è stata scelta nessuna persona');
	expect(html).toContain(`href="${at}?customer=${customer}"`);
});

test('a long list goes on behind the last of its page', async () => {
	for (let more = 0; more < withoutPerPage + 2; more++) await person(`lunga${more}`);
	const first = await get(`${at}?customer=${customer}`);
	const next = /href="(\?customer=\d+&amp;after=\d+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&');
	const second = await get(`${at}${next}`);
	const boxes = (html: string) => [...html.matchAll(/name="person" value="(\d+)"/g)].map(([, id]) => id);
	expect([boxes(first.html).length, boxes(second.html).length]).toEqual([withoutPerPage, 2]);
	expect(new Set([...boxes(first.html), ...boxes(second.html)]).size).toBe(withoutPerPage + 2);
});

test('an import that is finished leads to those of its people that have none', async () => {
	const text = 'Cliente;Persona;E-mail\nStudio Nuovo;Nina;nina@nuovo.example\nStudio Nuovo;Ivo;ivo@nuovo.example\n';
	const bytes = new TextEncoder().encode(text);
	const { import: id } = granted(await previewImport(desk, rita, { ...key(), name: 'nuovi.csv', bytes }));
	granted(await confirmImport(desk, rita, { ...key(), import: id }));
	await carryOutImport(desk, id);
	const page = await get(`/admin/customers/import/${id}`);
	expect(page.html).toContain(`href="${at}?import=${id}"`);
	expect(wordsOf(page.html)).toContain('Emetti le credenziali alle 2 persone che non ne hanno');
	await person('altrove');
	const list = await get(`${at}?import=${id}`);
	expect(wordsOf(list.html)).toMatch(/Nina.*Studio Nuovo.*Ivo/);
	expect(list.html).not.toContain('Altrove');
	const answer = await post(web, `${at}/confirm?import=${id}&all=1`, { ...key(), expected: '2' }, { cookie });
	await carryOutIssuing(desk, issuingIn(answer));
	expect(wordsOf((await get(`/admin/customers/import/${id}`)).html)).not.toContain('che non ne hanno');
});

test('it takes a proof of who asks, and nobody but administrators finds it', async () => {
	const one = await person('prova');
	const path = `${at}/confirm?person=${one}`;
	clock.advance({ minutes: proofMinutes });
	const before = await asked();
	const fields = { ...key(), expected: '1' };
	const unproved = await post(web, path, fields, { cookie });
	expect(unproved.status).toBe(409);
	expect(await unproved.text()).toContain('name="proofPassword"');
	const proved = await post(web, path, { ...fields, proofPassword: PASSWORD }, { cookie });
	expect([proved.status, await asked()]).toEqual([303, before + 1]);
	for (const who of [paola, marta, giulia]) {
		const theirs = await signedIn(desk, who);
		const paths = [at, path, `${at}/${issuingIn(proved)}`];
		expect(await Promise.all(paths.map(async (each) => (await get(each, theirs)).status))).toEqual([404, 404, 404]);
		expect((await post(web, path, fields, { cookie: theirs })).status).toBe(404);
	}
	expect(await asked()).toBe(before + 1);
});
