import { expect, test } from 'vitest';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { PASSWORD } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { asking, begin, granted, standingOf, testHouse } from '../support/house.ts';
import { expectNoSidewaysScroll, expectWords, newPage } from '../support/page.ts';
import { openTicketOn, textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { taken } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

test('without JavaScript a customer signs in, opens a ticket, answers, closes it and opens the one that follows', async () => {
	const page = await newPage(browser, web, { javaScriptEnabled: false });
	await page.goto('/tickets/new');
	await page.getByLabel('Nome utente o e-mail').fill('paola');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Entra' }).click();
	await page.waitForURL('**/tickets/new');

	const number = await openTicketOn(page, { subject: 'La stampa è vuota', description: 'Sempre.', file: 'stampa.txt' });
	await expectWords(page, 'Nessun ticket arrivato prima del Suo è in coda.');
	await page.getByRole('link', { name: 'stampa.txt' }).waitFor();
	await expectNoSidewaysScroll(page);

	expect(await taken(marta)).toBe(number);
	granted(await awaitCustomer(desk, marta, asking(number)));
	await page.goto('/');
	await page.getByRole('link', { name: 'La stampa è vuota' }).click();
	await expectWords(page, 'lunedì 30 novembre, entro fine giornata');
	await expectNoSidewaysScroll(page);

	await page.getByLabel('Il Suo messaggio').fill('Ecco tutti i file.');
	const eleven = Array.from({ length: 11 }, (_, nth) => textFile(`${nth}.txt`));
	await page.locator('input[name=files]').setInputFiles(eleven);
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'Un messaggio può avere al massimo 10 file.');
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe('Ecco tutti i file.');

	await expectWords(page, 'non serve sceglierli di nuovo');
	await page.getByLabel('Togli «9.txt»').check();
	await page.locator('input[name=files]').setInputFiles(eleven.slice(10));
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	await page.getByText('È risolto? Può chiudere il ticket').click();
	await page.getByRole('button', { name: 'È risolto, chiudi il ticket' }).click();
	await expectWords(page, 'Il ticket è chiuso.');
	expect(await standingOf(desk, marta, number)).toMatchObject({ state: 'resolved', as: 'closed-by-customer' });

	await page.getByRole('link', { name: 'Apri un ticket collegato' }).click();
	expect(await page.getByLabel('Oggetto').inputValue()).toBe('La stampa è vuota');
	await page.getByLabel('Descrizione').fill('È tornato.');
	await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
	await page.waitForURL('**/tickets/2?opened');
	await expectWords(page, 'Segue il ticket');
	await expectNoSidewaysScroll(page);
	expect(await standingOf(desk, paola, 2)).toEqual({ state: 'queued' });
});
