import { beforeEach, expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, standingOf, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, textFile } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, marta } = await testHouse(desk);
const { awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

/** Five business days after the Monday are over: the next Monday was the last of them. */
const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');
const text = 'Scusate il ritardo: ecco **quello** che serviva.';

beforeEach(async () => {
	await forgetTicketsOfBrowsers(desk);
	clock.set(MONDAY_MORNING);
});

async function writing(javaScriptEnabled: boolean) {
	const ticket = await awaitingCustomer(paola, marta);
	const page = await newPage(browser, web, { javaScriptEnabled, cookie: await signedIn(desk, paola) });
	await page.goto(`/tickets/${ticket}`);
	await page.getByLabel('Il Suo messaggio').fill(text);
	return { ticket, page, send: () => page.getByRole('button', { name: 'Invia la risposta' }).click() };
}

test.each([
	['with', true],
	['without', false],
])(
	'%s JavaScript: a reply sent at the instant of the lapse is refused, and the follow-up holds its text',
	async (_, script) => {
		const { ticket, page, send } = await writing(script);
		clock.set(lapse);
		await send();

		await expectWords(page, 'Il termine per rispondere è passato');
		expect(await page.getByLabel('Descrizione').inputValue()).toBe(text);
		if (script) await examine(page);
		expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'resolved', as: 'lapsed', at: lapse });

		await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
		await page.waitForURL(new RegExp(`/tickets/${ticket + 1}(\\?opened)?$`));
		await page.getByText('quello', { exact: true }).waitFor();
		expect(await standingOf(desk, marta, ticket + 1)).toEqual({ state: 'queued' });
	},
);

test.each([
	['with', true],
	['without', false],
])(
	'%s JavaScript: a late reply that has too many files as well keeps its text, and is told both',
	async (_, script) => {
		const { page, send } = await writing(script);
		await page
			.locator('input[name=files]')
			.setInputFiles(Array.from({ length: 11 }, (_, nth) => textFile(`${nth}.txt`)));
		clock.set(lapse);
		if (script) await page.getByRole('button', { name: 'Togli 10.txt' }).click();
		await send();

		const alert = page.getByRole('alert');
		if (script) await expectWords(page, 'Il termine per rispondere è passato');
		else {
			await alert.getByText('è passato il termine per rispondere').waitFor();
			expect(await alert.textContent()).toMatch(/al massimo 10 file[\s\S]*non serve sceglierli di nuovo/);
		}
		for (const name of ['0.txt', '9.txt']) await page.getByRole('link', { name, exact: true }).waitFor();
		expect(await page.getByLabel('Descrizione').inputValue()).toBe(text);
		if (script) await examine(page);
	},
);

test('a reply sent a moment before is in time', async () => {
	const { ticket, page, send } = await writing(true);
	clock.set(lapse.subtract({ milliseconds: 1 }));
	await send();
	await expectWords(page, 'La Sua risposta è arrivata.');
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'queued' });
});
