import { beforeEach, expect, test } from 'vitest';
import { type Entry, fold } from '#lib/domain/queue.ts';
import { prove } from '#lib/server/use-cases/prove.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { honestLog } from '../support/honest-log.ts';
import {
	begin,
	forgetTickets,
	giveLicence,
	giveProduct,
	giveStaff,
	granted,
	key,
	saying,
	testHouse,
} from '../support/house.ts';
import { storeLog } from '../support/stored-log.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const other = await giveProduct(desk, 'Topko');
await giveLicence(desk, paola, other);
const boss = await giveStaff(desk, 'boss', 'administrator');
const { opened, taken, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const [agent, user] = [await signedIn(desk, marta), await signedIn(desk, paola)];

beforeEach(async () => {
	await forgetTickets(desk);
	clock.advance({ minutes: 5 });
});

async function read(path: string, cookie = agent): Promise<{ status: number; html: string; text: string }> {
	const answer = await web.fetch(path, { headers: { cookie, accept: 'text/html' } });
	const html = await answer.text();
	const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
	return {
		status: answer.status,
		html,
		text: main
			.replace(/<!--.*?-->|<[^>]+>/g, ' ')
			.replace(/\s+/g, ' ')
			.replace(/ (?=[.,:])/g, ''),
	};
}

/** The ticket of a log that was written without any. */
async function giveTicket(number: number): Promise<void> {
	const values = { number, customer: paola.customer, opened_by: paola.id, product, lane: 'technical' as const };
	const about = {
		subject: 'Rilievo',
		version: '',
		operating_system: '',
		tools: '',
		opened_at: await clock.now(desk.db),
	};
	await desk.db
		.insertInto('ticket')
		.values({ ...values, ...about })
		.execute();
}

test('every member of the staff reads it; a user finds nothing there, a visitor is asked to sign in', async () => {
	for (const member of [agent, await signedIn(desk, giulia)])
		expect((await read('/desk/order', member)).status).toBe(200);
	expect((await read('/desk/order', user)).status).toBe(404);
	const visitor = await web.fetch('/desk/order?ticket=1', { headers: { accept: 'text/html' } });
	expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/login?next=%2Fdesk%2Forder%3Fticket%3D1']);
});

test('an empty house says so', async () => {
	const { text } = await read('/desk/order');
	expect(text).toContain('Il registro è ancora vuoto');
	expect(text).toContain('Nessuno è in coda.');
	expect(text).toContain('Nessuno è in servizio.');
});

test('the figures are true as of now, though the last rows are not proved yet', async () => {
	const first = await opened(paola);
	await opened(paola, { product: other });
	clock.advance({ hours: 2, minutes: 30 });
	await taken(marta);
	const { text } = await read('/desk/order');
	expect(text).toContain('novembre 2026 presi in lavorazione 1 sorpassi 0');
	expect(text).toMatch(
		/verificato dalla prima riga alla 4, scritta oggi alle [\d:]+\. Prese in lavorazione, in tutto: 1; sorpassi: nessuno/,
	);
	expect(text).toMatch(new RegExp(`In coda più a lungo, questo mese .* ${first} .*2 ore e 30 minuti`));
});

test('who was served, and why those who had arrived before could not be, is said in two sentences', async () => {
	granted(await setCoverage(desk, boss, { ...key(), account: marta.id, products: [product] }));
	const consultancy = await opened(paola, { lane: 'consultancy' });
	const elsewhere = await opened(paola, { product: other });
	const served = await opened(paola);
	expect(await taken(marta)).toBe(served);
	const { text } = await read(`/desk/order?ticket=${served}`);
	expect(text).toContain(
		`Marta ha ricevuto il ticket ${served} perché, tra quelli in coda che poteva servire, era il primo arrivato. Di quelli arrivati prima e ancora in coda non ne poteva servire nessuno: uno è una consulenza, che attende finché ci sono richieste tecniche in coda (P6); uno riguarda un software che Marta non segue (P4).`,
	);
	expect(text).toMatch(
		new RegExp(
			`${consultancy} Isoipsa Consulenza consulenza: attende.* ${elsewhere} Topko Marta non segue il software`,
		),
	);
	expect((await read('/desk/order')).text).toContain('Nessuno in servizio segue Topko: un ticket in coda');
});

test('a consultancy is explained by the technical lane, and one that waits by those that go first', async () => {
	const waiting = await opened(paola, { lane: 'consultancy' });
	await opened(paola);
	await taken(davide);
	const { text } = await read(`/desk/order?ticket=${waiting}`);
	expect(text).toContain(
		'Nessuno lo ha ancora preso in lavorazione. È in coda, e nella sua coda nessuno è arrivato prima.',
	);
	expect(text).toContain('Da quando è in coda è stata servita una richiesta tecnica arrivata dopo');
	expect(await taken(marta)).toBe(waiting);
	expect((await read(`/desk/order?ticket=${waiting}`)).text).toContain(
		`Marta ha ricevuto il ticket ${waiting} perché in coda non c’erano richieste tecniche e, tra le consulenze che poteva servire, era la prima arrivata. In coda non c’era nessun ticket arrivato prima.`,
	);
});

test('a ticket that came back is explained each time; meanwhile it was kept for who knows it', async () => {
	const kept = await awaitingCustomer(paola, marta);
	const later = await opened(paola);
	granted(await replyAsCustomer(desk, paola, saying(kept)));
	expect(await taken(davide)).toBe(later);
	const passed = await read(`/desk/order?ticket=${later}`);
	expect(passed.text).toContain('uno era riservato, per un tempo limitato, a un collega (P4)');
	expect(passed.text).toMatch(new RegExp(`${kept} Isoipsa riservato a Marta fino a oggi alle`));
	expect(await taken(marta)).toBe(kept);
	const { text } = await read(`/desk/order?ticket=${kept}`);
	expect(text.match(/Marta ha ricevuto il ticket/g)).toHaveLength(2);
	expect(text).toMatch(/Risposta arrivata: di nuovo in coda, al suo numero di arrivo – riservato a Marta fino a oggi/);
});

test('the explanation is the same from the nearest proof as from the first row', async () => {
	const facts = honestLog(5, { agents: 3, products: 2, queued: 30 }).take(4_600).toArray();
	const [served] = [...fold(facts).entries].find(([, { state }]) => state === 'in-hand') as [number, Entry];
	await storeLog(desk.db, facts);
	await giveTicket(served);
	const replayed = await read(`/desk/order?ticket=${served}`);
	expect(replayed.text).toMatch(/ha ricevuto il ticket/);
	await prove(desk);
	expect((await read(`/desk/order?ticket=${served}`)).text).toBe(replayed.text);
	expect(replayed.text).toContain('alla 4600, scritta');
});

test('rows that are too many to replay are not shown as proved, and the command that explains them is named', async () => {
	const facts = honestLog(6, { agents: 3, products: 2, queued: 30 }).take(10_600).toArray();
	const [served] = [...fold(facts).entries].findLast(([, { state }]) => state === 'in-hand') as [number, Entry];
	await storeLog(desk.db, facts);
	await giveTicket(served);
	const { text } = await read(`/desk/order?ticket=${served}`);
	expect(text).toMatch(/alla 10\.000, scritta .* Le righe che seguono non sono ancora verificate/);
	expect(text).toContain(`la spiega il comando «sportello audit --explain ${served}»`);
	await prove(desk);
	const proved = await read(`/desk/order?ticket=${served}`);
	expect(proved.text).toContain('alla 10.600, scritta');
	expect(proved.text).toContain(`ha ricevuto il ticket ${served} perché`);
});

test('an overtaking is counted, named and explained as one', async () => {
	const [before, after] = [await opened(paola), await opened(paola)];
	await taken(marta);
	const forged = desk.db.updateTable('queue_log').set({ ticket: after });
	await forged.where('ticket', '=', before).where('type', '=', 'taken').execute();
	const { text } = await read(`/desk/order?ticket=${after}`);
	expect(text).toContain('presi in lavorazione 1 sorpassi 1');
	expect(text).toMatch(new RegExp(`Nel registro c’è un’irregolarità Riga \\d ticket ${after} un sorpasso Il comando`));
	expect(text).toContain(
		`Marta ha ricevuto il ticket ${after}, ma avrebbe potuto servire un ticket arrivato prima: è un sorpasso (P4).`,
	);
});

test.each(['9999', 'quarantuno', '0'])(
	'the number %s, which no ticket has, is answered beside the field',
	async (typed) => {
		const { status, html } = await read(`/desk/order?ticket=${typed}`);
		expect(status).toBe(200);
		expect(html).toContain(`Non c’è nessun ticket con il numero «${typed}»`);
		expect(html).toContain(`value="${typed}"`);
	},
);

test('it is complete in English', async () => {
	await opened(paola);
	await taken(marta);
	await desk.db.updateTable('account').set({ language: 'en' }).where('id', '=', marta.id).execute();
	const { text } = await read('/desk/order?ticket=1');
	await desk.db.updateTable('account').set({ language: 'it' }).where('id', '=', marta.id).execute();
	expect(text).toContain(
		'Marta was given ticket 1 because, of the queued tickets that Marta could serve, it had arrived first.',
	);
});
