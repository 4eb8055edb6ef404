import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, on, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, unfold } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened, inHand } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

beforeEach(() => forgetTicketsOfBrowsers(desk));

const pageOf = async (who: Parameters<typeof signedIn>[1], options = {}) =>
	newPage(browser, web, { cookie: await signedIn(desk, who), ...options });

const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim());

/** The alert stands where everybody sees it, without scrolling. */
async function expectInSight(page: Page): Promise<void> {
	const alert = page.getByRole('alert');
	await alert.waitFor();
	const [top, height] = await alert.evaluate((element) => [element.getBoundingClientRect().top, window.innerHeight]);
	expect(top).toBeGreaterThanOrEqual(0);
	expect(top).toBeLessThan(height ?? 0);
}

test('without JavaScript an act that is refused is seen where the page opens', async () => {
	const ticket = await inHand(paola, marta);
	const small = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
	const atDesk = await pageOf(marta, small);
	await opened(paola);
	await atDesk.goto(`/desk/tickets/${ticket}`);
	await atDesk.locator('#more > summary').click();
	const merge = atDesk.locator('#act-merge');
	await merge.locator('summary').click();
	await merge.getByLabel('Numero dell’altro ticket').fill('999');
	await merge.getByRole('button', { name: 'Unisci i due ticket' }).click();
	await expectInSight(atDesk);

	const atHome = await pageOf(paola, small);
	await atHome.goto(`/tickets/${ticket}`);
	await atHome.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectInSight(atHome);
});

test('with JavaScript the focus goes to what was done, else to what the page is about', async () => {
	const ticket = await opened(paola);
	const page = await pageOf(marta);
	await page.goto('/desk');
	await page.getByRole('button', { name: 'Prendi il prossimo' }).click();
	await expect.poll(() => focused(page)).toBe(`Ticket numero ${ticket}: La poligonale non chiude`);
	const act = await unfold(page, 'Rimetti in coda');
	await act.getByRole('button', { name: 'Rimetti in coda' }).click();
	await expectWords(page, 'è di nuovo in coda');
	await expect.poll(() => focused(page)).toBe(`Il ticket ${ticket} è di nuovo in coda, al suo numero di arrivo.`);
	await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test.each([
	['with', true],
	['without', false],
])('%s JavaScript: what is written too late on a merged ticket is sent on to the one that stays', async (_, script) => {
	const first = await inHand(paola, marta);
	const second = await opened(paola);
	const page = await pageOf(paola, { javaScriptEnabled: script });
	// The page is shown twice, by the answer to what is sent and by the news of the merge, before its new part comes alive.
	await page.route(/tickets\/\d+$|ReplyToKept/, async (route) => {
		if (route.request().url().includes('ReplyToKept')) await setTimeout(800);
		if (route.request().headers()['x-read-again']) await setTimeout(400);
		await route.continue();
	});
	const readAgain = script && page.waitForRequest((request) => 'x-read-again' in request.headers());
	const alive = script && page.waitForResponse(/ReplyToKept/);
	await page.goto(`/tickets/${second}`);
	await page.getByLabel('Il Suo messaggio').fill('Ancora una cosa');
	granted(await mergeTicket(desk, marta, { ...on(first), other: second }));
	await readAgain;
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, `Il Suo testo è qui, pronto per il ticket ${first}`);
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe('Ancora una cosa');
	expect(await page.getByLabel('Descrizione').count()).toBe(0);
	if (script) {
		await alive;
		await setTimeout(700);
		await examine(page);
	}
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(new URL(page.url()).pathname).toBe(`/tickets/${first}`);
	await expectWords(page, 'Ancora una cosa');
});

test('closing what is closed already is told on the page', async () => {
	const ticket = await opened(paola);
	const page = await pageOf(paola, { javaScriptEnabled: false });
	await page.goto(`/tickets/${ticket}`);
	await page.getByText('Può chiudere il ticket').click();
	granted(await closeTicket(desk, paola, on(ticket)));
	await page.getByRole('button', { name: 'È risolto, chiudi il ticket' }).click();
	await expectWords(page, 'Risolto: il ticket è stato chiuso da Lei o da un collega.');
});
