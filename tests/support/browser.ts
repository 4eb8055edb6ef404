import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchOptions } from './chromium.ts';

let running: Promise<Browser> | undefined;

/** The one browser of all files of a worker, without what the file before had open in it; it ends with the worker. */
export async function launchBrowser(): Promise<Browser> {
	running ??= launch();
	const browser = await running;
	afterAll(() => Promise.all(browser.contexts().map((context) => context.close())));
	return browser;
}

async function launch(): Promise<Browser> {
	const browser = await chromium.launch(await launchOptions());
	browser.on('disconnected', () => (running = undefined));
	return browser;
}
