// Pictures of every page, of the demo as of one moment: docs/screens/*.webp and their index. `npm run screens`; with names
// (`npm run screens -- home queued`) only those.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { launchOptions } from '../tests/support/chromium.ts';
import { type ScratchInstallation, scratchInstallation } from './screens/installation.ts';
import { administration, desk, portal, type Shown } from './screens/pages.ts';

/** A Thursday morning, a week after the office has moved. */
const now = Temporal.Instant.from('2026-11-26T11:00:00+01:00');
const folder = 'docs/screens';
const groups = { 'For customers': portal, 'The desk': desk, Administration: administration };
const widths = [1280, 360] as const;
/** Pixels of height after which a long page is cut off. */
const most = { 1280: 2_300, 360: 3_200 };

type Look = { width: (typeof widths)[number]; dark: boolean };

const asked = process.argv.slice(2);
const shown = Object.values(groups)
	.flat()
	.filter(({ name }) => asked.length === 0 || asked.includes(name));
await mkdir(folder, { recursive: true });
await using installation = await scratchInstallation(now);
await using browser = await chromium.launch(await launchOptions());
if (asked.length === 0) await clear();
const studio = await browser.newPage();
for (const page of shown) {
	const failed = (error: unknown) => {
		console.error(`${page.name}: ${error}`);
		process.exitCode = 1;
	};
	for (const look of looksOf(page)) await picture(browser, installation, studio, page, look).catch(failed);
	console.log(page.name);
}
await writeFile(join(folder, 'README.md'), index());

async function clear(): Promise<void> {
	const old = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
	for (const name of old) await rm(join(folder, name));
}

function looksOf({ dark }: Shown): Look[] {
	const light = widths.map((width) => ({ width, dark: false }));
	return dark ? [...light, ...widths.map((width) => ({ width, dark: true }))] : light;
}

function fileOf({ name }: Shown, { width, dark }: Look): string {
	return `${name}-${width}${dark ? '-dark' : ''}.webp`;
}

async function picture(
	browser: Browser,
	{ origin, desk, cookieOf }: ScratchInstallation,
	studio: Page,
	shown: Shown,
	look: Look,
): Promise<void> {
	const { who, path, first } = shown;
	await using context = await browser.newContext({
		viewport: { width: look.width, height: look.width === 360 ? 740 : 800 },
		colorScheme: look.dark ? 'dark' : 'light',
		reducedMotion: 'reduce',
		locale: 'it-IT',
		timezoneId: 'Europe/Rome',
	});
	if (who) await signIn(context, origin, await cookieOf(who));
	context.setDefaultTimeout(20_000);
	await context.route('**/*.css', withLetters);
	const page = await context.newPage();
	await page.clock.setFixedTime(new Date(now.epochMilliseconds));
	page.on('pageerror', (error) => console.error(`${shown.name}: ${error.message}`));
	await page.goto(origin + (typeof path === 'string' ? path : await path(desk)));
	await page.evaluate(() => document.fonts.ready);
	await first?.(page);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	if (wide > look.width) console.error(`${shown.name} is ${wide} pixels wide at ${look.width}.`);
	const png = await screenshot(page, look);
	await writeFile(join(folder, fileOf(shown, look)), await webp(studio, png));
}

/** As whoever has been here before sees it: a first visit shows other letters where ours come late. */
async function withLetters(route: Route): Promise<void> {
	const response = await route.fetch();
	const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
	await route.fulfill({ response, body });
}

async function signIn(context: BrowserContext, url: string, value: string): Promise<void> {
	await context.addCookies([{ name: 'sportello', value, url }]);
}

/** All of the page as one window: what keeps to the foot of the window stands at its foot. */
async function screenshot(page: Page, { width }: Look): Promise<Buffer> {
	const tall = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.min(tall, most[width]) });
	await page.evaluate(() => window.scrollTo(0, 0));
	return page.screenshot({ animations: 'disabled' });
}

/** The browser's own canvas makes a tenth of what a PNG takes. */
async function webp(studio: Page, png: Buffer): Promise<Buffer> {
	const url = await studio.evaluate(
		async (source) => {
			const image = new Image();
			image.src = source;
			await image.decode();
			const canvas = document.createElement('canvas');
			canvas.width = image.naturalWidth;
			canvas.height = image.naturalHeight;
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', 0.5);
		},
		`data:image/png;base64,${png.toString('base64')}`,
	);
	return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** docs/screens/README.md: every page with its pictures. */
function index(): string {
	const parts = Object.entries(groups).map(([name, pages]) => `## ${name}\n\n${pages.map(entry).join('\n\n')}`);
	return `# Every page\n\nMade by \`npm run screens\` from the demo; long pages are cut off at the foot.\n\n${parts.join('\n\n')}\n`;
}

function entry(shown: Shown): string {
	const pictures = looksOf(shown).map((look) => {
		const how = `${shown.title}, ${look.width} pixels wide${look.dark ? ', dark' : ''}`;
		return `<img src="${fileOf(shown, look)}" width="${look.width === 360 ? 180 : 560}" alt="${how}">`;
	});
	const { who } = shown;
	return `### ${shown.title}\n\n${who ? `\`${who}\`` : 'A visitor'}\n\n${pictures.join('\n')}`;
}
