import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { begin, granted, saying, testHouse } from '../support/house.ts';
import { expectWords, newPage } from '../support/page.ts';
import { gatherShifts, shiftsOf } from '../support/shifts.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta } = await testHouse(desk);
const { opened, solved, inHand, awaitingCustomer, underEvaluation } = begin(desk, product);
const web = await startWeb(testing);
const browser = await launchBrowser();

const asked = await awaitingCustomer(paola, marta);
const evaluated = await underEvaluation(paola, marta);
const resolved = await solved(paola, marta);
const late = await inHand(paola, marta);
await opened(paola);
const queued = await opened(paola, { subject: 'Il rilievo non si importa' });

/** What a first visit may load, in bytes as they travel: fonts are compressed in themselves, the others by gzip. */
const most = { script: 60_000, stylesheet: 15_000, font: 80_000 } as const;
/** So may a page that is only read and signs nobody in yet. */
const mostOfVisitor = { ...most, script: 30_000 } as const;
type Kind = keyof typeof most;

const widths = [1280, 360];

test.each([
	['/', paola],
	['/tickets', paola],
	['/tickets?q=poligonale', paola],
	['/tickets/new', paola],
	[`/tickets/new?follows=${resolved}`, paola],
	[`/tickets/${queued}`, paola],
	[`/tickets/${late}`, paola],
	[`/tickets/${evaluated}`, paola],
	[`/tickets/${asked}`, paola],
	[`/tickets/${resolved}`, paola],
	['/account', paola],
	['/policy', paola],
	['/login', undefined],
	['/policy', undefined],
])('%s is light, and nothing on it moves by itself', async (path, user) => {
	await expectLightAndStill(path, user ? most : mostOfVisitor, user && (await signedIn(desk, user)));
});

/** The desk comes alive whole, once for a day's work: its heaviest page is that of a ticket in hand. */
const mostOfDesk = { ...most, script: 120_000, stylesheet: 17_000 } as const;

test('the desk’s page of a ticket in hand is light, and nothing on it moves by itself', async () => {
	await expectLightAndStill(`/desk/tickets/${late}`, mostOfDesk, await signedIn(desk, marta));
});

test('so is a resolved ticket with a reply that was not sent in time', async () => {
	const cookie = await signedIn(desk, paola);
	const page = await newPage(browser, web, { cookie });
	await page.goto(`/tickets/${late}`);
	await page.getByLabel('Il Suo messaggio').fill('Ancora una cosa.');
	await expectWords(page, /Bozza salvata/);
	await page.context().close();
	granted(await resolve(desk, marta, saying(late)));
	await expectLightAndStill(`/tickets/${late}`, most, cookie);
});

test('a page that moves is told from one that does not', async () => {
	const page = await newPage(browser, web);
	await page.addInitScript(gatherShifts);
	await page.goto('/policy');
	expect(await shiftsOf(page)).toEqual([]);
	await page.evaluate(() => document.querySelector('main')?.before(document.createElement('pre'), 'Una riga in più'));
	expect(await shiftsOf(page)).not.toEqual([]);
	await page.context().close();
});

async function expectLightAndStill(path: string, bounds: Record<Kind, number>, cookie?: string): Promise<void> {
	await Promise.all(widths.map((width) => expectLightAndStillAt(width, path, bounds, cookie)));
}

async function expectLightAndStillAt(
	width: number,
	path: string,
	bounds: Record<Kind, number>,
	cookie?: string,
): Promise<void> {
	const page = await newPage(browser, web, { viewport: { width, height: 800 }, ...(cookie && { cookie }) });
	const bytes = await visitSlowly(page, path);
	for (const kind of Object.keys(bounds) as Kind[]) {
		expect(bytes[kind], `${kind} of ${path}`).toBeGreaterThan(1000);
		expect(bytes[kind], `${kind} of ${path}`).toBeLessThanOrEqual(bounds[kind]);
	}
	expect(await shiftsOf(page), `${path} at ${width} px`).toEqual([]);
	await page.context().close();
}

/** A first visit on a slow line: the page is read first, then its letters arrive, then it comes alive. What it loaded, in bytes. */
async function visitSlowly(page: Page, path: string): Promise<Record<Kind, number>> {
	const came: Response[] = [];
	page.on('response', (response) => came.push(response));
	const [letters, scripts] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	await page.route('**/*.woff2', (route) => letters.promise.then(() => route.continue()));
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await page.addInitScript(gatherShifts);

	await page.goto(path, { waitUntil: 'commit' });
	await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
	letters.resolve();
	await page.evaluate(() => document.fonts.ready);
	scripts.resolve();
	await page.waitForLoadState('networkidle');

	const bytes: Record<Kind, number> = { script: 0, stylesheet: 0, font: 0 };
	for (const response of came) {
		const kind = response.request().resourceType();
		if (kind === 'font') bytes.font += (await response.body()).length;
		else if (kind === 'script' || kind === 'stylesheet') bytes[kind] += gzipSync(await response.body()).length;
	}
	return bytes;
}
