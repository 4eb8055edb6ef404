import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened, solved, awaitingCustomer } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const asked = await awaitingCustomer(paola, marta);
const resolved = await solved(paola, marta);
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

test.each(['/login', '/policy'])('%s of a visitor weighs at most 30 kB of scripts', async (path) => {
	expect(await weightOf(path)).toBeLessThanOrEqual(30 * kilobyte);
});
