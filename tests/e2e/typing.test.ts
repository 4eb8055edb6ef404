import { expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola } = await testHouse(desk);
const web = await startWeb(testing);
const browser = await launchBrowser();

const customer = async () => newPage(browser, web, { cookie: await signedIn(desk, paola) });

test('a text longer than allowed stays whole, and says by how much it must be shortened', async () => {
	const page = await customer();
	await page.goto('/tickets/new');
	const description = page.getByLabel('Descrizione');
	await description.fill('x'.repeat(textLimits.message + 12));
	await expectWords(page, '12 caratteri oltre il limite');
	expect(await description.inputValue()).toHaveLength(textLimits.message + 12);
	await examine(page);
	await description.fill('x'.repeat(textLimits.message - 1));
	await expectWords(page, 'Resta un carattere.');
});

test('files chosen before the page comes alive stay when more are chosen', async () => {
	const page = await customer();
	const scripts = Promise.withResolvers<void>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await page.goto('/tickets/new', { waitUntil: 'commit' });
	const files = page.locator('input[type=file]');
	await files.setInputFiles(textFile('prima.txt'));
	scripts.resolve();
	await page.getByRole('button', { name: 'Togli prima.txt' }).waitFor();
	await files.setInputFiles(textFile('dopo.txt'));
	await page.getByRole('button', { name: 'Togli dopo.txt' }).waitFor();
	expect(await files.evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ name }) => name))).toEqual([
		'prima.txt',
		'dopo.txt',
	]);
});
