import { expect, test } from 'vitest';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { examine, expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const { opened, taken, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	'asked why somebody was served before, the supervisor types the number and reads it (%o)',
	async ({ javaScriptEnabled }) => {
		const kept = await awaitingCustomer(paola, marta);
		const later = await opened(chiara, { subject: 'Errore 1204 all’esportazione in DXF di un rilievo molto lungo' });
		granted(await replyAsCustomer(desk, paola, saying(kept)));
		clock.advance({ minutes: 12 });
		expect(await taken(davide)).toBe(later);

		const page = await newPage(browser, web, { cookie: await signedIn(desk, giulia), javaScriptEnabled });
		await page.goto('/desk');
		await page.getByRole('link', { name: 'Ordine', exact: true }).click();
		await page.getByLabel('Numero del ticket').fill(String(later));
		await page.getByRole('button', { name: 'Spiega' }).click();
		await expectWords(
			page,
			`Davide ha ricevuto il ticket ${later} perché, tra quelli in coda che poteva servire, era il primo arrivato.`,
		);
		await expectWords(page, 'uno era riservato, per un tempo limitato, a un collega (P4)');
		await page.getByText('Tutto quello che contava in quel momento').last().click();
		await expectWords(page, /riservato a Marta fino a/);
		if (javaScriptEnabled) await examine(page);

		await page
			.getByRole('link', { name: String(kept), exact: true })
			.first()
			.click();
		await page.waitForURL(`**/desk/tickets/${kept}`);
		await page.context().close();
		await taken(marta);
		granted(await resolve(desk, marta, saying(kept)));
		granted(await resolve(desk, davide, saying(later)));
	},
);
