import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { giveAccount, giveCustomer, signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, giveLicence, giveStaff, key, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const { inHand, awaitingCustomer, opened } = begin(desk, product);
const web = await startWeb(testing);
const people = { paola, marta, davide, giulia, ada };
type Who = keyof typeof people;
const cookies = Object.fromEntries(
	await Promise.all(Object.entries(people).map(async ([who, viewer]) => [who, await signedIn(desk, viewer)])),
) as Record<Who, string>;

beforeEach(() => forgetTickets(desk));

const read = async (who: Who, path: string) =>
	(await web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } })).text();
const send = (who: Who, path: string, fields: Record<string, string>) =>
	post(web, path, { ...key(), ...fields }, { cookie: cookies[who] });
const customer = `/desk/customers/${paola.customer}`;

describe('the list', () => {
	test('is found through a person, and says through whom', async () => {
		const words = wordsOf(await read('marta', '/desk/customers?q=paola@'));
		expect(words).toContain('Un cliente');
		expect(words).toMatch(/Ferri e Landi Paola paola · paola@example\.it/);
		expect(words).not.toContain('Arcadia');
	});

	test('has an address for each filter, without what is not asked', async () => {
		const answer = await web.fetch('/desk/customers?q=+&product=&only=open', { headers: { cookie: cookies.marta } });
		expect(answer.headers.get('location')).toBe('/desk/customers?only=open');
		await opened(paola);
		const page = await read('marta', '/desk/customers?only=open');
		expect(page).toMatch(/href="\/desk\/customers\?only=open" aria-current="true"/);
		expect(wordsOf(page)).toContain('uno tocca a noi');
		expect(wordsOf(await read('marta', '/desk/customers?q=nessuno-così'))).toContain('Nessun cliente corrisponde');
	});

	test('offers to add a customer to those who may', async () => {
		expect(await read('ada', '/desk/customers')).toContain('/admin/customers/new');
		expect(await read('giulia', '/desk/customers')).not.toContain('/admin/');
	});
});

describe('the page of a customer', () => {
	test('lets who administers shut out everybody of it, after saying whom and what becomes of their tickets', async () => {
		const gone = await giveCustomer(desk, 'Va via');
		for (const name of ['nora', 'ugo']) await giveAccount(desk, { role: 'user', username: name, customer: gone });
		const at = `/desk/customers/${gone}`;
		for (const who of ['marta', 'giulia'] as const) {
			expect(await read(who, at)).not.toContain('?/disable');
			expect((await send(who, `${at}?/disable`, {})).status).toBe(409);
		}
		const asked = wordsOf(await read('ada', at));
		expect(asked).toMatch(/2 persone non possono più entrare: Nora e Ugo\..*quelli in coda si servono al loro numero/);
		const answer = await send('ada', `${at}?/disable`, {});
		expect(answer.headers.get('location')).toBe(`${at}?done=disabled#done`);
		const page = await read('ada', `${at}?done=disabled`);
		expect(wordsOf(page)).toContain('Tutti gli accessi del cliente sono disattivati da ora.');
		expect(page).not.toContain('?/disable');
	});

	test('is as long for two thousand people as for fifty, leads to each page of them, and names them all only where it shows them', async () => {
		const crowded = await giveCustomer(desk, 'Provincia');
		await sql`insert into account (role, customer, name, username, email, language, created_at)
			select 'user', ${crowded}, 'Persona ' || n, 'persona' || n, 'persona' || n || '@example.it', 'it', now()
			from generate_series(1, 2000) n`.execute(desk.db);
		const at = `/desk/customers/${crowded}`;
		const page = await read('ada', at);
		expect(page.length).toBeLessThan(60_000);
		expect(page).toContain('href="?people=2#people"');
		expect(wordsOf(page)).toMatch(/2000 persone non possono più entrare: tutte quelle dell’elenco/);
		const second = await read('ada', `${at}?people=80`);
		expect(wordsOf(second)).toContain('Pagina 80 di 80');
		expect(second).toContain('href="?people=79#people"');
		const past = await web.fetch(`${at}?people=81`, { headers: { cookie: cookies.ada } });
		expect([past.status, past.headers.get('location')]).toEqual([303, at]);
		expect((await read('ada', `/admin/customers/${crowded}`)).length).toBeLessThan(60_000);
	});

	test('leads to the search for all its tickets, and of no other called alike; so does a product that is found', async () => {
		const other = await giveCustomer(desk, 'Ferri e Landi 2');
		const id = await giveAccount(desk, { role: 'user', username: 'nino', customer: other });
		const alike = { ...paola, id, name: 'nino', customer: other };
		await giveLicence(desk, alike, product);
		const theirs = await opened(alike);
		const mine = [];
		for (let count = 0; count < 12; count++) mine.push(await opened(paola));
		const address = /href="(\/desk\/search\?[^"]*)">Altri 2: tutti i ticket del cliente/.exec(
			await read('marta', customer),
		)?.[1];
		expect(address).toBeDefined();
		const found = await read('marta', address?.replaceAll('&amp;', '&') ?? '');
		for (const number of mine) expect(found).toContain(`href="/desk/tickets/${number}"`);
		expect(found).not.toContain(`href="/desk/tickets/${theirs}"`);
		const ofProduct = wordsOf(await read('marta', `/desk/search?product=${product}`));
		expect(ofProduct).toContain('13 ticket');
	});

	test('says who may change it to those who may not, and leads there those who may', async () => {
		const waiting = await awaitingCustomer(paola, marta);
		for (const who of ['marta', 'giulia'] as const) {
			const page = await read(who, customer);
			expect(wordsOf(page)).toContain('Dati, licenze e accessi li cambia chi amministra: Ada.');
			expect(page).not.toContain('/admin/');
			expect(page).toContain(`/desk/tickets/${waiting}`);
		}
		const page = await read('ada', customer);
		expect(page).toContain(`/admin/customers/${paola.customer}`);
		expect(page).toContain(`/admin/accounts/${paola.id}`);
	});

	test('a note is written, read as Markdown by all the staff, and removed', async () => {
		const answer = await send('marta', `${customer}?/note`, { text: 'Chiamare *dopo pranzo* <b>' });
		expect(answer.headers.get('location')).toBe(`${customer}?done=noted#done`);
		const page = await read('davide', `${customer}?done=noted`);
		expect(page).toContain('<p>Chiamare <em>dopo pranzo</em> &lt;b&gt;</p>');
		expect(wordsOf(page)).toContain('La nota è aggiunta.');
		expect(page).not.toContain('?/remove');

		const note = /name="note" value="(\d+)"/.exec(await read('marta', customer))?.[1] ?? '';
		const refused = await send('davide', `${customer}?/remove`, { note });
		expect(refused.status).toBe(409);
		expect(wordsOf(await refused.text())).toContain('La nota è di Marta: la può togliere chi l’ha scritta');
		expect((await send('giulia', `${customer}?/remove`, { note })).status).toBe(303);
		expect(wordsOf(await read('marta', customer))).toContain('Nessuna nota.');
		const again = await send('marta', `${customer}?/remove`, { note });
		expect(wordsOf(await again.text())).toContain('Questa nota non c’è più');
	});

	test('an empty note is refused beside its field', async () => {
		const answer = await send('marta', `${customer}?/note`, { text: '  ' });
		expect(answer.status).toBe(400);
		expect(wordsOf(await answer.text())).toContain('Scriva la nota.');
	});

	test('nobody of a customer reads it or writes there', async () => {
		await send('marta', `${customer}?/note`, { text: 'canarino' });
		const pages = ['/', '/tickets', '/account', customer, '/desk/customers?q=paola', '/desk/staff'];
		for (const path of pages) expect(await read('paola', path)).not.toContain('canarino');
		expect((await send('paola', `${customer}?/note`, { text: 'Anch’io' })).status).toBe(404);
		expect((await web.fetch('/desk/customers/999999', { headers: { cookie: cookies.marta } })).status).toBe(404);
	});
});

describe('colleagues', () => {
	test('a supervisor takes somebody off duty, and reads what was put back', async () => {
		const ticket = await inHand(paola, marta);
		const before = await read('giulia', '/desk/staff');
		expect(wordsOf(before)).toContain(`Il ticket ${ticket} tornerà in coda, al suo numero di arrivo.`);
		const answer = await send('giulia', '/desk/staff?/off-duty', { agent: String(marta.id) });
		expect(answer.headers.get('location')).toBe(`/desk/staff?off=${marta.id}&put-back=${ticket}#done`);
		const words = wordsOf(await read('giulia', `/desk/staff?off=${marta.id}&put-back=${ticket}`));
		expect(words).toContain(`Marta ora è fuori servizio. Il ticket ${ticket} è di nuovo in coda`);
	});

	test('an agent is told who may, and is refused in words', async () => {
		await inHand(paola, marta);
		const page = await read('davide', '/desk/staff');
		expect(page).not.toContain('?/off-duty');
		expect(wordsOf(page)).toContain('lo può togliere un responsabile');
		const answer = await send('davide', '/desk/staff?/off-duty', { agent: String(marta.id) });
		expect(answer.status).toBe(409);
		expect(wordsOf(await answer.text())).toContain('Può farlo solo un responsabile o un amministratore.');
	});
});
