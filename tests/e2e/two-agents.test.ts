import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, giveLicence, giveProduct, giveStaff, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { expectSound } from '../support/sound.ts';
import { takeNextOn } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, andrea, marta, davide } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const mappale = await giveProduct(desk, 'Mappale');
await giveLicence(desk, paola, mappale);
const { opened } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const pageOf = async (who: Parameters<typeof signedIn>[1]) =>
	newPage(browser, web, { cookie: await signedIn(desk, who) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Unfolds one of the rarer acts; answers its form. */
async function more(page: Page, act: string) {
	const folded = page.locator('details.more');
	if (!(await folded.evaluate((element: HTMLDetailsElement) => element.open)))
		await folded.locator('summary').first().click();
	const form = folded.locator('details').filter({ hasText: act });
	if (!(await form.evaluate((element: HTMLDetailsElement) => element.open)))
		await form.locator('summary').first().click();
	return form;
}

test('two agents share a morning: duty, coverage, a merge, a hand-over, a correction, a move', {
	timeout: 240_000,
}, async () => {
	await davideCoversOneProduct();
	const [desk1, desk2] = [await pageOf(marta), await pageOf(davide)];
	for (const page of [desk1, desk2]) await goOnDuty(page);

	const wrong = await opened(paola, { product: mappale, subject: 'Come si imposta la riduzione?' });
	const first = await opened(andrea, { subject: 'La poligonale non chiude' });
	const same = await opened(paola, { subject: 'Anche da me non chiude' });
	await desk2.goto('/desk');
	await expectWords(desk2, 'Lei non segue questo software');
	await examine(desk2);
	expect(await takeNextOn(desk2)).toBe(first);
	const customer = await pageOf(paola);
	await readsWhy(customer, wrong, 'servita da un operatore che segue soltanto alcuni software');

	await merge(desk2, same);
	await customer.goto(`/tickets/${same}`);
	await expectWords(customer, 'per aggiungere qualcosa, scriva nell’altro ticket');
	await examine(customer);
	await handOver(desk2, first);
	await desk1.goto('/desk');
	await expectWords(desk1, 'riservato a Lei fino a oggi alle');
	await examine(desk1);

	expect(await takeNextOn(desk1)).toBe(wrong);
	await correct(desk1);
	await move(desk1, wrong);
	await customer.goto(`/tickets/${wrong}`);
	await expectWords(customer, 'È una domanda sull’uso, la seguiamo come consulenza.');
	await expectWords(customer, 'Spostato in consulenza e di nuovo in coda');
	await readsWhy(customer, wrong, 'l’assistenza tecnica si serve prima della consulenza');

	expect(await takeNextOn(desk1)).toBe(first);
	await desk1.goto('/desk');
	await expectWords(desk1, `Uscendo dal servizio rimette in coda il ticket ${first}`);
	await press(desk1, 'Esci dal servizio');
	await expectWords(desk1, 'Ora è fuori servizio.');
	await expectWords(desk1, `Il ticket ${first} è di nuovo in coda, al suo numero di arrivo.`);
	await examine(desk1);
	await expectSound(desk);
});

async function davideCoversOneProduct(): Promise<void> {
	const page = await pageOf(elena);
	await page.goto(`/admin/accounts/${davide.id}`);
	await page.getByLabel('Solo quelli scelti qui sotto').check();
	await press(page, 'Salva i software seguiti');
	await page.getByRole('alert').waitFor();
	await examine(page);
	await page.getByRole('checkbox', { name: 'Isoipsa' }).check();
	await press(page, 'Salva i software seguiti');
	await expectWords(page, 'I software seguiti sono stati salvati.');
	await examine(page);
}

async function goOnDuty(page: Page): Promise<void> {
	await page.goto('/desk');
	await expectWords(page, 'Fuori servizio');
	await press(page, 'Entra in servizio');
	await expectWords(page, 'Ora è in servizio.');
	expect(new URL(page.url()).search).toBe('');
}

async function readsWhy(page: Page, ticket: number, because: string): Promise<void> {
	await page.goto(`/tickets/${ticket}`);
	await page.getByText('Perché qualcuno è servito prima di me?').click();
	await expectWords(page, because);
	await examine(page);
}

async function merge(page: Page, other: number): Promise<void> {
	const form = await more(page, 'Unisci a un altro ticket');
	await form.getByLabel('Numero dell’altro ticket').fill('999');
	await press(page, 'Unisci i due ticket');
	await expectWords(page, 'Non c’è nessun ticket con questo numero');
	await examine(page);
	await form.getByLabel('Numero dell’altro ticket').fill(String(other));
	await press(page, 'Unisci i due ticket');
	await expectWords(page, 'L’altro ticket è unito a questo');
	await page.getByRole('link', { name: `${other} Anche da me non chiude` }).waitFor();
	await examine(page);
}

async function handOver(page: Page, ticket: number): Promise<void> {
	const form = await more(page, 'Passa a un collega');
	await form.getByLabel('Collega in servizio').selectOption('Marta');
	await form.getByLabel('Nota per il collega').fill('La conosci tu.');
	await examine(page);
	await press(page, 'Passa al collega');
	await expectWords(page, `Il ticket ${ticket} è di nuovo in coda al suo numero di arrivo, riservato al collega.`);
}

async function correct(page: Page): Promise<void> {
	const form = await more(page, 'Correggi il software');
	await form.getByLabel('Di quale software si tratta').selectOption('Isoipsa');
	await press(page, 'Correggi il software');
	await expectWords(page, 'Il software è corretto.');
}

async function move(page: Page, ticket: number): Promise<void> {
	const form = await more(page, 'Sposta in consulenza');
	await form.getByLabel('Perché lo sposta').fill('È una domanda sull’uso, la seguiamo come consulenza.');
	await press(page, 'Sposta in consulenza');
	await expectWords(page, `Il ticket ${ticket} è in coda tra le consulenze`);
}
