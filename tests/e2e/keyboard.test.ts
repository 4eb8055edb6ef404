import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { comeAlive, examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, chiara, marta } = await testHouse(desk);
const { opened } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

/** What has the focus: a field by its label, anything else by its words. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		const label = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement ? at.labels?.[0] : at;
		return label?.textContent.replaceAll(/\s+/g, ' ').trim();
	});

test('an agent’s turn by keyboard alone: take, note, reply, resolve, look around', async () => {
	const first = await opened(paola, { subject: 'La poligonale non chiude' });
	await opened(chiara, { subject: 'Residui troppo alti' });
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	const press = (...keys: string[]) =>
		keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
	await page.goto('/desk');
	await comeAlive(page);

	await press('?');
	const keys = page.getByRole('dialog', { name: 'Tasti di questa pagina' });
	await keys.getByText('Prendi il prossimo').waitFor();
	await keys.getByText('Coda', { exact: true }).waitFor();
	await examine(page);
	await press('Escape');
	await keys.waitFor({ state: 'detached' });

	await press('p');
	await page.waitForURL(`**/desk/tickets/${first}`);
	await expectWords(page, 'Nota interna');
	await press('n');
	await expect.poll(() => focused(page)).toBe('Nota per i colleghi');
	await page.keyboard.type('Un attimo: r, s e p sono lettere.');
	await press('Control+Enter');
	await expectWords(page, 'La nota interna è aggiunta.');
	await press('Escape', 'r');
	await expect.poll(() => focused(page)).toBe('Risposta al cliente');
	await page.keyboard.type('Provi a reimportare il rilievo.');
	// From any field of the form, not from those with a text alone.
	await page.locator('#reply-files').focus();
	await press('Control+Enter');
	await expectWords(page, 'La risposta è inviata.');

	// Folded behind another line.
	await press('Escape', 'u');
	await expect.poll(() => page.locator('#act-merge').evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(true);
	await press('Escape', 's');
	await expect.poll(() => page.locator('#act-resolve').evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(true);
	await press('Control+Enter');
	await page.waitForURL((url) => url.pathname === '/desk');

	await press('g', 'c');
	await page.waitForURL('**/desk/queue');
	await expectWords(page, 'Residui troppo alti');
	await press('j');
	expect(await focused(page)).toContain('Residui troppo alti');
	await page.context().close();
});

test('the palette finds tickets, customers, products and commands, and forgives accents', async () => {
	const ticket = await opened(paola, { subject: 'Il file non si apre' });
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	await page.goto('/desk/queue');
	await comeAlive(page);
	await page.keyboard.press('Control+k');
	const field = page.getByRole('combobox', { name: 'Trova e fai' });
	await field.waitFor();
	await examine(page);
	const options = page.getByRole('option');
	const chosen = page.getByRole('option', { selected: true });

	await page.keyboard.type(String(ticket));
	await options.filter({ hasText: 'Il file non si apre' }).waitFor();
	await field.fill('FERRÌ');
	await options.filter({ hasText: 'Cliente' }).first().waitFor();
	await field.fill('isoipsa');
	await options.filter({ hasText: 'Software' }).waitFor();
	await field.fill('niente di simile');
	await expectWords(page, 'Cerca «niente di simile» in tutti i ticket');
	await field.fill('');
	await page.keyboard.press('ArrowUp');
	expect(await chosen.evaluate((line) => line === line.parentElement?.lastElementChild)).toBe(true);
	await field.fill('postazione');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/desk');
	await page.getByRole('combobox').waitFor({ state: 'detached' });

	await page.keyboard.press('Control+k');
	await page.keyboard.type(String(ticket));
	await options.filter({ hasText: 'Il file non si apre' }).click();
	await page.waitForURL(`**/desk/tickets/${ticket}`);
	await page.context().close();
});

test('what is typed for a palette that is still being loaded, held down, or meant for AltGr takes no ticket', async () => {
	await opened(paola, { subject: 'Non ancora' });
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	const sent: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
	let deliver = () => {};
	const wanted = new Promise<void>((done) => {
		deliver = done;
	});
	await page.goto('/desk');
	await comeAlive(page);
	await page.route('**/_app/**', (route) => wanted.then(() => route.continue()));
	await page.keyboard.press('Control+k');
	await page.keyboard.press('p');
	deliver();
	await page.getByRole('combobox', { name: 'Trova e fai' }).waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('combobox').waitFor({ state: 'detached' });
	await page.evaluate(() => {
		for (const how of [{ repeat: true }, { modifierAltGraph: true }])
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true, ...how }));
	});
	await page.keyboard.press('?');
	await page.getByRole('dialog', { name: 'Tasti di questa pagina' }).waitFor();
	expect(sent.filter((address) => address.includes('take'))).toEqual([]);
	expect(new URL(page.url()).pathname).toBe('/desk');
	await page.context().close();
});

test('whoever dictates switches single keys off, and keeps the palette', async () => {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	await page.goto('/desk');
	await comeAlive(page);
	await page.keyboard.press('?');
	await page.getByLabel('I tasti singoli agiscono in questo browser').uncheck();
	await page.getByRole('button', { name: 'Chiudi' }).click();
	await page.locator('html[data-single-keys=off]').waitFor();
	await page.keyboard.press('g');
	await page.keyboard.press('c');
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox').waitFor();
	expect(new URL(page.url()).pathname).toBe('/desk');
	await page.context().close();
});
