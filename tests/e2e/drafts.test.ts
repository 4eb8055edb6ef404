import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { actEarly, examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola } = await testHouse(desk);
const { opened } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();
const text = 'La poligonale non chiude, e il rilievo è per domani.';

beforeEach(async () => {
	await desk.db.deleteFrom('draft').execute();
	await forgetTicketsOfBrowsers(desk);
});

const asPaola = async () => newPage(browser, web, { cookie: await signedIn(desk, paola) });
const message = (page: Page) => page.getByLabel('Il Suo messaggio');
const description = (page: Page) => page.locator('textarea[name=description]');
const drafts = () => desk.db.selectFrom('draft').select(['id', 'ticket', 'version', 'fields']).orderBy('id').execute();
const attached = () => desk.db.selectFrom('attachment').select('name').orderBy('position').execute();
const saved = (page: Page) => expectWords(page, /Bozza salvata/);
const endSessions = () =>
	desk.db
		.updateTable('session')
		.set({ seen_at: Temporal.Instant.from('2026-01-01T00:00Z') })
		.execute();

async function newRequest(): Promise<Page> {
	const page = await asPaola();
	await page.goto('/tickets/new');
	return page;
}

test('what is typed is saved a moment later, and is there after a reload and in the list of drafts', async () => {
	const page = await asPaola();
	const scripts = Promise.withResolvers<void>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await actEarly(page);
	await page.goto('/tickets/new', { waitUntil: 'commit' });
	await page.getByLabel('Oggetto').fill('La poligonale');
	await description(page).fill(text);
	// Typed before the page came alive, it is saved as well.
	scripts.resolve();
	await saved(page);
	await examine(page);
	const [draft] = await drafts();
	await page.waitForURL(`**/tickets/new?draft=${draft?.id}`);
	await page.reload();
	expect(await description(page).inputValue()).toBe(text);
	expect(await drafts()).toHaveLength(1);

	await page.goto('/tickets/new');
	expect(await description(page).inputValue()).toBe('');
	await page.getByRole('link', { name: 'Continua la bozza «La poligonale»' }).click();
	await page.waitForURL(`**/tickets/new?draft=${draft?.id}`);
	expect(await page.getByLabel('Oggetto').inputValue()).toBe('La poligonale');
});

test('of many drafts the newest is shown; above a form that came back there is none', async () => {
	const moment = Temporal.Instant.from('2026-11-20T08:00Z');
	for (const [nth, subject] of ['Prima', 'Seconda', 'Terza', 'Quarta'].entries()) {
		const at = moment.add({ minutes: nth });
		await desk.db
			.insertInto('draft')
			.values({ account: paola.id, fields: { subject }, version: 1, created_at: at, saved_at: at })
			.execute();
	}
	const page = await newRequest();
	const list = page.getByRole('region', { name: 'Bozze in attesa' });
	const shown = async () =>
		(await list.getByRole('link').filter({ visible: true }).allInnerTexts()).map((s) => s.trim());
	expect(await shown()).toEqual(['Quarta']);
	await list.getByText('Altre 3 bozze, meno recenti').click();
	expect(await shown()).toEqual(['Quarta', 'Terza', 'Seconda', 'Prima']);
	await examine(page);

	await page.route('**/drafts', (route) => route.abort('connectionreset'));
	await page.getByLabel('Assistenza tecnica').check();
	await page.getByLabel('Oggetto').fill('Quinta');
	await description(page).fill('x'.repeat(textLimits.message + 1));
	const readAgain = page.waitForResponse((response) => 'x-read-again' in response.request().headers());
	await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
	await readAgain;
	await page.getByRole('alert').filter({ hasText: 'Descrizione' }).waitFor();
	await list.waitFor({ state: 'hidden' });
});

test('a page that is left before anything was saved finds its text again', async () => {
	const page = await newRequest();
	await page.route('**/drafts', (route) => route.abort('connectionreset'));
	await description(page).fill(text);
	await expectWords(page, 'Riproviamo appena torna.');
	await page.reload();
	await expect.poll(() => description(page).inputValue()).toBe(text);
	await page.unroute('**/drafts');
	await saved(page);
	expect(await drafts()).toHaveLength(1);

	// Left while a saving is on its way: the last text gets there before it, and stays.
	const ticket = await opened(paola);
	await page.goto(`/tickets/${ticket}`);
	const overtaken = Promise.withResolvers<void>();
	await page.route('**/drafts', (route) => overtaken.promise.then(() => route.continue()), { times: 1 });
	const first = page.waitForRequest('**/drafts');
	await message(page).fill('Primo.');
	await first;
	await message(page).fill(`Primo. ${text}`);
	const last = page.waitForResponse('**/drafts');
	await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
	await last;
	overtaken.resolve();
	await saved(page);
	expect((await drafts()).at(-1)).toMatchObject({ ticket, fields: { text: `Primo. ${text}` } });
	expect(await page.getByText('cambiata altrove').count()).toBe(0);
});

test('a session that ended while one wrote: after signing in again in the same tab the text is there', async () => {
	const ticket = await opened(paola);
	const page = await asPaola();
	await page.goto(`/tickets/${ticket}`);
	await endSessions();
	await message(page).fill(text);
	await expectWords(page, 'la sessione è terminata');
	expect(await drafts()).toEqual([]);
	await page.reload();
	await page.getByLabel('Nome utente o e-mail').fill('paola');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Entra' }).click();
	await page.waitForURL(`**/tickets/${ticket}`);
	await expect.poll(() => message(page).inputValue()).toBe(text);
	await saved(page);
	expect(await drafts()).toMatchObject([{ ticket, fields: { text } }]);
});

test('two windows with the same reply: nothing is overwritten unseen, and one chooses', async () => {
	const ticket = await opened(paola);
	const [one, other] = [await asPaola(), await asPaola()];
	for (const page of [one, other]) await page.goto(`/tickets/${ticket}`);
	await message(one).fill('Il primo testo.');
	await saved(one);
	await message(other).fill('Il secondo testo.');
	await expectWords(other, 'Questa bozza è cambiata altrove');
	for (const said of ['Il primo testo.', 'Il secondo testo.']) await expectWords(other, said);
	expect(await drafts()).toMatchObject([{ fields: { text: 'Il primo testo.' } }]);
	await examine(other);
	await other.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(other, 'Scelga quale dei due testi tenere');
	await other.getByRole('button', { name: 'Tieni il testo di qui' }).click();
	await saved(other);
	expect(await drafts()).toMatchObject([{ fields: { text: 'Il secondo testo.' } }]);

	await message(one).fill('Ancora il primo.');
	await one.getByRole('button', { name: 'Prendi quello salvato altrove' }).click();
	expect(await message(one).inputValue()).toBe('Il secondo testo.');
	expect(await drafts()).toMatchObject([{ fields: { text: 'Il secondo testo.' } }]);
});

test('a file goes to the draft as it is chosen, breaks off, is tried again, and is sent with the reply', async () => {
	const ticket = await opened(paola);
	const page = await asPaola();
	await page.goto(`/tickets/${ticket}`);
	await page.route('**/drafts/*/files', (route) => route.abort('connectionreset'));
	await page.locator('input[name=files]').setInputFiles([textFile('primo.txt'), textFile('secondo.txt')]);
	await expectWords(page, 'Si è interrotto');
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'Un file non è arrivato');
	await examine(page);
	await page.unroute('**/drafts/*/files');
	for (const name of ['primo.txt', 'secondo.txt']) await page.getByRole('button', { name: `Riprova ${name}` }).click();
	await page.getByRole('link', { name: 'secondo.txt' }).waitFor();
	await examine(page);
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await attached()).toEqual([{ name: 'primo.txt' }, { name: 'secondo.txt' }]);
	expect(await drafts()).toEqual([]);
});

test('a screenshot is pasted, a file is dropped; one is taken out again', async () => {
	const page = await newRequest();
	await description(page).fill(text);
	const give = (type: 'paste' | 'drop', name: string, mediaType: string) =>
		description(page).evaluate(
			(field, [event, named, as]) => {
				const data = new DataTransfer();
				const content = (nth: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, nth]);
				const many = event === 'paste' ? 2 : 1;
				for (let nth = 0; nth < many; nth++) data.items.add(new File([content(nth)], named, { type: as }));
				const init = { bubbles: true, cancelable: true };
				const drag = () => new DragEvent(event, { ...init, dataTransfer: data });
				const sent = event === 'paste' ? new ClipboardEvent(event, { ...init, clipboardData: data }) : drag();
				if (event === 'drop') field.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: data }));
				field.dispatchEvent(sent);
			},
			[type, name, mediaType] as const,
		);
	await give('paste', 'image.png', 'image/png');
	await page.getByRole('link', { name: /^Schermata \d{4}-\d\d-\d\d \d\d\.\d\d\.png$/ }).waitFor();
	await page.getByRole('link', { name: /^Schermata \d{4}-\d\d-\d\d \d\d\.\d\d \(2\)\.png$/ }).waitFor();
	await give('drop', 'pianta.dxf', '');
	await page.getByRole('link', { name: 'pianta.dxf' }).waitFor();
	await page.getByRole('button', { name: 'Togli pianta.dxf' }).click();
	await page.getByRole('link', { name: 'pianta.dxf' }).waitFor({ state: 'detached' });
	await page.reload();
	expect(await page.getByRole('link', { name: /^Schermata/ }).count()).toBe(2);
	expect(await page.getByRole('link', { name: 'pianta.dxf' }).count()).toBe(0);
});

test('another device goes on with a reply, and this one shows it when one comes back', async () => {
	const ticket = await opened(paola);
	const page = await asPaola();
	await page.goto(`/tickets/${ticket}`);
	const device = await asPaola();
	await device.goto(`/tickets/${ticket}`);
	await message(device).fill(text);
	await saved(device);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect.poll(() => message(page).inputValue()).toBe(text);
	await message(page).fill(`${text} Grazie.`);
	await expect
		.poll(async () => (await drafts()).map(({ fields }) => fields))
		.toMatchObject([{ text: `${text} Grazie.` }]);
});

test('sent as it was before another device went on with it, a reply is asked about first', async () => {
	const ticket = await opened(paola);
	const [page, device] = [await asPaola(), await asPaola()];
	await page.goto(`/tickets/${ticket}`);
	await message(page).fill(text);
	await saved(page);
	await device.goto(`/tickets/${ticket}`);
	await message(device).fill('Dal cantiere.');
	await expect.poll(drafts).toMatchObject([{ version: 2, fields: { text: 'Dal cantiere.' } }]);
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'Questa bozza è cambiata altrove');
	for (const said of [text, 'Dal cantiere.']) await expectWords(page, said);
	await page.getByRole('button', { name: 'Tieni il testo di qui' }).click();
	await saved(page);
	await device.locator('input[name=files]').setInputFiles(textFile('dal-cantiere.txt'));
	await device.getByRole('link', { name: 'dal-cantiere.txt' }).waitFor();
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'si è aggiunto «dal-cantiere.txt»');
	await page.getByRole('link', { name: 'dal-cantiere.txt' }).waitFor();
	expect(await attached()).toEqual([]);
	await page.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await attached()).toEqual([{ name: 'dal-cantiere.txt' }]);
	expect(await drafts()).toEqual([]);
});

test('what was sent in one window is not sent again from another without a word', async () => {
	const ticket = await opened(paola);
	const [one, other] = [await asPaola(), await asPaola()];
	await one.goto(`/tickets/${ticket}`);
	await message(one).fill(text);
	await one.locator('input[name=files]').setInputFiles(textFile('rilievo.txt'));
	await one.getByRole('link', { name: 'rilievo.txt' }).waitFor();
	await saved(one);
	await other.goto(`/tickets/${ticket}`);
	expect(await message(other).inputValue()).toBe(text);
	await one.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(one, 'La Sua risposta è arrivata.');
	expect(await message(one).inputValue()).toBe('');
	await other.getByRole('button', { name: 'Invia la risposta' }).click();
	await expectWords(other, 'è già stata inviata o eliminata');
	expect(await message(other).inputValue()).toBe(text);
	expect(await attached()).toEqual([{ name: 'rilievo.txt' }]);
});
