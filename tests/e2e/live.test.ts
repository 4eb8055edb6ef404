import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endSessionsOf } from '#lib/server/auth/sessions.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, on, saying, testHouse } from '../support/house.ts';
import { examine, expectToFit, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, takeNextOn } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta } = await testHouse(desk);
const { opened, inHand, taken } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

beforeEach(() => forgetTicketsOfBrowsers(desk));
const pages: Page[] = [];
afterEach(async () => {
	for (const page of pages.splice(0)) await page.context().close();
});

type Account = { id: number; role: 'user' | 'agent' | 'supervisor' | 'administrator' };

/** Somebody's browser at an address, with its stream open. Nobody loads the page again. */
async function at(account: Account, path: string): Promise<Page> {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, account) });
	pages.push(page);
	const stream = page.waitForResponse(/\/live\?/);
	await page.goto(path);
	await stream;
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));
	return page;
}

async function expectSameDocument(page: Page): Promise<void> {
	expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
}

const said = (page: Page, words: string) =>
	page.locator('[role=status]').filter({ hasText: words }).first().waitFor({ state: 'attached' });

test('an agent takes the ticket and answers: the customer’s page says so by itself', async () => {
	const ticket = await opened(paola);
	const customer = await at(paola, `/tickets/${ticket}`);
	const agent = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	pages.push(agent);
	await agent.goto('/desk');
	expect(await takeNextOn(agent)).toBe(ticket);
	await expectWords(customer, 'Un operatore ci sta lavorando.');
	await said(customer, 'Un operatore ci sta lavorando.');

	granted(await replyToCustomer(desk, marta, saying(ticket, 'Provi a reimportare il rilievo.')));
	await expectWords(customer, 'Provi a reimportare il rilievo.');
	await said(customer, 'È arrivata una risposta.');
	await expectSameDocument(customer);
	await examine(customer);
});

test('the place changes by itself, and every change has its reason', async () => {
	const before = await inHand(chiara, marta);
	const mine = await opened(paola);
	const page = await at(paola, `/tickets/${mine}`);
	await expectWords(page, 'Nessun ticket arrivato prima del Suo è in coda.');

	granted(await putBack(desk, marta, on(before)));
	await expectWords(page, 'C’è un solo ticket prima del Suo.');
	await expectWords(page, 'Un ticket arrivato prima del Suo è tornato in coda, al suo numero di arrivo');
	await taken(marta);
	await expectWords(page, 'Nessun ticket arrivato prima del Suo è in coda.');
	const reasons = page.getByRole('region', { name: 'Perché il posto è cambiato' }).getByRole('listitem');
	await expect
		.poll(() => reasons.allInnerTexts())
		.toEqual([
			expect.stringContaining('È stato servito un ticket arrivato prima del Suo.'),
			expect.stringContaining('è tornato in coda'),
		]);
	await said(page, 'È stato servito un ticket arrivato prima del Suo.');
	await expectSameDocument(page);
	await examine(page);
});

test('on the start page the tickets change by themselves', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, '/');
	granted(await resolve(desk, marta, saying(ticket)));
	await said(page, `Ticket ${ticket}: Risolto.`);
	await expectSameDocument(page);
});

describe('whoever is at work on the page is not disturbed', () => {
	test('what is typed, where the cursor stands, what is unfolded, how far it is scrolled', async () => {
		const ticket = await inHand(paola, marta);
		const page = await at(paola, `/tickets/${ticket}`);
		await page.getByText('Dati del ticket').click();
		const text = page.getByLabel('Il Suo messaggio');
		await text.pressSequentially('Buongiorno, non ho finito');
		const scrolled = await page.evaluate(() => window.scrollY);
		granted(await replyToCustomer(desk, marta, saying(ticket, 'Provi a reimportare il rilievo.')));
		await expectWords(page, 'Provi a reimportare il rilievo.');
		await text.press('!');
		expect(await text.inputValue()).toBe('Buongiorno, non ho finito!');
		expect(await page.locator('details[open] > summary').allInnerTexts()).toContain('Dati del ticket');
		expect(await page.evaluate(() => window.scrollY)).toBeGreaterThanOrEqual(scrolled);
	});

	test('a reply that is being written when the ticket is resolved is ready for the follow-up', async () => {
		const ticket = await inHand(paola, marta);
		const page = await at(paola, `/tickets/${ticket}`);
		await page.getByLabel('Il Suo messaggio').fill('Non è ancora risolto.');
		granted(await resolve(desk, marta, saying(ticket)));
		await expectWords(page, 'Il Suo testo è qui, pronto per un ticket collegato');
		expect(await page.getByLabel('Descrizione').inputValue()).toBe('Non è ancora risolto.');
	});
});

test('a page that is not live says so, and catches up when it is again', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, `/tickets/${ticket}`);
	await page.context().setOffline(true);
	await expectWords(page, 'Questa pagina non si aggiorna da sola in questo momento.');
	await examine(page);
	granted(await replyToCustomer(desk, marta, saying(ticket, 'Provi a reimportare il rilievo.')));
	await page.context().setOffline(false);
	await expectWords(page, 'La pagina si aggiorna di nuovo da sola.');
	await expectWords(page, 'Provi a reimportare il rilievo.');
	await expectSameDocument(page);
});

test('a page that cannot be read is tried again until it can, and says meanwhile that it may be behind', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, `/tickets/${ticket}`);
	let asked = 0;
	await page.route(`**/tickets/${ticket}`, (route) => {
		asked += 1;
		return asked % 2 === 0 ? route.abort('connectionreset') : route.fulfill({ status: 503 });
	});
	granted(await replyToCustomer(desk, marta, saying(ticket, 'Provi a reimportare il rilievo.')));
	await expectWords(page, 'Questa pagina non si aggiorna da sola in questo momento.');
	expect(asked).toBeGreaterThan(1);
	await page.unroute(`**/tickets/${ticket}`);
	await expectWords(page, 'Provi a reimportare il rilievo.');
	await expectWords(page, 'La pagina si aggiorna di nuovo da sola.');
	await expectSameDocument(page);
});

test('a page that learns of the end of its session only by a change keeps what is typed, and says so', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, `/tickets/${ticket}`);
	// Idle for too long: nobody is told of that.
	await desk.db
		.updateTable('session')
		.set({ seen_at: Temporal.Instant.from('2026-01-01T00:00Z') })
		.where('account', '=', paola.id)
		.execute();
	await page.getByLabel('Il Suo messaggio').fill('Ho riprovato.');
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	await expectWords(page, 'Il Suo accesso è terminato, e questa pagina non si aggiorna più.');
	await expectSameDocument(page);
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe('Ho riprovato.');
});

test('on a phone a long line is one line, with one’s own place at its end', async () => {
	for (let ahead = 0; ahead < 14; ahead++) await opened(chiara);
	const page = await at(paola, `/tickets/${await opened(paola)}`);
	await page.setViewportSize({ width: 360, height: 740 });
	const line = page.locator('.line').filter({ has: page.locator('.cut') });
	const tops = await line.locator('span').evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect()));
	expect(tops).toHaveLength(14);
	const middles = tops.map(({ top, bottom }) => Math.round((top + bottom) / 2));
	expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2);
	await expectToFit(page);
});

test('a page whose session has ended stays as it is, says so, and leads back through the sign-in', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, `/tickets/${ticket}`);
	await page.getByLabel('Il Suo messaggio').fill('Ho riprovato: il punto 12 manca ancora.');
	await desk.db.transaction().execute((tx) => endSessionsOf(tx, paola.id));
	await expectWords(page, 'Il Suo accesso è terminato, e questa pagina non si aggiorna più.');
	await examine(page);
	await expectSameDocument(page);
	await page.getByRole('link', { name: 'Entri di nuovo: La riportiamo qui.' }).click();
	await expectWords(page, 'Il Suo accesso è terminato. Entri di nuovo: La riportiamo dov’era.');
	expect(new URL(page.url()).searchParams.get('next')).toBe(`/tickets/${ticket}`);
	await page.getByLabel('Nome utente o e-mail').fill('paola');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Entra', exact: true }).click();
	await page.waitForURL(`**/tickets/${ticket}`);
	expect(await page.getByLabel('Il Suo messaggio').inputValue()).toBe('Ho riprovato: il punto 12 manca ancora.');
});

test('while nobody looks, the tab’s title says that something came', async () => {
	const ticket = await inHand(paola, marta);
	const page = await at(paola, `/tickets/${ticket}`);
	await page.evaluate(() => {
		document.hasFocus = () => false;
	});
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	await expect.poll(() => page.title()).toMatch(/^Novità · /);
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await expect.poll(() => page.title()).not.toMatch(/^Novità/);
});
