import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchOptions } from './chromium.ts';

/** The system's Chromium, else the one inside an npm package; closed after the test file. */
export async function launchBrowser(): Promise<Browser> {
	const browser = await chromium.launch(await launchOptions());
	afterAll(() => browser.close());
	return browser;
}
