import { expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { actEarly, comeAlive, examine, expectWords, newPage } from '../support/page.ts';
import { openTicketOn, textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const customer = async () => newPage(browser, web, { cookie: await signedIn(desk, paola) });

/** So many characters: one word that fits on no screen, and many that do. */
const longText = (length: number) => `${'x'.repeat(500)} ${'quota '.repeat(length)}`.slice(0, length - 1).concat('.');

test('a text longer than allowed stays whole, and says by how much it must be shortened', async () => {
	const page = await customer();
	await page.goto('/tickets/new');
	const description = page.getByLabel('Descrizione');
	await description.fill(longText(textLimits.message + 12));
	await expectWords(page, '12 caratteri oltre il limite');
	expect(await description.inputValue()).toHaveLength(textLimits.message + 12);
	await examine(page);
	await description.fill(longText(textLimits.message - 1));
	await expectWords(page, 'Resta un carattere.');
});

test('files chosen before the page comes alive stay when more are chosen', async () => {
	const page = await customer();
	const scripts = Promise.withResolvers<void>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await actEarly(page);
	await page.goto('/tickets/new', { waitUntil: 'commit' });
	const files = page.locator('input[name=files]');
	await files.setInputFiles(textFile('prima.txt'));
	scripts.resolve();
	await page.getByRole('button', { name: 'Togli prima.txt' }).waitFor();
	await files.setInputFiles(textFile('dopo.txt'));
	await page.getByRole('button', { name: 'Togli dopo.txt' }).waitFor();
	expect(await page.getByRole('link', { name: /^(prima|dopo)\.txt$/ }).allTextContents()).toEqual([
		'prima.txt',
		'dopo.txt',
	]);
});

test('what is unfolded before the page comes alive stays unfolded', async () => {
	await opened(paola);
	const ticket = await opened(paola);
	const [user, agent] = [await customer(), await newPage(browser, web, { cookie: await signedIn(desk, marta) })];
	for (const [page, path] of [
		[user, `/tickets/${ticket}`],
		[user, '/tickets/new'],
		[agent, `/desk/tickets/${ticket}`],
	] as const) {
		await actEarly(page);
		const scripts = Promise.withResolvers<void>();
		await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
		await page.goto(path, { waitUntil: 'commit' });
		await page.getByRole('contentinfo').waitFor();
		const unfolded = page.locator('main details[open]');
		const before = await unfolded.count();
		await page.evaluate(() => {
			for (const folded of document.querySelectorAll<HTMLElement>('main details:not([open]) > summary')) folded.click();
		});
		const expected = await unfolded.count();
		expect(expected, path).toBeGreaterThan(before);
		scripts.resolve();
		await comeAlive(page);
		expect(await unfolded.count(), path).toBe(expected);
		await page.unroute('**/*.js');
	}
});

test('choosing a language or a theme keeps what is being typed', async () => {
	const page = await customer();
	await page.goto('/tickets/new');
	await page.getByLabel('Consulenza').check();
	await page.getByLabel('Oggetto').fill('Le quote');
	await page.getByLabel('Descrizione').fill('Mancano **tutte**.');
	await page.locator('input[name=files]').setInputFiles(textFile('rilievo.txt'));
	const key = await page.locator('input[name=requestKey]').inputValue();

	await page.getByRole('button', { name: 'Scuro' }).click();
	await page.locator('html[data-theme=dark]').waitFor();
	await page.getByRole('button', { name: 'English' }).click();
	await page.locator('html[lang=en]').waitFor();
	await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();

	expect(await page.getByLabel('Consultancy').isChecked()).toBe(true);
	expect(await page.getByLabel('Subject').inputValue()).toBe('Le quote');
	expect(await page.getByLabel('Description').inputValue()).toBe('Mancano **tutte**.');
	await page.getByRole('button', { name: 'Remove rilievo.txt' }).waitFor();
	expect(await page.locator('input[name=requestKey]').inputValue()).toBe(key);
	await examine(page);

	await page.getByRole('button', { name: 'Send and take the number' }).click();
	await expectWords(page, /Your ticket is open: it has number \d+\./);
	await page.getByRole('link', { name: 'rilievo.txt' }).waitFor();
	await page.getByRole('button', { name: 'Italiano' }).click();
	await page.locator('html[lang=it]').waitFor();
});

test('what was just done is said once: the address no longer tells it', async () => {
	const page = await customer();
	const number = await openTicketOn(page, { subject: 'Una volta sola', description: 'E basta.' });
	const said = `Il Suo ticket è aperto: ha il numero ${number}.`;
	await expectWords(page, said);
	await page.waitForURL(`**/tickets/${number}`);
	await expectWords(page, said);
	await page.reload();
	await expectWords(page, 'Una volta sola');
	expect(await page.getByText(said).count()).toBe(0);
});

test('tickets like the one being written are shown as small stubs', async () => {
	const other = await opened(paola, { subject: 'Errore 207 nel controllo formale' });
	const page = await customer();
	const scripts = Promise.withResolvers<void>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await actEarly(page);
	await page.goto('/tickets/new', { waitUntil: 'commit' });
	// What is written before the page comes alive is looked for too.
	await page.getByLabel('Oggetto').fill('Errore 207 al controllo');
	scripts.resolve();
	const alike = page.getByRole('complementary', { name: 'Forse ne state già parlando' });
	await alike.getByRole('link', { name: `Ticket numero ${other}: Errore 207 nel controllo formale` }).waitFor();
	// Its styles come with the page, though its script comes later.
	const looks = await alike.evaluate((part) => getComputedStyle(part).backgroundColor);
	expect(looks).not.toBe('rgba(0, 0, 0, 0)');
	await examine(page);
});
