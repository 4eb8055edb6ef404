import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { comeAlive, examine, expectWords, newPage } from '../support/page.ts';
import { forgetTicketsOfBrowsers, takeNextOn } from '../support/ticket-pages.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide } = await testHouse(desk);
const { opened, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

beforeEach(() => forgetTicketsOfBrowsers(desk));
const pages: Page[] = [];
afterEach(async () => {
	for (const page of pages.splice(0)) await page.context().close();
});

/** An agent's desk with its stream open. Nobody loads the page again. */
async function deskOf(agent: typeof marta, path = '/desk'): Promise<Page> {
	const page = await newPageOf(agent);
	await page.addInitScript(() => {
		const shown: string[] = [];
		// A browser without a window of its own shows none: what would be shown is written down.
		class Told extends EventTarget {
			static permission = 'default';
			static async requestPermission(): Promise<string> {
				Told.permission = 'granted';
				return Told.permission;
			}
			constructor(title: string, options?: NotificationOptions) {
				super();
				shown.push([title, options?.body].filter(Boolean).join(': '));
			}
			close(): void {}
		}
		Object.assign(window, { Notification: Told, shown });
	});
	const stream = page.waitForRequest(/\/live\?.*desk/);
	await page.goto(path);
	await stream;
	await comeAlive(page);
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));
	return page;
}

/** A desk is told once a second, and reads itself once a second. */
const patience = { timeout: 15_000 };
const regionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('one agent takes the next: the other’s desk and the queue change by themselves', async () => {
	const first = await opened(paola, { subject: 'La poligonale' });
	await opened(paola, { subject: 'La quota' });
	const watching = await deskOf(davide);
	const queue = await deskOf(davide, '/desk/queue');
	await regionOf(watching, 'Il prossimo per Lei').getByText('La poligonale').waitFor();
	await regionOf(watching, 'La giornata').getByText('Le cifre ora per ora').click();
	await watching.getByLabel('Vai al ticket').fill('12');
	const readAgain = watching.waitForRequest(/__data\.json/);

	expect(await takeNextOn(await newPageOf(marta))).toBe(first);
	expect((await readAgain).headers()['x-read-again']).toBe('unattended');
	await regionOf(watching, 'Il prossimo per Lei').getByText('La quota').waitFor();
	await watching.getByRole('row', { name: 'Presi in lavorazione 0 1' }).waitFor();
	await watching
		.getByRole('status')
		.filter({ hasText: 'La coda è cambiata: un ticket in coda.' })
		.waitFor({ state: 'attached' });
	await expect.poll(() => queue.getByRole('article').count(), patience).toBe(1);
	await expectWords(queue, 'La quota');

	await watching.getByRole('rowheader', { name: '9–10' }).waitFor();
	expect(await watching.getByLabel('Vai al ticket').inputValue()).toBe('12');
	expect(
		await watching.evaluate(() => [document.activeElement?.getAttribute('name'), 'sameDocument' in window]),
	).toEqual(['q', true]);
	await examine(watching);
	await examine(queue);
});

test('an agent who wants to be told is told of what comes back: by the number and what happened, and in the title', async () => {
	const waiting = await awaitingCustomer(paola, marta);
	const page = await deskOf(marta);
	expect(await page.title()).toBe('Sportello');
	await page.getByLabel('Avvisami quando un ticket torna a me').check();
	// Somebody who looks at another window.
	await page.evaluate(() => {
		document.hasFocus = () => false;
	});
	granted(await replyAsCustomer(desk, paola, saying(waiting, 'Il segreto di Paola')));
	await expect.poll(() => page.title(), patience).toBe('(1) Sportello');
	await regionOf(page, 'Tornati a Lei').getByText('il cliente ha risposto').waitFor();

	const colleagues = await opened(paola);
	const taken = await takeNextOn(await newPageOf(davide));
	expect(taken).toBe(colleagues);
	granted(await handOver(desk, davide, { ...saying(colleagues, ''), colleague: marta.id }));
	await expect.poll(() => page.title(), patience).toBe('(2) Sportello');
	expect(await page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual([
		`Ticket ${waiting}: il cliente ha risposto`,
		`Ticket ${colleagues}: passato a Lei da un collega`,
	]);
	await page.evaluate(() => {
		document.hasFocus = () => true;
		window.dispatchEvent(new Event('focus'));
	});
	await expect.poll(() => page.title(), patience).toBe('Sportello');
	await examine(page);
	await page.reload();
	await expect.poll(() => page.getByLabel('Avvisami quando un ticket torna a me').isChecked(), patience).toBe(true);
});

test('who works on another page is told too, once it was switched on, and whether or not they look', async () => {
	const waiting = await awaitingCustomer(paola, marta);
	const page = await deskOf(marta);
	await page.getByLabel('Avvisami quando un ticket torna a me').check();
	const asked = page.waitForResponse('**/desk/came-back');
	await page.getByRole('link', { name: 'Clienti', exact: true }).click();
	expect((await (await asked).request().allHeaders())['x-read-again']).toBe('unattended');
	expect(await page.title()).toContain('Clienti');

	granted(await replyAsCustomer(desk, paola, saying(waiting, 'Il segreto di Paola')));
	await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/^\(1\) .*Clienti/);
	expect(await page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual([
		`Ticket ${waiting}: il cliente ha risposto`,
	]);
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	expect(await page.title()).toMatch(/^Clienti/);
});

async function newPageOf(agent: typeof marta): Promise<Page> {
	const page = await newPage(browser, web, { cookie: await signedIn(desk, agent) });
	pages.push(page);
	return page;
}
