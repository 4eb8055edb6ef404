import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { carryOutImport } from '#lib/server/use-cases/carry-out-import.ts';
import { carryOutIssuing } from '#lib/server/use-cases/carry-out-issuing.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { giveProduct, giveStaff } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { openTicketOn } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
await giveProduct(desk, 'Isoipsa');
const elena = await giveStaff(desk, 'elena', 'administrator');
const web = await startWeb(testing);
const browser = await launchBrowser();

const rows = [
	'Cliente;Persona;E-mail;Software',
	'Studio Neri;Ugo Neri;ugo@neri.example;Isoipsa',
	'Studio Neri;Lia Neri;lia;Isoipso',
];
const chosen = 'una frase tutta nuova';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click();
const keyIn = (page: Page) => Number(/\/(\d+)(\?|$)/.exec(page.url())?.[1]);

async function signIn(page: Page, password: string): Promise<void> {
	await page.goto('/login');
	await page.getByLabel('Nome utente').fill('ugo');
	await page.getByLabel('Password', { exact: true }).fill(password);
	await press(page, 'Entra');
	await page.waitForURL((url) => url.pathname === '/');
}

async function choose(page: Page, password: string, submit: string): Promise<void> {
	await page.getByLabel('Password', { exact: true }).fill(password);
	await page.getByLabel('Ripeta la password').fill(password);
	await press(page, submit);
}

/** The address in the newest mail, as an administrator reads it where mail is kept. */
async function readInMail(page: Page, subject: string, address: RegExp): Promise<string> {
	await page.goto('/admin/mail');
	await examine(page);
	await page.getByRole('link', { name: subject }).first().click();
	await page.getByText('La stessa, in testo semplice').click();
	await expectWords(page, address);
	await examine(page);
	return address.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
}

test('from rows of a file to a customer’s first ticket, and back in when the password is forgotten', async () => {
	const office = await newPage(browser, web, { cookie: await signedIn(desk, elena) });
	await office.goto('/admin/customers');
	await follow(office, 'Importa da un file');
	await examine(office);
	const file = { name: 'clienti.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
	await office.getByLabel('File CSV').setInputFiles(file);
	await press(office, 'Mostra l’anteprima');
	await expectWords(office, 'persona nuova, nome utente ugo');
	const refused = office.getByRole('row').filter({ hasText: 'Lia Neri' });
	expect(await refused.textContent()).toMatch(
		/E-mail: Non è un indirizzo[\s\S]*Software: Non c’è nessun software «Isoipso»/,
	);
	await examine(office);
	expect(await desk.db.selectFrom('customer').select('id').execute()).toEqual([]);

	await press(office, 'Importa una riga');
	await expectWords(office, 'Importazione in corso');
	await examine(office);
	await carryOutImport(desk, keyIn(office));
	await expectWords(office, 'Importazione conclusa');
	await examine(office);
	await follow(office, 'Emetti le credenziali all’unica persona');
	await examine(office);
	await press(office, 'Emetti all’unica');
	await examine(office);
	await press(office, 'Invia un’e-mail');
	await office.waitForURL(/credentials\/\d+/);
	await carryOutIssuing(desk, keyIn(office));
	await expectWords(office, 'Emissione conclusa');
	await examine(office);
	const activation = await readInMail(office, 'Le Sue credenziali per l’assistenza', /http:\S+\/activate\/[\w-]{43}/);

	const site = await newPage(browser, web, { viewport: { width: 360, height: 740 } });
	await site.goto(activation);
	await examine(site);
	await choose(site, 'corta', 'Salva la password ed entra');
	await expectWords(site, 'Servono almeno 10 caratteri');
	await examine(site);
	await choose(site, PASSWORD, 'Salva la password ed entra');
	await site.waitForURL((url) => url.pathname === '/');
	await examine(site);
	await press(site, 'Esci');
	await signIn(site, PASSWORD);
	const told = { subject: 'La poligonale non chiude', description: 'Dopo l’aggiornamento.' };
	expect(await openTicketOn(site, told)).toBe(1);
	await expectWords(site, 'Nessun ticket arrivato prima del Suo è in coda.');
	await examine(site);
	await site.goto(activation);
	await expectWords(site, 'è già stata scelta la password: può entrare');
	await examine(site);

	await press(site, 'Esci');
	await follow(site, 'Non ricorda la password?');
	await examine(site);
	await site.getByLabel('Nome utente').fill('ugo@neri.example');
	await press(site, 'Chiedi il collegamento');
	await expectWords(site, 'Guardi la Sua posta');
	await examine(site);
	const recovery = await readInMail(office, 'Per scegliere una nuova password', /http:\S+\/recover\/[\w-]{43}/);
	await site.goto(recovery);
	await examine(site);
	await choose(site, 'ugo neri', 'Salva la nuova password');
	await expectWords(site, 'Servono almeno 10 caratteri');
	await choose(site, chosen, 'Salva la nuova password');
	await expectWords(site, 'La nuova password è salvata');
	await examine(site);
	await site.goto(recovery);
	await expectWords(site, 'Questo collegamento non si può usare');
	await examine(site);
	await signIn(site, chosen);
	await site.getByRole('article').filter({ hasText: told.subject }).waitFor();
});
