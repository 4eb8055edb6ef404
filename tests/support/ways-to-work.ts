import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Hands, keyboard, pointing } from './hands.ts';
import { expectRoomForLargeText } from './large-text.ts';
import { examine, expectNothingFound, expectToFit } from './page.ts';

/** With what somebody comes, and what is looked at on every page they come to. */
export type Way = {
	options: BrowserContextOptions;
	hands: (page: Page) => Hands;
	look: (page: Page) => Promise<void>;
};

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };

export const ways: Record<string, Way> = {
	'with a finger, on a phone': {
		options: { viewport: phone, hasTouch: true, isMobile: true, colorScheme: 'light' },
		hands: () => pointing('tap'),
		async look(page) {
			await examine(page);
			await page.emulateMedia({ colorScheme: 'light' });
			await page.setViewportSize(phone);
		},
	},
	'with a mouse, on a tablet in the dark': {
		options: { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' },
		hands: () => pointing('click'),
		async look(page) {
			await expectNothingFound(page);
			await expectToFit(page);
		},
	},
	'by the keyboard alone, at a desk, with room for text twice as large': {
		options: { viewport: desktop, colorScheme: 'light', reducedMotion: 'reduce' },
		hands: keyboard,
		async look(page) {
			await expectNothingFound(page);
			await expectRoomForLargeText(page);
		},
	},
	'without JavaScript, on a phone': {
		options: { viewport: phone, javaScriptEnabled: false },
		hands: () => pointing('click'),
		async look(page) {
			await expectNothingFound(await withoutItsScripts(page));
			await expectToFit(page);
		},
	},
};

/** Where one sees what each page without scripts shows. */
const mirrors = new WeakMap<Page, Promise<Mirror>>();
type Mirror = { same: Page; shown: { address: string; body: string } };

/** The same page where scripts run that look at it, and its own are gone. */
async function withoutItsScripts(page: Page): Promise<Page> {
	const [address = ''] = page.url().split('#');
	const html = await page.content();
	const body = html.replaceAll(/<script.*?<\/script>|<\/?noscript>/gs, '');
	const mirror = mirrors.get(page) ?? mirrorOf(page);
	mirrors.set(page, mirror);
	const { same, shown } = await mirror;
	await same.goto('about:blank'); // or an address that differs in its fragment alone would lead nowhere
	Object.assign(shown, { address, body });
	await same.goto(address);
	expect(await same.title()).toBe(await page.title());
	return same;
}

async function mirrorOf(page: Page): Promise<Mirror> {
	const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
	if (!context) throw new Error('The page has no browser.');
	const same = await context.newPage();
	const shown = { address: '', body: '' };
	// For as long as the page is open: to stop intercepting while it loads has left it waiting for ever.
	const isShown = ({ href }: URL) => href === shown.address;
	await same.route(isShown, (route) => route.fulfill({ contentType: 'text/html', body: shown.body }));
	return { same, shown };
}
