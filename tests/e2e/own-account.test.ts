import { expect, test } from 'vitest';
import { PASSWORD, signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, andrea } = await testHouse(desk);
const web = await startWeb(testing);
const browser = await launchBrowser();

const kept = (id: number) =>
	desk.db.selectFrom('account').select(['name', 'language', 'theme', 'muted']).where('id', '=', id).executeTakeFirst();

test.each([
	{ script: 'with', javaScriptEnabled: true, who: paola },
	{ script: 'without', javaScriptEnabled: false, who: andrea },
])(
	'$script JavaScript a user finds their page, changes what is theirs and comes back to what was done',
	async ({ javaScriptEnabled, who }) => {
		const page = await newPage(browser, web, { cookie: await signedIn(desk, who), javaScriptEnabled });
		await page.goto('/');
		await page.getByRole('link', { name: 'il Suo account' }).click();
		await expectWords(page, 'Sessioni aperte');

		await page.getByLabel('Nome e cognome').fill('Geom. Anna Ferri');
		await page.getByRole('button', { name: 'Salva il nome' }).click();
		await expectWords(page, 'Il Suo nome è «Geom. Anna Ferri»');
		expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Geom. Anna Ferri');

		await page.getByLabel('Abbiamo risposto').uncheck();
		await page.getByRole('button', { name: 'Salva le comunicazioni' }).click();
		await expectWords(page, 'La scelta è salvata');
		expect(await page.getByLabel('Abbiamo risposto').isChecked()).toBe(false);

		await page.getByLabel('English').check();
		await page.getByLabel('Scuro').check();
		await page.getByRole('button', { name: 'Salva lingua e aspetto' }).click();
		await expectWords(page, 'Language and theme are saved.');
		const root = page.locator('html');
		expect([await root.getAttribute('lang'), await root.getAttribute('data-theme')]).toEqual(['en', 'dark']);
		expect(await kept(who.id)).toEqual({
			...{ name: 'Geom. Anna Ferri', language: 'en', theme: 'dark', muted: ['answered'] },
		});
		await page.context().close();
	},
);

test('a session elsewhere is ended from here, and there one signs in again', async () => {
	await desk.db.updateTable('account').set({ language: 'it', theme: null }).execute();
	const there = await newPage(browser, web);
	await there.goto('/login');
	await there.getByLabel('Nome utente').fill('paola');
	await there.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await there.getByRole('button', { name: 'Entra' }).click();
	await there.waitForURL((url) => url.pathname === '/');

	await desk.db.deleteFrom('session').where('user_agent', '=', '').execute();
	const here = await newPage(browser, web, { cookie: await signedIn(desk, paola) });
	await here.goto('/account');
	await examine(here);
	await here.getByRole('button', { name: 'Termina la sessione:' }).click();
	await expectWords(here, 'La sessione è terminata');
	await expectWords(here, 'Non ce ne sono altre.');
	await there.goto('/account');
	expect(new URL(there.url()).pathname).toBe('/login');
});
