import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { expectWords, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened, solved, inHand, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const asked = await awaitingCustomer(paola, marta);
const resolved = await solved(paola, marta);
const late = await inHand(paola, marta);
const queued = await opened(paola);

const kilobyte = 1_000;

/** All scripts a first visit loads, as they travel: in bytes. */
async function weightOf(path: string, cookie?: string): Promise<number> {
	const page = await newPage(browser, web, cookie ? { cookie } : {});
	const scripts: Response[] = [];
	page.on('response', (response) => {
		if (response.request().resourceType() === 'script') scripts.push(response);
	});
	await page.goto(path, { waitUntil: 'networkidle' });
	const bodies = await Promise.all(scripts.map((script) => script.body()));
	await page.context().close();
	expect(bodies).not.toHaveLength(0);
	return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test.each([
	'/',
	'/tickets',
	'/tickets?q=poligonale',
	'/tickets/new',
	`/tickets/${queued}`,
	`/tickets/${asked}`,
	`/tickets/${resolved}`,
	'/account',
	'/policy',
])('%s weighs at most 60 kB of scripts', async (path) => {
	expect(await weightOf(path, await signedIn(desk, paola))).toBeLessThanOrEqual(60 * kilobyte);
});

test('so does a resolved ticket with a reply that was not sent in time', async () => {
	const cookie = await signedIn(desk, paola);
	const page = await newPage(browser, web, { cookie });
	await page.goto(`/tickets/${late}`);
	await page.getByLabel('Il Suo messaggio').fill('Ancora una cosa.');
	await expectWords(page, /Bozza salvata/);
	await page.context().close();
	granted(await resolve(desk, marta, saying(late)));
	expect(await weightOf(`/tickets/${late}`, cookie)).toBeLessThanOrEqual(60 * kilobyte);
});

test.each(['/login', '/policy'])('%s of a visitor weighs at most 30 kB of scripts', async (path) => {
	expect(await weightOf(path)).toBeLessThanOrEqual(30 * kilobyte);
});
