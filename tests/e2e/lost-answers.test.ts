import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, standingOf, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, textFile, unfold } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened, inHand, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();
const text = 'Ecco **tutto** quello che serviva.';

beforeEach(() => forgetTicketsOfBrowsers(desk));

const as = async (viewer: typeof paola | typeof marta) =>
	newPage(browser, web, { cookie: await signedIn(desk, viewer) });

async function writing(ticket: number): Promise<{ page: Page; send: () => Promise<void> }> {
	const page = await as(paola);
	await page.goto(`/tickets/${ticket}`);
	await page.getByLabel('Il Suo messaggio').fill(text);
	await page.locator('input[name=files]').setInputFiles(textFile('rilievo.txt'));
	await page.getByRole('link', { name: 'rilievo.txt' }).waitFor();
	await expectWords(page, /Bozza salvata/);
	return { page, send: () => page.getByRole('button', { name: 'Invia la risposta' }).click() };
}

/** What is sent arrives; its answer does not. */
const loseAnswers = (page: Page) =>
	page.route('**/*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		await route.fetch({ maxRedirects: 0 });
		await route.abort('connectionreset');
	});

const messages = () => desk.db.selectFrom('message').select('source').where('source', '=', text).execute();

test('an answer lost on its way leaves the text; sent again, the reply is there once', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const { page, send } = await writing(ticket);
	await loseAnswers(page);
	await send();
	await expectWords(page, 'Non è arrivata la conferma dell’invio');
	expect(await page.getByRole('alert').evaluate((alert) => alert === document.activeElement)).toBe(true);
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe(text);
	expect(await messages()).toHaveLength(1);
	await examine(page);

	await page.unroute('**/*');
	await send();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe('');
	await page.getByRole('link', { name: 'rilievo.txt' }).waitFor();
	expect(await messages()).toHaveLength(1);
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
});

test('without a connection the form says so and waits', async () => {
	const { page, send } = await writing(await opened(paola));
	await page.context().setOffline(true);
	await send();
	await expectWords(page, 'Sembra che manchi la connessione');
	await page.context().setOffline(false);
	await send();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await messages()).toHaveLength(1);
});

test('what breaks at the desk is told with its reference, and the form stays', async () => {
	const { page, send } = await writing(await opened(paola));
	await sql`alter table event rename to event_away`.execute(desk.db);
	await send();
	await expectWords(page, 'Numero di riferimento');
	await expectWords(page, /^\p{L}*[\da-z]{4}-[\da-z]{4}$/u);
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe(text);
	await sql`alter table event_away rename to event`.execute(desk.db);
	await send();
	await expectWords(page, 'La Sua risposta è arrivata.');
});

test('a session that ends while one writes keeps the text, and sends it after signing in elsewhere', async () => {
	const { page, send } = await writing(await opened(paola));
	await page.context().clearCookies();
	await send();
	await expectWords(page, 'La sessione è terminata');
	const link = page.getByRole('link', { name: 'Entra in un’altra scheda' });
	expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual(['/login', '_blank']);
	await examine(page);

	const [name = '', value = ''] = (await signedIn(desk, paola)).split('=');
	await page.context().addCookies([{ name, value, url: web.origin }]);
	await send();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await messages()).toHaveLength(1);
});

test('at the desk a reply whose answer was lost keeps its key while another form of the page is sent', async () => {
	const ticket = await inHand(paola, marta);
	const page = await as(marta);
	await page.goto(`/desk/tickets/${ticket}`);
	const reply = await unfold(page, 'Rispondi');
	await reply.getByLabel('Risposta al cliente').fill(text);
	await loseAnswers(page);
	await reply.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'Non è arrivata la conferma dell’invio');
	await page.unroute('**/*');

	const note = await unfold(page, 'Nota interna');
	await note.getByLabel('Nota per i colleghi').fill('Un attimo.');
	await note.getByRole('button', { name: 'Aggiungi la nota, che il cliente non vede mai' }).click();
	await expectWords(page, 'La nota interna è aggiunta.');

	await (await unfold(page, 'Rispondi')).getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La risposta è inviata.');
	expect(await messages()).toHaveLength(1);
});

test('what is typed on one ticket never turns up on another', async () => {
	const first = await opened(paola);
	const second = await opened(paola, { subject: 'Un’altra cosa' });
	const page = await as(marta);
	await page.goto(`/desk/tickets/${first}`);
	await (await unfold(page, 'Nota interna')).getByLabel('Nota per i colleghi').fill('Solo per il primo.');
	await page.getByRole('link', { name: 'Un’altra cosa' }).click();
	await page.waitForURL(`**/desk/tickets/${second}`);
	const note = await unfold(page, 'Nota interna');
	expect(await note.getByLabel('Nota per i colleghi').inputValue()).toBe('');
});
