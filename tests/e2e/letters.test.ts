import { expect, test } from 'vitest';
import { htmlOf } from '#lib/server/mail/html.ts';
import { launchBrowser } from '../support/browser.ts';
import { letters, origin } from '../support/letters.ts';
import { expectNothingFound, expectToFit } from '../support/page.ts';

const browser = await launchBrowser();
const sender = { name: 'Tecnosoft Topografia S.r.l.', lines: ['Via dei Condotti 12, 00187 Roma'], origin };
/** What would ask somebody for something, run, or not break, were it taken as it stands. */
const subject = `<img src=https://canary.example/x onerror=run()> <script>run()</script> ${'rilievo'.repeat(12)}`;

test('a mail in HTML fetches nothing, runs nothing, fits a small phone, and axe finds nothing in it, in both themes', async () => {
	const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.exposeFunction('run', () => asked.push('a script ran'));
	for (const mail of [...letters('it', subject), ...letters('en', subject)]) {
		await page.setContent(htmlOf(mail, sender));
		await expectToFit(page);
		expect(await page.locator('h1, div, p').filter({ hasText: 'onerror=run()' }).count()).toBeGreaterThan(0);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await expectNothingFound(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
		}
	}
	expect(asked).toEqual([]);
	await page.close();
});
