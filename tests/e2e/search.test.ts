import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, marta } = await testHouse(desk);
const { opened, solved } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();
const poligonale = await solved(paola, marta);
const quote = await opened(andrea, {
	subject: 'Le quote del profilo',
	description: 'Mancano le altezze dei pozzetti.',
});

const customer = async (options = {}) => newPage(browser, web, { cookie: await signedIn(desk, paola), ...options });

test('the results follow what is typed, and going back leads to what was there before', async () => {
	const page = await customer();
	await page.goto('/tickets');
	const field = page.getByRole('searchbox', { name: 'Cerca tra i ticket' });
	await field.pressSequentially('pozzeti', { delay: 30 });
	await expectWords(page, 'Cercato anche: pozzetti.');
	expect(await page.locator('mark').allTextContents()).toEqual(['pozzetti']);
	expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
	expect(await field.inputValue()).toBe('pozzeti');
	expect(page.url()).toContain('?q=pozzeti');
	expect(await page.getByRole('link', { name: 'La poligonale non chiude' }).count()).toBe(0);
	await examine(page);

	await page.getByRole('link', { name: 'Le quote del profilo' }).click();
	await page.waitForURL(`**/tickets/${quote}`);
	await page.goBack();
	await page.waitForURL('**/tickets?q=pozzeti');
	await page.goBack();
	await page.waitForURL('**/tickets');
	await page.getByRole('link', { name: 'La poligonale non chiude' }).waitFor();
	expect(await field.inputValue()).toBe('');
});

test('filters are addresses, and hold for what is searched next', async () => {
	const page = await customer();
	await page.goto('/tickets?q=poligonale');
	await page.getByRole('link', { name: 'Tocca a noi', exact: true }).click();
	await expectWords(page, 'Nessun ticket per «poligonale»');
	await page.getByRole('searchbox').fill('quota');
	await page.waitForURL('**/tickets?q=quota&turn=support');
	await page.getByRole('link', { name: 'Le quote del profilo' }).waitFor();
	await page.getByText('Filtri', { exact: true }).click();
	await page.getByLabel('Aperti da').selectOption('mine');
	await expectWords(page, 'Nessun ticket per «quota»');
	await examine(page);
	await page.getByRole('link', { name: 'Mostra tutti i ticket' }).click();
	await page.waitForURL('**/tickets');
});

test('without JavaScript the same form searches and filters', async () => {
	const page = await customer({ javaScriptEnabled: false });
	await page.goto('/tickets');
	await page.getByRole('searchbox').fill('profili');
	await page.getByText('Filtri', { exact: true }).click();
	await page.getByLabel('Aperti da').selectOption('colleagues');
	await page.getByRole('button', { name: 'Applica i filtri' }).click();
	await page.waitForURL('**/tickets?q=profili&of=colleagues');
	await expectWords(page, 'Trovato un ticket.');
	await page.getByRole('link', { name: 'Risolti' }).click();
	await expectWords(page, 'Nessun ticket per «profili»');
});

test('while a subject is written, tickets like it are offered and announced', async () => {
	const page = await customer();
	await page.goto('/tickets/new');
	await page.getByLabel('Oggetto').pressSequentially('Mancano le quote nel profilo', { delay: 10 });
	const offered = page.getByRole('complementary', { name: 'Forse ne state già parlando' });
	const link = offered.getByRole('link', { name: 'Le quote del profilo' });
	await link.waitFor();
	expect(await link.getAttribute('target')).toBe('_blank');
	await page
		.getByRole('status')
		.filter({ hasText: 'C’è un ticket che somiglia a questo.' })
		.waitFor({ state: 'attached' });
	await examine(page);
	await page.getByLabel('Oggetto').fill('Tutt’altra cosa da chiedere');
	await offered.waitFor({ state: 'detached' });
});

test('a resolved ticket is found from the list by its number', async () => {
	const page = await customer();
	await page.goto('/tickets');
	await page.getByRole('searchbox').fill(String(poligonale));
	await page.getByRole('button', { name: 'Cerca', exact: true }).click();
	await page.getByRole('link', { name: 'La poligonale non chiude' }).click();
	await page.waitForURL(`**/tickets/${poligonale}`);
});

test('at the desk the results follow what is typed and chosen; a number at the head of a page leads to its ticket', async () => {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	await page.goto('/desk');
	await page.getByLabel('Cerca o vai al ticket').fill('pozzeti');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/desk/search?q=pozzeti');
	await expectWords(page, 'Cercato anche: pozzetti.');
	const field = page.getByRole('searchbox', { name: 'Cerca tra i ticket' });
	await field.fill('');
	await field.pressSequentially('poligonal', { delay: 20 });
	await page.getByRole('link', { name: 'La poligonale non chiude' }).waitFor();
	expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
	expect(await field.inputValue()).toBe('poligonal');
	await page.getByRole('link', { name: 'In coda', exact: true }).click();
	await expectWords(page, 'Nessun ticket con tutte le parole di «poligonal»');
	await examine(page);
	await page.goBack();
	await page.getByRole('link', { name: 'La poligonale non chiude' }).waitFor();
	await page.goto('/desk');
	await page.getByLabel('Cerca o vai al ticket').fill(String(quote));
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/desk/tickets/${quote}`);
});
