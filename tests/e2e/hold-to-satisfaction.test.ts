import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, granted, saying, standingOf, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, andrea, marta } = await testHouse(desk);
const { opened, taken, inHand, solved } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();
const phone = { width: 360, height: 740 };

beforeEach(async () => {
	await forgetTicketsOfBrowsers(desk);
	clock.set(MONDAY_MORNING);
});

const missing = ['product-version', 'operating-system', 'reference-files', 'confirmation'] as const;
const send = (page: Page) => page.getByRole('button', { name: 'Invia la risposta' });

test('asked on a phone, answered item by item, back in the queue at its old number, resolved, rated, and rated anew', async () => {
	const ticket = await inHand(paola, marta);
	await opened(andrea);
	granted(await awaitCustomer(desk, marta, { ...saying(ticket, 'Ci servono alcune cose.'), missing: [...missing] }));
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola), viewport: phone });
	await page.goto(`/tickets/${ticket}`);
	await expectWords(page, 'lunedì 30 novembre, entro fine giornata');
	await expectWords(page, '0 di 4');
	await examine(page);
	await page.setViewportSize(phone);

	await page.getByLabel('Versione del software').fill('12.2');
	await page.getByLabel('È ancora giusto: Windows 11').check();
	await page.getByLabel('No, non ancora').check();
	await expectWords(page, '3 di 4');
	await expectWords(page, 'Manca ancora: File di riferimento. Può inviare lo stesso.');
	await page.locator('input[name=files]').setInputFiles(textFile('rilievo.txt'));
	await expectWords(page, 'C’è tutto quello che serve: può inviare.');
	await send(page).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	await expectWords(page, 'Dati del ticket aggiornati: versione 12.2');
	await page.getByRole('link', { name: 'rilievo.txt' }).waitFor();
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });

	expect(await taken(marta)).toBe(ticket);
	granted(await resolve(desk, marta, saying(ticket, 'Ora funziona.')));
	await page.goto(`/tickets/${ticket}`);
	await page.getByRole('radio', { name: 'Quasi del tutto' }).check();
	await examine(page);
	await page.setViewportSize(phone);
	await page.getByLabel('Vuole dirci perché?').fill('Bene, con un giro di troppo.');
	await send(page).click();
	await expectWords(page, 'Grazie: la risposta è arrivata.');
	await page.waitForURL(`**/tickets/${ticket}`);
	await page.getByText('Cambia la risposta').click();
	await examine(page);
	await page.getByRole('radio', { name: 'Del tutto', exact: true }).check();
	await page.getByRole('button', { name: 'Salva la risposta cambiata' }).click();
	await page.locator('.given .step', { hasText: /^Del tutto$/ }).waitFor();
	expect(await desk.db.selectFrom('satisfaction').select(['score', 'words']).execute()).toEqual([
		{ score: 5, words: 'Bene, con un giro di troppo.' },
	]);
});

test('without JavaScript the checklist is a form like another', async () => {
	const ticket = await inHand(paola, marta);
	granted(await awaitCustomer(desk, marta, { ...saying(ticket), missing: [...missing] }));
	const cookie = await signedIn(desk, paola);
	const page = await newPage(browser, web, { cookie, javaScriptEnabled: false, viewport: phone });
	await page.goto(`/tickets/${ticket}`);
	await page.getByLabel('Versione del software').fill('12.2');
	await page.getByLabel('Sì, ora funziona').check();
	await send(page).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
});

/** Presses Tab until the control is reached, as who has no mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let pressed = 0; pressed < 80; pressed++) {
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`The keyboard does not reach ${selector}.`);
}

test('by the keyboard alone one says what one thought', async () => {
	const ticket = await solved(paola, marta);
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola) });
	await page.goto(`/tickets/${ticket}`);
	await tabTo(page, 'input[name=score]');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Si è fermato due volte.');
	await tabTo(page, '.satisfaction button');
	await page.keyboard.press('Enter');
	await expectWords(page, 'Grazie: la risposta è arrivata.');
	expect(await desk.db.selectFrom('satisfaction').select(['score', 'words']).execute()).toEqual([
		{ score: 2, words: 'Si è fermato due volte.' },
	]);
});

test('by the keyboard alone one answers what was asked', async () => {
	const ticket = await inHand(paola, marta);
	granted(await awaitCustomer(desk, marta, { ...saying(ticket), missing: ['product-version', 'confirmation'] }));
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola) });
	await page.goto(`/tickets/${ticket}`);
	await tabTo(page, 'input[name=version]');
	await page.keyboard.type('12.2');
	await tabTo(page, 'input[name=confirmation]');
	await page.keyboard.press('Space');
	await expectWords(page, '2 di 2');
	await tabTo(page, '#reply .send button');
	await page.keyboard.press('Enter');
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
});
