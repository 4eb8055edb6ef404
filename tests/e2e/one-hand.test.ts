import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveLicence, giveProduct, granted, saying, testHouse } from '../support/house.ts';
import { comeAlive, examine, expectNoSidewaysScroll, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta } = await testHouse(desk);
const { opened, taken } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let pressed = 0; pressed < 60; pressed++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement as HTMLInputElement | null;
			return [...(element?.labels ?? [])].map((label) => label.textContent).join(' ') || (element?.textContent ?? '');
		});
		if (name.test(focused.trim())) return;
	}
	throw new Error(`The keyboard does not reach ${name}.`);
}

test('on a phone, by keyboard alone, a first ticket is opened from the home page', async () => {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola), ...phone });
	await page.goto('/');
	await expectWords(page, 'Qui si prende il numero');
	await tabTo(page, /^Apri un ticket$/);
	await page.keyboard.press('Enter');
	await page.waitForURL('**/tickets/new');
	await expectWords(page, 'Per quale software?');

	await tabTo(page, /^Assistenza tecnica/);
	await page.keyboard.press('Space');
	await tabTo(page, /^Oggetto/);
	await page.keyboard.type('La stampa è vuota');
	await tabTo(page, /^Descrizione/);
	await page.keyboard.type('Stampo la mappa ed esce un foglio bianco.');
	await tabTo(page, /^Versione/);
	await page.keyboard.type('12.1');
	await tabTo(page, /^Sistema operativo/);
	await page.keyboard.type('Windows 11');
	await tabTo(page, /^Invia e prendi il numero$/);
	await page.keyboard.press('Enter');
	await expectWords(page, 'Il Suo ticket è aperto: ha il numero 1.');
	await expectWords(page, 'Anche i colleghi possono rispondere.');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('done');
	await examine(page);
	await page.close(); // what is in sight on it would count as read
});

test('the one act of the home page lies under the thumb, and covers nothing that has the focus', async () => {
	for (let more = 0; more < 8; more++) await opened(paola);
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola), ...phone });
	await page.goto('/');
	const act = page.locator('.counter a');
	const bottom = async () => {
		const box = await act.boundingBox();
		return box && box.y + box.height;
	};
	expect(await bottom()).toBeGreaterThan(740 - 40);
	expect(await bottom()).toBeLessThanOrEqual(740);
	const links = page.locator('.stub a');
	for (let nth = 0; nth < (await links.count()); nth++) {
		await links.nth(nth).focus();
		const [link, counter] = [await links.nth(nth).boundingBox(), await act.boundingBox()];
		expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThanOrEqual(counter?.y ?? 0);
	}
	await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
	const last = await page.getByRole('link', { name: 'Tutti i ticket, con i filtri' }).boundingBox();
	expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan((await act.boundingBox())?.y ?? 0);
	await examine(page);
});

test('another software brings what was told of it, and leaves what was typed', async () => {
	const quota = await giveProduct(desk, 'Quota');
	await giveLicence(desk, chiara, quota);
	await opened(chiara, { version: '12.1', operatingSystem: 'Windows 11', tools: 'Stazione totale' });
	await opened(chiara, { product: quota, version: '4.0', operatingSystem: 'macOS 26', tools: '' });
	const page = await newPage(browser, web, { cookie: await signedIn(desk, chiara), ...phone });
	await page.goto('/tickets/new');
	const fields = ['Versione', 'Sistema operativo', 'Strumenti'];
	const values = () => Promise.all(fields.map((name) => page.getByLabel(name).inputValue()));
	expect(await values()).toEqual(['', 'macOS 26', '']);
	await page.getByLabel('Isoipsa').check();
	await expectWords(page, 'Abbiamo riportato quanto ci ha detto nel ticket');
	expect(await values()).toEqual(['12.1', 'Windows 11', 'Stazione totale']);
	await page.getByLabel('Sistema operativo').fill('Windows 11, portatile');
	await page.getByLabel('Quota').check();
	expect(await values()).toEqual(['4.0', 'Windows 11, portatile', '']);
	await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
	await expectNoSidewaysScroll(page);
	await page.goto('/tickets/new');
	await page.getByLabel('Quota').check();
	await examine(page);
});

test('a mark goes when the ticket is opened or the answer arrives in sight, not when its link is hovered over', async () => {
	const ticket = await taken(marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	const page = await newPage(browser, web, { cookie: await signedIn(desk, paola) });
	await page.goto('/');
	const link = page.locator(`a[href="/tickets/${ticket}"]`);
	await link.hover();
	await page.goto('/');
	await page.getByText('Novità').first().waitFor();
	await link.click();
	await page.waitForURL(`**/tickets/${ticket}`);
	await page.goBack();
	await expectWords(page, 'abbiamo');
	await page.reload();
	expect(await page.getByText('Novità').count()).toBe(0);

	await page.goto(`/tickets/${ticket}`);
	await comeAlive(page);
	const toldAgain = page.waitForResponse((response) => response.url().endsWith(`/tickets/${ticket}/read`));
	granted(await replyToCustomer(desk, marta, saying(ticket, 'Arrivata mentre guardava.')));
	await expectWords(page, 'Arrivata mentre guardava.');
	expect((await toldAgain).status()).toBe(204);
	await page.goto('/');
	expect(await page.getByText('Novità').count()).toBe(0);
});
