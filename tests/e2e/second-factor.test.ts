import { expect, test } from 'vitest';
import { giveAccount, PASSWORD } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola } = await testHouse(desk);
const elena = await giveAccount(desk, { role: 'administrator', username: 'elena' });
const web = await startWeb(testing);
const browser = await launchBrowser();
type Page = Awaited<ReturnType<typeof newPage>>;

async function givePassword(page: Page, name: string) {
	await page.goto('/login');
	await page.getByLabel('Nome utente').fill(name);
	await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Entra' }).click();
}

test('without JavaScript a customer sets up a second factor, comes in with a code and with a recovery code, and removes it', async () => {
	const page = await newPage(browser, web, { javaScriptEnabled: false });
	await givePassword(page, 'paola');
	await page.getByRole('link', { name: 'il Suo account' }).click();
	await page.getByRole('link', { name: 'Vai al Suo accesso' }).click();
	await page.getByRole('button', { name: 'Attiva il secondo fattore' }).click();
	await expectWords(page, 'inquadri questo codice');
	const phone = await authenticator(testing, paola.id);
	await page.getByLabel('Codice di sei cifre').fill(await phone.shows());
	await page.getByRole('button', { name: 'Attiva' }).click();
	await expectWords(page, 'Li mostriamo soltanto adesso');
	const codes = await page
		.getByRole('list', { name: 'I Suoi codici di recupero' })
		.getByRole('listitem')
		.allInnerTexts();
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Scarica i codici' }).click();
	expect((await downloading).suggestedFilename()).toBe('sportello-codici-di-recupero.txt');

	await page.getByRole('button', { name: 'Esci' }).click();
	await givePassword(page, 'paola');
	await page.getByLabel('Codice di sei cifre').fill(await phone.next());
	await page.getByRole('button', { name: 'Entra', exact: true }).click();
	await page.waitForURL((url) => url.pathname === '/');

	await page.getByRole('button', { name: 'Esci' }).click();
	await givePassword(page, 'paola');
	await page.getByText('Non ha il telefono?').click();
	await page.getByLabel('Codice di recupero').fill(codes[0] ?? '');
	await page.getByRole('button', { name: 'Entra con il codice di recupero' }).click();
	await page.waitForURL((url) => url.pathname === '/');

	testing.clock.advance({ minutes: 20 });
	await page.goto('/access');
	await expectWords(page, 'Restano 9 codici di recupero');
	await page.getByText('Togliere il secondo fattore').click();
	await page.getByRole('button', { name: 'Togli il secondo fattore' }).click();
	await page.getByLabel('La Sua password').fill(PASSWORD);
	await page
		.getByRole('group')
		.getByLabel('Codice dell’app, o di recupero')
		.fill(await phone.next());
	await page.getByRole('button', { name: 'Conferma e continua' }).click();
	await expectWords(page, 'Il secondo fattore è tolto');
	await page.context().close();
});

test('with JavaScript an administrator sets one up and makes it mandatory; an agent is led to it; a lost one is taken away', async () => {
	const page = await newPage(browser, web);
	await givePassword(page, 'elena');
	await page.goto('/access');
	await examine(page);
	await page.getByRole('button', { name: 'Attiva il secondo fattore' }).click();
	await expectWords(page, 'inquadri questo codice');
	await examine(page);
	const own = await authenticator(testing, elena);
	await page.getByLabel('Codice di sei cifre').fill(await own.doesNotShow());
	await page.getByRole('button', { name: 'Attiva' }).click();
	await expectWords(page, 'Il codice non corrisponde');
	await examine(page);
	await page.getByLabel('Codice di sei cifre').fill(await own.shows());
	await page.getByRole('button', { name: 'Attiva' }).click();
	await expectWords(page, 'Il secondo fattore è attivo');
	await examine(page);
	await page.getByRole('link', { name: 'Li ho messi al sicuro' }).click();
	await examine(page);

	testing.clock.advance({ minutes: 20 });
	await page.goto('/admin/staff');
	await page.getByRole('button', { name: 'Rendi obbligatorio' }).click();
	await page.getByLabel('La Sua password').fill(PASSWORD);
	await page.getByLabel('Codice dell’app, o di recupero').fill(await own.shows());
	await examine(page);
	await page.getByRole('button', { name: 'Conferma e continua' }).click();
	await expectWords(page, 'Il secondo fattore è obbligatorio per il personale');

	const there = await newPage(browser, web);
	await givePassword(there, 'marta');
	await expectWords(there, 'Per il personale il secondo fattore è obbligatorio');
	await examine(there);
	await there.goto('/desk');
	expect(new URL(there.url()).pathname).toBe('/login');
	await givePassword(there, 'marta');
	const { id } = await desk.db
		.selectFrom('account')
		.select('id')
		.where('username', '=', 'marta')
		.executeTakeFirstOrThrow();
	await there.getByLabel('Codice di sei cifre').fill(await (await authenticator(testing, id)).shows());
	await there.getByRole('button', { name: 'Attiva' }).click();
	await there.getByRole('link', { name: 'Li ho messi al sicuro' }).click();
	await there.waitForURL((url) => url.pathname === '/desk');

	await page.goto(`/admin/accounts/${id}`);
	await page.getByText('Togliere il secondo fattore').click();
	await page.getByRole('button', { name: 'Togli il secondo fattore' }).click();
	await expectWords(page, 'l’abbiamo scritto a chi riguarda');
	await there.goto('/desk');
	expect(new URL(there.url()).pathname).toBe('/login');
	await givePassword(there, 'marta');
	await expectWords(there, 'Attivi il secondo fattore');
	await givePassword(there, 'elena');
	await expectWords(there, 'Il codice del telefono');
	await examine(there);
	await there.context().close();
	await page.context().close();
});
