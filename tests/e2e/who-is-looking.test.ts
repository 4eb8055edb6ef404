import { beforeEach, expect, test } from 'vitest';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, textFile, unfold } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

beforeEach(() => forgetTicketsOfBrowsers(desk));

const pageOf = async (who: typeof marta, width = 1280) =>
	newPage(browser, web, { cookie: await signedIn(desk, who), viewport: { width, height: 900 } });

test('two agents on one ticket: who is looking, what is similar, a customer and a colleague who write meanwhile, drafts that stay', {
	timeout: 120_000,
}, async () => {
	const before = await inHand(paola, marta);
	granted(await resolve(desk, marta, saying(before, 'Basta compensare **due volte**.')));
	const ticket = await inHand(paola, marta);
	const [mine, theirs] = [await pageOf(marta, 1920), await pageOf(davide)];
	await mine.goto(`/desk/tickets/${ticket}`);
	await expectWords(mine, 'Era il primo arrivato tra quelli che può servire.');
	await expectWords(mine, 'Basta compensare due volte.');
	await theirs.goto(`/desk/tickets/${ticket}`);
	await expectWords(mine, 'Lo sta guardando anche Davide.');
	await expectWords(theirs, 'Lo sta guardando anche Marta.');
	// A stream that is renewed, of the one or the other, makes nobody vanish.
	await mine.evaluate(() => {
		const line = document.querySelector('.looking');
		const gone = () => line?.textContent?.trim() === '' && document.body.setAttribute('data-flickered', '');
		if (line) new MutationObserver(gone).observe(line, { subtree: true, childList: true, characterData: true });
	});
	for (const page of [mine, theirs]) {
		const renewed = page.waitForResponse((response) => response.url().includes('/live?'));
		await page.evaluate(() => {
			for (const name of ['offline', 'online']) dispatchEvent(new Event(name));
		});
		await renewed;
	}
	await expectWords(mine, 'Lo sta guardando anche Davide.');
	expect(await mine.locator('body[data-flickered]').count()).toBe(0);
	await examine(mine);
	await examine(theirs);

	await mine.getByLabel('Risposta al cliente').fill('Provi a compensare due volte.');
	await mine.locator('#act-reply input[name=files]').setInputFiles(textFile('come.txt'));
	await mine.locator('#act-reply').getByRole('link', { name: 'come.txt' }).waitFor();
	await expectWords(mine, /Bozza salvata/);

	granted(await replyAsCustomer(desk, paola, saying(ticket, 'Ho già provato, non basta.')));
	await expectWords(mine, 'Novità da quando ha aperto la pagina');
	const send = mine.getByRole('button', { name: 'Invia la risposta' });
	await send.click();
	await expectWords(mine, 'Mentre era su questa pagina il ticket è cambiato');
	await examine(mine);
	expect(await mine.getByLabel('Risposta al cliente').inputValue()).toBe('Provi a compensare due volte.');

	const note = await unfold(theirs, 'Nota interna');
	await note.getByLabel('Nota per i colleghi').fill('Lo conosco, chiedimi.');
	await expectWords(theirs, /Bozza salvata/);
	await theirs.reload();
	await expectWords(theirs, 'Qui c’è una Sua bozza, non ancora inviata.');
	expect(await theirs.getByLabel('Nota per i colleghi').inputValue()).toBe('Lo conosco, chiedimi.');
	await theirs.getByRole('button', { name: /^Aggiungi la nota/ }).click();
	await expectWords(theirs, 'Lo conosco, chiedimi.');
	await theirs.close();

	// What was confirmed was the customer's message: a colleague's note, written after it, is to be seen first.
	const seen = () => mine.locator('#act-reply input[name=seen]').inputValue();
	const known = await seen();
	await send.click();
	await expect.poll(seen).not.toBe(known);
	await expectWords(mine, 'Mentre era su questa pagina il ticket è cambiato');
	await mine.locator('#news').getByText('Lo conosco, chiedimi.').waitFor();
	expect(await mine.getByLabel('Risposta al cliente').inputValue()).toBe('Provi a compensare due volte.');
	await send.click();
	await expectWords(mine, 'La risposta è inviata.');
	expect(await mine.getByLabel('Risposta al cliente').inputValue()).toBe('');
	await mine.locator('#conversation').getByRole('link', { name: 'come.txt' }).waitFor();
	await mine.getByText('Lo sta guardando anche Davide.').waitFor({ state: 'detached' });
	expect(await mine.getByText('Novità da quando ha aperto la pagina').count()).toBe(0);
});

test('a request for information that was begun is there after a reload, what was ticked too, and is gone once it is sent', async () => {
	const ticket = await inHand(paola, marta);
	const page = await pageOf(marta);
	await page.goto(`/desk/tickets/${ticket}`);
	await page.getByLabel('Risposta al cliente').fill('Prima un’idea.');
	await expectWords(page, /Bozza salvata/);
	const form = await unfold(page, 'Metti in attesa: servono informazioni');
	await form.getByLabel('Versione del software').check();
	await form.getByLabel('Messaggio al cliente').fill('Quale versione usa?');
	const begun = () => desk.db.selectFrom('draft').select(['act', 'fields']).orderBy('id').execute();
	await expect
		.poll(begun)
		.toMatchObject([
			{ act: 'reply' },
			{ act: 'await', fields: { missing: 'product-version', text: 'Quale versione usa?' } },
		]);
	testing.clock.advance({ minutes: 1 });
	await form.getByLabel('Messaggio al cliente').fill('Quale versione usa, e su quale sistema?');
	await expect.poll(async () => (await begun())[1]?.fields).toMatchObject({ text: expect.stringContaining('sistema') });

	await page.reload();
	await expectWords(page, 'Qui c’è una Sua bozza, non ancora inviata.');
	expect(await page.locator('#act-await').evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(true);
	expect(await form.getByLabel('Versione del software').isChecked()).toBe(true);
	expect(await form.getByLabel('Messaggio al cliente').inputValue()).toContain('quale sistema');
	await examine(page);
	await form.getByRole('button', { name: 'Chiedi e metti in attesa' }).click();
	await page.waitForURL('**/desk?**');
	expect(await begun()).toMatchObject([{ act: 'reply' }]);
	await page.goto(`/desk/tickets/${ticket}`);
	await expectWords(page, 'Bozza non inviata: Rispondi');
	await page.getByText('Prima un’idea.').waitFor();
	await examine(page);
});
