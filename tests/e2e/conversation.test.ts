import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { comeAlive, examine, expectNoSidewaysScroll, expectWords, newPage } from '../support/page.ts';
import { toldTicket } from '../support/told-ticket.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk(Temporal.Instant.from('2026-11-20T08:00+01:00'));
const { desk } = testing;
const house = await testHouse(desk);
const { paola, andrea, marta } = house;
const web = await startWeb(testing);
const browser = await launchBrowser();

let ticket: number;
let cookie: string;

beforeAll(async () => {
	ticket = await toldTicket(testing, house);
	cookie = await signedIn(desk, paola);
});

async function open(options: Parameters<typeof newPage>[2] = {}): Promise<Page> {
	const page = await newPage(browser, web, { cookie, ...options });
	await page.goto(`/tickets/${ticket}`);
	if (options.javaScriptEnabled !== false) await comeAlive(page);
	return page;
}

/** What has the focus, in its words. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.replaceAll(/\s+/g, ' ').trim());
const shownIn = (page: Page) => page.getByRole('dialog').locator('.name').textContent();
const scaleIn = (page: Page) =>
	page.locator('dialog img').evaluate((image) => Number(/scale\(([\d.]+)\)/.exec(image.style.transform)?.[1]));

test('somebody looks at the pictures with the keyboard alone, and is back where they were', async () => {
	const page = await open();
	const link = page.getByRole('link', { name: 'errore 1204.png' });
	await link.focus();
	await page.keyboard.press('Enter');
	await page.locator('dialog img.here').waitFor();
	expect(await focused(page)).toBe('Chiudi');
	await examine(page);

	await page.keyboard.press('ArrowRight');
	await expect.poll(() => shownIn(page)).toBe('cantiere.png');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => shownIn(page)).toBe('schermata.png');
	await expectWords(page, '3 di 3');
	await page.locator('dialog img.here').waitFor();

	await page.keyboard.press('+');
	await expect.poll(() => scaleIn(page)).toBeCloseTo(1.5);
	await page.keyboard.press('ArrowRight'); // moves what is enlarged
	expect(await shownIn(page)).toBe('schermata.png');
	await page.keyboard.press('0');
	await expect.poll(() => scaleIn(page)).toBe(1);

	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	expect(await focused(page)).toContain('errore 1204.png');
	await page.context().close();
});

test('at the desk the same viewer opens, and closes with its page', async () => {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	await page.goto('/desk');
	await page.getByLabel('Vai al ticket').fill(String(ticket));
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/desk/tickets/${ticket}`);
	await page.locator('[data-picture]').filter({ hasText: 'errore 1204.png' }).click();
	await page.locator('dialog img.here').waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	expect(await focused(page)).toContain('errore 1204.png');
	await page.keyboard.press('Enter');
	await page.locator('dialog img.here').waitFor();
	await page
		.getByRole('link', { name: 'Coda', includeHidden: true })
		.evaluate((link: HTMLAnchorElement) => link.click());
	await page.waitForURL('**/desk/queue');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	await page.context().close();
});

test('a finger or a mouse enlarges a picture where it points, and goes on to the next', async () => {
	const page = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });
	await page.getByRole('link', { name: 'errore 1204.png' }).tap();
	const picture = page.locator('dialog img.here');
	await picture.tap();
	await expect.poll(() => scaleIn(page)).toBe(2.5);
	await page.getByRole('button', { name: 'Intera' }).tap();
	await expect.poll(() => scaleIn(page)).toBe(1);
	await page.getByRole('button', { name: 'Successiva' }).tap();
	await expect.poll(() => shownIn(page)).toBe('cantiere.png');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Scarica' }).click(),
	]);
	expect(download.suggestedFilename()).toBe('cantiere.png');
	await page.getByRole('button', { name: 'Chiudi' }).tap();
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	await page.context().close();
});

test('what is folded unfolds, code is scrolled within itself, and nothing else goes beyond the screen', async () => {
	const page = await open();
	const quote = page.getByText('chiuda il programma').last();
	expect(await quote.isVisible()).toBe(false);
	await page.getByText('Mostra il testo citato').click();
	expect(await quote.isVisible()).toBe(true);
	await page.getByText('Nascondi il testo citato').click();
	expect(await quote.isVisible()).toBe(false);
	await page.getByText('Altri 4 passaggi').first().click();
	await expectWords(page, 'Rimesso in coda, al suo numero di arrivo');
	await page.setViewportSize({ width: 360, height: 740 });
	const code = page.getByRole('group', { name: 'Testo da copiare così com’è' });
	const [inside, room] = await code.evaluate((element) => [element.scrollWidth, element.clientWidth]);
	expect(inside).toBeGreaterThan(Number(room));
	await examine(page);
	await page.context().close();
});

test('code is copied as it was written', async () => {
	const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
	await page.getByRole('button', { name: 'Copia' }).click();
	await expectWords(page, 'Copiato');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied.split('\n')).toEqual([
		'[importazione]',
		expect.stringMatching(/^percorso = C:.*xml$/),
		'memoria = 4096',
	]);
	await page.context().close();
});

test.each(['/tickets', '/desk/tickets'])(
	'where the browser forbids copying, under %s the code is chosen',
	async (pages) => {
		const page = await newPage(browser, web, { cookie: pages === '/tickets' ? cookie : await signedIn(desk, marta) });
		await page.goto(`${pages}/${ticket}`);
		await page.evaluate(() => {
			navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
		});
		await page.getByRole('button', { name: 'Copia' }).click();
		await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('memoria = 4096');
		expect(await page.getByText('Copiato').count()).toBe(0);
		await page.context().close();
	},
);

test('without JavaScript a picture opens by itself, quotes unfold, and nothing is offered that would do nothing', async () => {
	const page = await open({ javaScriptEnabled: false });
	expect(await page.getByRole('button', { name: 'Stampa' }).isVisible()).toBe(false);
	expect(await page.getByRole('button', { name: 'Copia' }).isVisible()).toBe(false);
	await page.getByText('Mostra il testo citato').click();
	expect(await page.getByText('chiuda il programma').last().isVisible()).toBe(true);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'errore 1204.png' }).click();
	await page.waitForURL('**/files/**');
	expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
	await page.context().close();
});

test('the sheet that is printed holds the whole ticket and no controls', async () => {
	const page = await open({ colorScheme: 'dark' });
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	expect(pdf.length).toBeGreaterThan(30_000);

	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	for (const words of [
		'Situazione di martedì 24 novembre 2026, ore 10:05 (Europe/Rome).',
		'apra il file di configurazione',
		'Ferri e Landi, geometri',
		'errore 1204.png',
		'Windows 11',
	]) {
		await expectWords(page, words);
	}
	for (const control of ['Invia la risposta', 'Rispondi', 'Stampa', 'Copia', 'Esci']) {
		expect(await page.getByText(control, { exact: true }).filter({ visible: true }).count(), control).toBe(0);
	}
	const time = page.locator('#message-1 time').first();
	expect(await time.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('20 novembre 2026');
	const link = page.getByRole('link', { name: 'un altro programma' });
	expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(
		'https://example.it/',
	);
	const paper = await page.evaluate(() => getComputedStyle(document.body).color);
	expect(paper).toMatch(/oklch\(0\.2/); // dark ink, whatever the screen's theme
	await page.context().close();
});

test('a screen reader finds whose turn it is, the place in the queue, and what is new', async () => {
	granted(await replyAsCustomer(desk, andrea, saying(ticket, 'Ecco il file originale.')));
	const page = await open();
	const tree = await page.locator('main').ariaSnapshot();
	const inOrder = [
		'heading "Ticket numero 1: Il rilievo di via Garibaldi non si importa" [level=1]',
		'Tocca a noi: il ticket è in coda',
		'Nessun ticket arrivato prima del Suo è in coda.',
		'heading "Conversazione" [level=2]',
		'link "C’è un messaggio nuovo"',
		'heading "venerdì 20 novembre" [level=3]',
		'article "Paola Lei Messaggio 1, 9:02"',
		'article "Marta assistenza Messaggio 5, 10:05"',
		'listitem: Novità da quando è stato qui',
		'article "Andrea collega Messaggio 6, 10:05"',
		'heading "Rispondi" [level=2]',
	];
	const found = inOrder.map((said) => tree.indexOf(said));
	expect(found, tree).not.toContain(-1);
	expect(found).toEqual(found.toSorted((a, b) => a - b));

	await page.getByRole('link', { name: 'C’è un messaggio nuovo' }).click();
	await page.waitForURL('**#message-6');
	await page.context().close();
});

test('a message of a long conversation that is asked for by its address is shown', async () => {
	const long = await begin(desk, house.product).opened(paola);
	for (let nth = 2; nth <= 35; nth++) granted(await replyAsCustomer(desk, paola, saying(long, `Messaggio ${nth}.`)));
	const page = await open();
	await page.goto(`/tickets/${long}#message-7`);
	await page.waitForURL(`**/tickets/${long}?whole#message-7`);
	await expectWords(page, 'Messaggio 7.');
	await page.goto(`/tickets/${long}`);
	await page.getByRole('link', { name: 'Mostra anche gli altri 14 messaggi' }).click();
	await expectWords(page, 'Messaggio 2.');
	await examine(page);
	await page.context().close();
});
