import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, giveLicence, giveProduct, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
const web = await startWeb(testing);
const cookies = {
	paola: await signedIn(desk, paola),
	chiara: await signedIn(desk, chiara),
	marta: await signedIn(desk, marta),
};
type Who = keyof typeof cookies;

beforeEach(() => forgetTickets(desk));

const get = (who: Who, path = '/tickets/new') =>
	web.fetch(path, { headers: { cookie: cookies[who], accept: 'text/html' } });
const html = async (who: Who, path?: string) => (await get(who, path)).text();
const send = (fields: Record<string, string>) =>
	post(web, '/tickets/new', { requestKey: randomUUID(), ...fields }, { cookie: cookies.paola });

test('it is for users: a visitor signs in first, for staff there is nothing here', async () => {
	const visitor = await web.fetch('/tickets/new', { headers: { accept: 'text/html' } });
	expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/login?next=%2Ftickets%2Fnew']);
	expect([(await get('marta')).status, (await get('paola')).status]).toEqual([404, 200]);
});

test('with one software, all of where it runs is remembered from the last ticket, and from which', async () => {
	await opened(paola, { version: '11.9', operatingSystem: 'Windows 10' });
	const last = await opened(paola, { version: '12.1', operatingSystem: 'Windows 11', tools: 'Stazione totale' });
	await opened(andrea, { version: '99', operatingSystem: 'di Andrea' });
	const page = await html('paola');
	for (const value of ['12.1', 'Windows 11', 'Stazione totale']) expect(page).toContain(`value="${value}"`);
	expect(page).toContain(`Abbiamo riportato quanto ci ha detto nel ticket ${last},`);
	expect(page).not.toMatch(/value="(99|11\.9|di Andrea)"/);
});

test('with several, those written about last come first; before one is chosen no version is filled in', async () => {
	const [catasto, quota] = [await giveProduct(desk, 'Catasto'), await giveProduct(desk, 'Quota')];
	await giveLicence(desk, chiara, catasto);
	await giveLicence(desk, chiara, quota);
	await opened(chiara, { version: '12.1' });
	await opened(chiara, { product: quota, version: '4.0', operatingSystem: 'macOS 26' });
	const page = await html('chiara');
	expect([...page.matchAll(/name="product"[^>]*value="(\d+)"/g)].map(([, id]) => Number(id))).toEqual([
		quota,
		product,
		catasto,
	]);
	expect(page).toContain('Sistema operativo e strumenti sono quelli del ticket 2,');
	expect(page).toContain('value="macOS 26"');
	expect(page).not.toMatch(/value="(4\.0|12\.1)"|type="radio"[^>]* checked/);
	await desk.db
		.deleteFrom('ticket')
		.where('product', '<>', product)
		.execute()
		.catch(() => undefined);
});

test('what is missing is asked for in words beside its field, and nothing typed gives way to what is remembered', async () => {
	await opened(paola, { version: '12.1', operatingSystem: 'Windows 11' });
	const answer = await send({
		product: String(product),
		subject: '',
		description: ' ',
		version: '',
		operatingSystem: '',
	});
	const page = await answer.text();
	expect(answer.status).toBe(400);
	expect(page).toMatch(/href="#lane"[^>]*>Tipo di richiesta: Scelga se è una richiesta tecnica/);
	expect(page).toMatch(/href="#subject"[^>]*>Oggetto: Scriva in una riga/);
	expect(page).toMatch(/href="#description"[^>]*>Descrizione: Racconti che cosa succede/);
	expect(page).not.toMatch(/value="(12\.1|Windows 11)"/);
});

test('technical goes first and support may move it: said with the choice, and what happens next before sending', async () => {
	const page = wordsOf(await html('paola'));
	expect(page).toMatch(/Le richieste tecniche si servono prima delle consulenze\..*«Errore 1204 all’esportazione»/);
	expect(page).toMatch(/Che cosa succede dopo l’invio.*numero di arrivo.*Invia e prendi il numero/);
});

test('who will be able to see it is said before sending and after', async () => {
	const colleagues = 'Anche i colleghi possono rispondere.';
	const alone = 'i Suoi colleghi no.';
	expect(wordsOf(await html('paola'))).toContain(colleagues);
	expect(wordsOf(await html('chiara'))).toContain(alone);
	const [ofPaola, ofChiara] = [await opened(paola), await opened(chiara)];
	const after = wordsOf(await html('paola', `/tickets/${ofPaola}?opened`));
	expect(after).toContain(`Il Suo ticket è aperto: ha il numero ${ofPaola}.`);
	expect(after).toMatch(new RegExp(`Che cosa succede ora.*Chi lo vede.*${colleagues}.*Nessun ticket arrivato prima`));
	expect(wordsOf(await html('chiara', `/tickets/${ofChiara}?opened`))).toContain(alone);
});

test('a follow-up begins with what the ticket before said, not with what is remembered', async () => {
	const before = await solved(paola, marta);
	await opened(paola, { version: '13.0' });
	const page = await html('paola', `/tickets/new?follows=${before}`);
	expect(page).toContain('value="12.1"');
	expect(page).not.toContain('Abbiamo riportato');
});
