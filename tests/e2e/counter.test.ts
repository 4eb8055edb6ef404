import { expect, test } from 'vitest';
import { PASSWORD } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
await testHouse(testing.desk);
const web = await startWeb(testing);
const browser = await launchBrowser();

test('one comes up to the counter, is told its rule, mistypes the password, and enters', async () => {
	const page = await newPage(browser, web);
	await page.goto('/');
	await expectWords(page, 'Ogni richiesta prende un numero quando arriva, e la serviamo in quell’ordine.');
	await examine(page);

	await page.getByLabel('Nome utente o e-mail').fill('paola');
	await page.getByLabel('Password').fill('un’altra');
	await page.getByRole('button', { name: 'Entra' }).click();
	await expectWords(page, 'Accesso non riuscito');
	expect(await page.getByLabel('Nome utente o e-mail').inputValue()).toBe('paola');
	await examine(page);

	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Entra' }).click();
	await expectWords(page, 'Qui si prende il numero');
});
