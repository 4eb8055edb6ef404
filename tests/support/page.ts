import axe, { type RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestWeb } from './web.ts';

const desktop = { width: 1280, height: 900 };
const wide = { width: 1920, height: 1080 };
/** A desk's screen, a wide one, a desk's at 200 % zoom, a tablet, a phone, and the narrowest that WCAG 1.4.10 asks for. */
const screens = [
	desktop,
	wide,
	{ width: desktop.width / 2, height: desktop.height / 2 },
	{ width: 768, height: 1024 },
	{ width: 360, height: 740 },
	{ width: 320, height: 640 },
];

/** A page whose scripts do not answer yet to what is done on it. */
const asleep = 'html:has(script):not([data-alive])';

/**
 * A browser of somebody's own, reading Italian; signed in when a session's cookie is given. What breaks in it breaks the test.
 * Nothing is done on a page before it has come alive, unless the test says that `actEarly`.
 */
export async function newPage(
	browser: Browser,
	{ origin }: TestWeb,
	{ cookie, ...options }: BrowserContextOptions & { cookie?: string } = {},
): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, locale: 'it-IT', viewport: desktop, ...options });
	const [name, value] = cookie?.split('=') ?? [];
	if (name && value) await context.addCookies([{ name, value, url: origin }]);
	const page = await context.newPage();
	page.setDefaultTimeout(45_000); // a browser on a busy machine; waiting costs nothing when it works
	page.on('pageerror', (error) => {
		throw error;
	});
	if (options.javaScriptEnabled !== false) await page.addLocatorHandler(page.locator(asleep), async () => {});
	return page;
}

/** From now on the page is acted on as soon as it is shown, as by who is quicker than its scripts. */
export async function actEarly(page: Page): Promise<void> {
	await page.removeLocatorHandler(page.locator(asleep));
}

/** Once its scripts answer to what is done on it. */
export async function comeAlive(page: Page): Promise<void> {
	await page.locator(asleep).waitFor({ state: 'detached' });
}

/** What holds on every page: axe finds nothing in either theme, and no screen scrolls sideways. */
export async function examine(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	await expectNothingFound(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	// The other theme is the same page in other colours.
	await expectNothingFound(page, { runOnly: ['color-contrast'] });
	await expectNoSidewaysScroll(page);
}

/** What axe says of the page as it is shown now; by all its rules, unless told. */
export async function expectNothingFound(page: Page, options: RunOptions = {}): Promise<void> {
	// To read axe in costs a browser as much as to let it look: once a document is enough.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const found = await page.evaluate(violations, options);
	expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}

/** In the page, which has no frames: the rules that are broken, each with where. */
async function violations(options: RunOptions): Promise<string[]> {
	const { axe: looker } = window as unknown as { axe: typeof axe };
	// What is still fading in has not got its colours yet.
	const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
	await Promise.allSettled(moving.map(({ finished }) => finished));
	// Nobody reads of what is in order which elements it was found on, and to describe them takes as long as to look.
	const found = await looker.run(document, { ...options, resultTypes: ['violations'] });
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	for (const screen of screens.toReversed()) {
		await page.setViewportSize(screen);
		await expectToFit(page);
	}
	await page.setViewportSize(desktop);
}

/** On the screen as it is, the page does not scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(over, `scrolls sideways at ${page.viewportSize()?.width} px: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Waits for the page's words; they must stand where everybody sees them. */
export async function expectWords(page: Page, words: string | RegExp): Promise<void> {
	await page.getByText(words).filter({ visible: true }).first().waitFor();
}
