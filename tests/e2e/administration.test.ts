import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { giveAccount, giveCustomer, PASSWORD, signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { actEarly, comeAlive, examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const web = await startWeb(testing);
const browser = await launchBrowser();
let cookie: string;

beforeAll(async () => {
	const id = await giveAccount(desk, { role: 'administrator', username: 'ada' });
	cookie = await signedIn(desk, { id, role: 'administrator' });
});

const administrator = (options = {}) => newPage(browser, web, { cookie, ...options });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

async function fillInPerson(page: Page, name: string, username: string): Promise<void> {
	await page.getByLabel('Nome e cognome').fill(name);
	await page.getByLabel('Nome utente').fill(username);
	await page.getByLabel('E-mail').fill(`${username}@example.it`);
}

test('from the empty installation to the first user, step by step', async () => {
	const page = await administrator();
	await page.goto('/admin');
	await examine(page);
	await follow(page, 'Aggiungi un software');
	await page.getByLabel('Nome del software').fill('Mappa 3D');
	await press(page, 'Aggiungi');
	await expectWords(page, 'Il software è stato aggiunto.');
	expect(await page.getByLabel('Nome del software').inputValue()).toBe('');

	await follow(page, 'Primi passi');
	await expectWords(page, 'Fatto: un software');
	await follow(page, 'Aggiungi un cliente');
	await page.getByLabel('Nome del cliente').fill('Studio Alfa');
	await press(page, 'Aggiungi il cliente');
	await page.getByLabel('Mappa 3D').check();
	await press(page, 'Salva le licenze');
	await expectWords(page, 'Le licenze sono state salvate.');
	expect(await page.getByLabel('Mappa 3D').isChecked()).toBe(true);

	await follow(page, 'Aggiungi un utente');
	await fillInPerson(page, 'Marta Riva', 'm.riva');
	await press(page, 'Crea e mostra il collegamento');
	const link = await page.getByRole('textbox', { name: 'Collegamento di attivazione' }).inputValue();
	expect(link).toMatch(new RegExp(`^${web.origin}/activate/[\\w-]{43}$`));
	await follow(page, 'Primi passi');
	await expectWords(page, 'È tutto pronto');
	await follow(page, 'Clienti');
	await expectWords(page, 'una persona');
	await examine(page);
});

test('a name that is taken is said beside its field, and what was typed stays', async () => {
	const page = await administrator();
	await giveAccount(desk, { role: 'agent', username: 'giulia' });
	await page.goto('/admin/staff/new');
	await fillInPerson(page, 'Giulia Neri', 'GIULIA');
	await page.getByRole('radio', { name: /^Responsabile/ }).check();
	await press(page, 'Crea e mostra il collegamento');
	await expectWords(page, 'C’è una cosa da correggere');
	expect(await page.getByLabel('Nome utente').getAttribute('aria-invalid')).toBe('true');
	expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Giulia Neri');
	expect(await page.getByRole('radio', { name: /^Responsabile/ }).isChecked()).toBe(true);
	await examine(page);

	await fillInPerson(page, 'Giulia Neri', 'g.neri');
	await press(page, 'Crea e mostra il collegamento');
	await expectWords(page, 'Ecco il collegamento di attivazione');
});

test('saving one form of a page leaves what is being typed in another', async () => {
	const page = await administrator();
	const customer = await giveCustomer(desk, 'Studio Delta');
	await page.goto(`/admin/customers/${customer}`);
	await page.getByLabel('Nome del cliente').fill('Studio Delta e figli');
	await press(page, 'Salva le licenze');
	await expectWords(page, 'Le licenze sono state salvate.');
	expect(await page.getByLabel('Nome del cliente').inputValue()).toBe('Studio Delta e figli');
	await press(page, 'Salva');
	await expectWords(page, 'I dati del cliente sono stati salvati.');
	expect(await page.getByLabel('Nome del cliente').inputValue()).toBe('Studio Delta e figli');
});

test('without JavaScript a link shows once; sent again, the form offers a new one', async () => {
	const page = await administrator({ javaScriptEnabled: false });
	const customer = await giveCustomer(desk, 'Studio Beta');
	await page.goto(`/admin/customers/${customer}/users/new`);
	await fillInPerson(page, 'Luca Sala', 'l.sala');
	await press(page, 'Crea e mostra il collegamento');
	await expectWords(page, 'Ecco il collegamento di attivazione');
	await page.reload();
	await expectWords(page, 'Il collegamento è già stato mostrato');
	await follow(page, 'Vai alla sua pagina');
	await press(page, 'Crea un nuovo collegamento');
	await expectWords(page, 'Ecco il collegamento di attivazione');
	await press(page, 'Salva');
	await expectWords(page, 'I dati sono stati salvati.');
});

test('somebody is disabled and enabled again, with what that means said beforehand', async () => {
	const page = await administrator();
	const id = await giveAccount(desk, { role: 'agent', username: 'nino' });
	await page.goto('/admin/staff');
	await examine(page);
	await follow(page, 'Nino');
	await page.getByText('Disattivare l’accesso…').click();
	await examine(page);
	await press(page, 'Disattiva l’accesso');
	await expectWords(page, 'L’accesso è disattivato da ora.');
	await press(page, 'Riattiva l’accesso');
	await expectWords(page, 'L’accesso è di nuovo attivo.');
	expect(new URL(page.url()).pathname).toBe(`/admin/accounts/${id}`);
});

test('what a closure would change is seen first, then confirmed; its days are taken away one by one', async () => {
	const page = await administrator();
	await page.goto('/admin/calendar?year=2026');
	await page.getByLabel('Primo giorno').fill('2026-12-08');
	await page.getByLabel('Motivo').fill('Festa');
	await press(page, 'Anteprima');
	await expectWords(page, 'Quel giorno è già festa (Immacolata Concezione)');
	expect(await page.getByLabel('Motivo').inputValue()).toBe('Festa');

	await page.getByLabel('Primo giorno').fill('2026-12-05');
	await page.getByLabel('Ultimo giorno').fill('2026-12-09');
	await page.getByLabel('Motivo').fill('Ponte');
	await press(page, 'Anteprima');
	await expectWords(page, '2 giorni diventano di chiusura («Ponte»)');
	await examine(page);
	await press(page, 'Conferma la chiusura');
	await expectWords(page, 'I 5 giorni di chiusura sono stati aggiunti.');
	expect(await page.getByLabel('Motivo').inputValue()).toBe('');
	await examine(page);

	await page.getByText('Togliere un giorno solo', { exact: true }).click();
	await press(page, 'Togli lunedì 7 dicembre 2026');
	await expectWords(page, 'Il giorno è stato tolto.');
	await press(page, 'Togli tutti: da martedì 8 dicembre a mercoledì 9 dicembre');
	await expectWords(page, 'I giorni sono stati tolti.');
	await press(page, 'Togli tutti: da sabato 5 dicembre a domenica 6 dicembre'); // a form that stood on the page all along
	await expectWords(page, 'Nessun giorno di chiusura in quest’anno');
});

test('where one can go stands in one row, on a phone in even columns', async () => {
	const page = await administrator();
	await page.goto('/admin');
	const places = async (width: number) => {
		await page.setViewportSize({ width, height: 800 });
		const boxes = await page
			.locator('header nav a')
			.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
		return { rows: new Set(boxes.map(({ y }) => y)).size, columns: new Set(boxes.map(({ x }) => x)).size };
	};
	expect(await places(1280)).toEqual({ rows: 1, columns: 9 });
	expect(await places(768)).toEqual({ rows: 1, columns: 9 });
	expect(await places(360)).toEqual({ rows: 3, columns: 3 });
});

test('the head of the desk is one row on a desk, and on a tablet who is signed in stays at the end of theirs', async () => {
	const page = await administrator();
	await page.goto('/desk');
	for (const language of ['Italiano', 'English']) {
		await press(page, language);
		await page.getByRole('button', { name: language, pressed: true }).waitFor();
		await page.setViewportSize({ width: 1280, height: 900 });
		const places = () =>
			page.locator('header .home, header nav a, header input, header .who button').evaluateAll((parts) => {
				const boxes = parts.map((part) => part.getBoundingClientRect());
				return { middles: boxes.map(({ top, height }) => top + height / 2), end: boxes.at(-1)?.right ?? 0 };
			});
		const { middles } = await places();
		expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
		await page.setViewportSize({ width: 768, height: 1024 });
		expect((await places()).end).toBeGreaterThan(768 - 48);
	}
	await press(page, 'Italiano');
	await page.getByRole('button', { name: 'Italiano', pressed: true }).waitFor();
});

test('notices are found and read whole', async () => {
	const page = await administrator();
	await page.goto('/admin/mail');
	await examine(page);
	const told = { account: await giveAccount(desk, { role: 'agent', username: 'pia' }), language: 'it' } as const;
	const said = { subject: 'Ticket 7: una notizia', body: 'Gentile Pia,\n\necco.\n' };
	const at = await desk.clock.now(desk.db);
	const row = { ...told, ...said, kind: 'handed-over', message_id: crypto.randomUUID(), created_at: at } as const;
	await desk.db.insertInto('mail_out').values(row).execute();

	await page.goto('/admin/mail');
	await page.getByLabel('Nome o e-mail').fill('pia@');
	await press(page, 'Mostra');
	await page.waitForURL('**/admin/mail?person=pia%40');
	await examine(page);
	await follow(page, 'Ticket 7: una notizia');
	await page.frameLocator('iframe').getByText('Gentile Pia,').waitFor();
	await examine(page);
	await page.getByText('La stessa, in testo semplice').click();
	await expectWords(page, 'Gentile Pia,');
	await page.goBack();
	expect(await page.getByLabel('Nome o e-mail').inputValue()).toBe('pia@');
});

test('who let whom in is found by a name, narrowed down, and taken along as a file', async () => {
	await signIn(desk, { name: 'ada', password: PASSWORD, address: '192.0.2.7' });
	const page = await administrator();
	await page.goto('/admin/audit');
	await examine(page);
	await page.getByLabel('Persona').fill('ad');
	await page.getByLabel('Argomento').selectOption('Ingressi');
	await press(page, 'Mostra');
	await page.waitForURL('**/admin/audit?account=*&area=sign-in');
	await expectWords(page, 'Togli');
	await examine(page);
	const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Scarica queste voci (CSV)')]);
	expect(file.suggestedFilename()).toBe('registro-accessi.csv');
	await page.setViewportSize({ width: 360, height: 740 });
	await examine(page);
	await page.getByRole('link', { name: /^Togli / }).click();
	await page.waitForURL('**/admin/audit?area=sign-in');
});

test('products are renamed in their row, with and without JavaScript', async () => {
	const at = await desk.clock.now(desk.db);
	await desk.db.insertInto('product').values({ name: 'Computo', created_at: at }).execute();
	for (const [from, to, javaScriptEnabled] of [
		['Computo', 'Computo Pro', true],
		['Computo Pro', 'Computo', false],
	] as const) {
		const page = await administrator({ javaScriptEnabled });
		await page.goto('/admin/products');
		await follow(page, `Rinomina ${from}`);
		if (javaScriptEnabled) await examine(page);
		await page.getByLabel(`Rinomina ${from}`).fill(to);
		await press(page, 'Salva');
		await expectWords(page, 'Il nome è stato cambiato');
		await expectWords(page, to);
	}
});

test('what is typed and ticked before the page comes alive stays', async () => {
	const page = await administrator();
	const customer = await giveCustomer(desk, 'Studio Gamma');
	const scripts = Promise.withResolvers<void>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await actEarly(page);
	await page.goto(`/admin/customers/${customer}/users/new`, { waitUntil: 'commit' });
	await page.getByLabel('Nome e cognome').fill('Sara Conti');
	await page.getByLabel('English').check();
	scripts.resolve();
	await comeAlive(page);
	expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Sara Conti');
	expect(await page.getByLabel('English').isChecked()).toBe(true);
});

test('an agent finds a customer through a person and notes what is worth knowing; who has left is taken off duty', async () => {
	const customer = await giveCustomer(desk, 'Studio Omega');
	await giveAccount(desk, { role: 'user', username: 'rita', customer });
	const supervisor = await giveAccount(desk, { role: 'supervisor', username: 'sara' });
	const agent = await giveAccount(desk, { role: 'agent', username: 'gino' });
	await goOnDuty(
		desk,
		{ id: agent, role: 'agent', name: 'Gino', language: 'it', theme: undefined, proved: provedForGood },
		{ requestKey: randomUUID() },
	);
	const page = await newPage(browser, web, { cookie: await signedIn(desk, { id: supervisor, role: 'supervisor' }) });
	await page.goto('/desk');
	await follow(page, 'Clienti');
	await examine(page);
	await page.getByLabel('Cliente o persona').fill('rita@example');
	await press(page, 'Cerca');
	await page.waitForURL('**/desk/customers?q=rita%40example');
	await expectWords(page, 'rita · rita@example.it');
	await examine(page);
	await follow(page, 'Studio Omega');
	await page.getByText('Scrivi una nota', { exact: true }).click();
	await page.getByLabel('Nota', { exact: true }).fill('Chiamare **Rita**, non lo studio.');
	await press(page, 'Aggiungi la nota');
	await expectWords(page, 'La nota è aggiunta.');
	await examine(page);
	await page.getByText('Togli…').click();
	await press(page, 'Togli la nota di Sara');
	await expectWords(page, 'Nessuna nota.');
	expect(await page.getByText(`Chiamare`).count()).toBe(0);

	await follow(page, 'Colleghi');
	await page.getByText('Togli dal servizio').click();
	await examine(page);
	await press(page, 'Togli Gino dal servizio');
	await expectWords(page, 'Gino ora è fuori servizio.');
});
