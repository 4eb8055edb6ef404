import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { savedReply } from '#lib/server/queries/saved-replies.ts';
import { createSavedReply } from '#lib/server/use-cases/create-saved-reply.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, key, testHouse } from '../support/house.ts';
import { comeAlive, examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const value = (page: Page) => page.getByLabel('Risposta al cliente').inputValue();

test('an agent writes a saved reply, inserts it by keyboard, fills its gap, and takes it back', async () => {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, marta) });
	const press = (...keys: string[]) =>
		keys.reduce((done, one) => done.then(() => page.keyboard.press(one)), Promise.resolve());
	await page.goto('/desk/replies/new');
	await comeAlive(page);
	await page.getByLabel('Nome').fill('Saluta e chiede');
	await page.getByLabel('Scorciatoia').fill('/saluta');
	await page.getByLabel('Testo').fill('Gentile **{{nome}}**,\n\nusa la {{nme}}?');
	await expectWords(page, 'forse intendeva {{nome}}?');
	await page.getByLabel('Testo').fill('Gentile **{{nome}}**,\n\nusa la {{versione}}?');
	await page.locator('#preview strong', { hasText: 'Paola Ferri' }).waitFor();
	await examine(page);
	await page.getByRole('button', { name: 'Salva', exact: true }).click();
	await expectWords(page, 'La risposta è salvata.');
	await examine(page);

	const ticket = await inHand(paola, marta);
	await desk.db.updateTable('ticket').set({ version: '' }).where('number', '=', ticket).execute();
	const { id: thanks } = await desk.db.selectFrom('saved_reply').select('id').executeTakeFirstOrThrow();
	const drafted = async () => (await desk.db.selectFrom('draft').select('fields').executeTakeFirst())?.fields;
	const other = {
		name: 'Altra',
		shortcut: 'altra',
		language: 'it',
		product: null,
		text: 'Altro.',
		shared: false,
	} as const;
	granted(await createSavedReply(desk, marta, { ...other, ...key() }));
	await page.goto(`/desk/tickets/${ticket}`);
	await comeAlive(page);
	const text = page.getByLabel('Risposta al cliente');
	await text.focus();
	await page.keyboard.type('Buongiorno.\n/salu');
	const search = page.getByRole('combobox', { name: 'Cerca una risposta salvata' });
	await expect.poll(() => search.inputValue()).toBe('salu');
	await page.getByRole('option', { name: 'Saluta e chiede' }).waitFor();
	expect(await page.getByRole('option').count()).toBe(1);
	await examine(page);
	await press('Enter');
	await expect.poll(() => value(page)).toBe('Buongiorno.\nGentile **Paola**,\n\nusa la {{versione}}?');
	await expectWords(page, 'completi o tolga {{versione}} prima di inviare');
	const isHeld = () => text.evaluate((area: HTMLTextAreaElement) => !area.checkValidity());
	expect(await isHeld()).toBe(true);
	await press('Control+Enter');
	await expectWords(page, 'completi o tolga {{versione}} prima di inviare');
	expect(await desk.db.selectFrom('message').select('id').where('side', '=', 'support').execute()).toEqual([]);

	// Taken back, and made again: the gap is selected, and typed over.
	await press('Control+z');
	await expect.poll(() => value(page)).toBe('Buongiorno.\n');
	await expect.poll(isHeld).toBe(false);
	expect(await page.locator('#act-reply input[name=savedReplies]').count()).toBe(0);
	await press('Control+Shift+z');
	await expect.poll(() => value(page)).toContain('usa la {{versione}}?');
	await press('Control+z');
	await page.keyboard.type('/salu');
	await page.getByRole('option', { name: 'Saluta e chiede' }).waitFor();
	await press('Enter');
	await expect.poll(isHeld).toBe(true);
	await page.keyboard.type('12.1');
	await expect.poll(() => value(page)).toBe('Buongiorno.\nGentile **Paola**,\n\nusa la 12.1?');

	// What is no reply goes back into the text as it was typed.
	await press('Control+End', 'Enter');
	await page.keyboard.type('/opt/dati');
	await press('Escape');
	await expect.poll(() => value(page)).toMatch(/\n\/opt\/dati$/);
	// The page may be read anew before it is sent: the draft knows what it was made from.
	await expectWords(page, /Bozza salvata/);
	await expect
		.poll(drafted)
		.toMatchObject({ text: expect.stringMatching(/\n\/opt\/dati$/), savedReplies: String(thanks) });
	await page.reload();
	await comeAlive(page);
	await expect.poll(() => value(page)).toMatch(/\n\/opt\/dati$/);
	await text.focus();
	await press('Control+Enter');
	await expectWords(page, 'La risposta è inviata.');
	expect((await savedReply(desk.db, marta, thanks))?.used).toBe(1);

	// With a pointer, into a hold's message too.
	await page.locator('#act-await > summary').click();
	const wait = page.locator('#act-await');
	await wait.getByText('all’inizio di una riga').click();
	await wait.getByRole('option', { name: 'Altra' }).click();
	await expect.poll(() => wait.locator('textarea').inputValue()).toBe('Altro.');
});
