import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import { prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { PASSWORD } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { openTicketOn, takeNextOn, textFile, unfold } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const web = await startWeb(testing);
const browser = await launchBrowser();

const title = 'the whole way of a ticket, from the set-up link to a follow-up, on both sides of the counter';

test(title, { timeout: 240_000 }, async () => {
	const elena = await newPage(browser, web);
	await setUp(elena);
	const links = await furnish(elena);
	const paola = await activate(links.paola);
	const marta = await activate(links.marta);

	const number = await openTicketOn(paola, {
		subject: 'Il rilievo non si importa',
		description: 'Il file **non** si apre.',
		file: 'rilievo.txt',
	});
	await expectWords(paola, 'Nessun ticket arrivato prima del Suo è in coda.');
	await examine(paola);

	expect(await takeNextOn(marta)).toBe(number);
	await examine(marta);
	expect(await download(marta, 'rilievo.txt')).toBe('Il contenuto di rilievo.txt');
	await note(marta, 'Sembra il formato vecchio.');
	await askForTheFile(marta);

	const later = await openTicketOn(paola, { subject: 'Un’altra cosa', description: 'Più tardi.' });
	await answer(paola, number);
	expect(await takeNextOn(marta)).toBe(number);
	expect(await download(marta, 'originale.txt')).toBe('Il contenuto di originale.txt');
	await resolve(marta);

	const followUp = await openFollowUp(paola, number);
	await marta.goto(`/desk/tickets/${followUp}`);
	await marta.getByRole('link', { name: `${number} Il rilievo non si importa` }).waitFor();
	await examine(marta);
	await marta.goto('/desk/queue');
	expect(await marta.getByRole('article').locator('.number').allInnerTexts()).toEqual([
		String(later),
		String(followUp),
	]);
	await examine(marta);

	const audit = new Audit();
	for await (const fact of readQueueLog(testing.desk.db)) audit.read(fact);
	expect(audit.report()).toMatchObject({ takings: 2, overtakings: 0, findings: [] });
});

async function setUp(page: Page): Promise<void> {
	await page.goto(`/setup/${await prepareSetupLink(testing.desk)}`);
	await examine(page);
	await page.getByLabel('Nome e cognome').fill('Elena Rinaldi');
	await page.getByLabel('Nome utente').fill('elena');
	await page.getByLabel('E-mail').fill('elena@example.it');
	await choosePassword(page);
	await page.getByRole('button', { name: 'Crea l’amministratore ed entra' }).click();
	await page.waitForURL(/\/(desk|admin)$/);
}

async function choosePassword(page: Page): Promise<void> {
	await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Ripeta la password').fill(PASSWORD);
}

/** A product, a customer licensed for it with a user, and an agent; answers the activation links of the two. */
async function furnish(page: Page): Promise<{ paola: string; marta: string }> {
	await page.goto('/admin/products');
	await examine(page);
	await page.getByLabel('Nome del software').fill('Isoipsa');
	await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
	await expectWords(page, 'Il software è stato aggiunto.');

	await page.goto('/admin/customers/new');
	await examine(page);
	await page.getByLabel('Nome del cliente').fill('Studio Ferri');
	await page.getByRole('button', { name: 'Aggiungi il cliente' }).click();
	await page.getByLabel('Isoipsa').check();
	await page.getByRole('button', { name: 'Salva le licenze' }).click();
	await expectWords(page, 'Le licenze sono state salvate.');
	await examine(page);
	await page.getByRole('link', { name: 'Aggiungi un utente' }).click();
	const paola = await issue(page, 'Paola Ferri', 'paola');

	await page.goto('/admin/staff/new');
	return { paola, marta: await issue(page, 'Marta Colombo', 'marta') };
}

async function issue(page: Page, name: string, username: string): Promise<string> {
	await page.getByLabel('Nome e cognome').fill(name);
	await page.getByLabel('Nome utente').fill(username);
	await page.getByLabel('E-mail').fill(`${username}@example.it`);
	await examine(page);
	await page.getByRole('button', { name: 'Crea e mostra il collegamento' }).click();
	const link = page.getByRole('textbox', { name: 'Collegamento di attivazione' });
	await link.waitFor();
	await examine(page);
	return link.inputValue();
}

async function activate(link: string): Promise<Page> {
	const page = await newPage(browser, web);
	await page.goto(link);
	await examine(page);
	await choosePassword(page);
	await page.getByRole('button', { name: 'Salva la password ed entra' }).click();
	await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/desk');
	await examine(page);
	return page;
}

async function download(page: Page, name: string): Promise<string> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('#conversation').getByRole('link', { name }).click(),
	]);
	expect(file.suggestedFilename()).toBe(name);
	return readFile(await file.path(), 'utf8');
}

async function note(page: Page, text: string): Promise<void> {
	const form = await unfold(page, 'Nota interna');
	await form.getByLabel('Nota per i colleghi').fill(text);
	await form.getByRole('button', { name: 'Aggiungi la nota, che il cliente non vede mai' }).click();
	await expectWords(page, 'La nota interna è aggiunta. Il cliente non la vede.');
}

/** Monday: the days counted are Tuesday to the next Monday. */
async function askForTheFile(page: Page): Promise<void> {
	const form = await unfold(page, 'Metti in attesa: servono informazioni');
	await expectWords(page, 'lunedì 30 novembre, entro fine giornata');
	await form.getByLabel('Messaggio al cliente').fill('Ci mandi il file originale, per favore.');
	await form.getByRole('button', { name: 'Chiedi e metti in attesa' }).click();
	await form.getByText('Indichi almeno una cosa che manca.').first().waitFor();
	await examine(page);
	await form.getByLabel('File di riferimento').check();
	await form.getByRole('button', { name: 'Chiedi e metti in attesa' }).click();
	await page.waitForURL(/\/desk(\?.*)?$/);
	await expectWords(page, 'Il ticket 1 attende il cliente.');
	await expectWords(page, 'ultimo giorno utile lunedì 30 novembre');
	await examine(page);
}

async function answer(page: Page, number: number): Promise<void> {
	await page.goto(`/tickets/${number}`);
	await expectWords(page, 'Tocca a Lei');
	await expectWords(page, 'lunedì 30 novembre, entro fine giornata');
	expect(await page.content()).not.toContain('Sembra il formato vecchio.');
	await examine(page);
	await page.getByLabel('Il Suo messaggio').fill('Eccolo.');
	await page.locator('input[name=files]').setInputFiles(textFile('originale.txt'));
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	await expectWords(page, 'Nessun ticket arrivato prima del Suo è in coda.');
}

async function resolve(page: Page): Promise<void> {
	const form = await unfold(page, 'Risolvi');
	await form.getByLabel('Ultimo messaggio al cliente').fill('Ora si importa: era il formato della versione 11.');
	await form.getByRole('button', { name: 'Segna come risolto' }).click();
	await expectWords(page, 'Il ticket 1 è risolto.');
}

async function openFollowUp(page: Page, number: number): Promise<number> {
	await page.goto(`/tickets/${number}`);
	await expectWords(page, 'Ora si importa: era il formato della versione 11.');
	await examine(page);
	await page.getByRole('link', { name: 'Apri un ticket collegato' }).click();
	expect(await page.getByLabel('Oggetto').inputValue()).toBe('Il rilievo non si importa');
	await examine(page);
	await page.getByLabel('Descrizione').fill('Si importa, ma senza le quote.');
	await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
	await page.waitForURL(/\/tickets\/\d+(\?opened)?$/);
	await page
		.getByRole('link', { name: String(number) })
		.first()
		.waitFor();
	return Number(/\/tickets\/(\d+)/.exec(page.url())?.[1]);
}
