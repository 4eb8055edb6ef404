import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveStaff, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();
const ada = await giveStaff(desk, 'ada', 'administrator');
const cookie = await signedIn(desk, ada);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the administrator looks at a change of the policy, corrects it, saves it, and customers read it', async () => {
	await awaitingCustomer(paola, marta);
	const page = await newPage(browser, web, { cookie });
	await page.goto('/admin/policy');
	await examine(page);

	await page.getByLabel('Giorni lavorativi').fill('3');
	await page.getByLabel('sabato').check();
	await page.getByLabel('Paese').selectOption('AT');
	await page.locator('#reminders').fill('7');
	await press(page, 'Anteprima');
	await expectWords(page, 'C’è una cosa da correggere');
	await examine(page);
	expect(await page.getByLabel('Paese').inputValue()).toBe('AT');
	expect(await page.getByLabel('sabato').isChecked()).toBe(true);

	await page.locator('#reminders').fill('0');
	await press(page, 'Anteprima');
	await expectWords(page, 'Anteprima: nulla è ancora salvato');
	await expectWords(page, 'C’è un’attesa aperta');
	expect(await page.locator(':focus').getAttribute('id')).toBe('preview');
	expect(
		await page.locator('#preview').evaluate((preview) => Math.abs(preview.getBoundingClientRect().top)),
	).toBeLessThan(50);
	expect(await page.getByLabel('Giorni lavorativi').inputValue()).toBe('3');
	await examine(page);

	await page.getByLabel('Perché cambia').fill('Dopo la fiera');
	await press(page, 'Salva come versione 2');
	await expectWords(page, 'La nuova versione del regolamento è in vigore.');
	await expectWords(page, 'Dopo la fiera');
	expect(await page.getByLabel('Paese').inputValue()).toBe('AT');

	const visitor = await newPage(browser, web);
	await visitor.goto('/login');
	await visitor.getByRole('link', { name: 'Regolamento' }).click();
	await expectWords(
		visitor,
		/dura al massimo tre giorni lavorativi\..*dal lunedì al sabato, tolte le feste nazionali \(Austria\)/,
	);
	await examine(visitor);
});
