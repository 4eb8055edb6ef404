import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from '#lib/server/desk.ts';
import { forgetTickets } from './house.ts';

/**
 * As `forgetTickets`, where a browser that was just closed may still be saving what was typed in it: no ticket of the next test
 * has the number of one before, for which that is meant.
 */
export async function forgetTicketsOfBrowsers(desk: Desk): Promise<void> {
	const forgotten = () =>
		forgetTickets(desk, { numbersGoOn: true }).then(
			() => true,
			() => false,
		);
	await expect.poll(forgotten).toBe(true);
}

type Told = { subject: string; description: string; file?: string };

/** Fills in and sends the form to open a ticket; answers its arrival number. */
export async function openTicketOn(page: Page, { subject, description, file }: Told): Promise<number> {
	await page.goto('/tickets/new');
	await page.getByLabel('Assistenza tecnica').check();
	await page.getByLabel('Oggetto').fill(subject);
	await page.getByLabel('Descrizione').fill(description);
	if (file) await page.locator('input[name=files]').setInputFiles(textFile(file));
	await page.getByRole('button', { name: 'Invia e prendi il numero' }).click();
	await page.waitForURL(/\/tickets\/\d+(\?opened)?$/);
	return Number(/\/tickets\/(\d+)/.exec(page.url())?.[1]);
}

export function textFile(name: string) {
	return { name, mimeType: 'text/plain', buffer: Buffer.from(`Il contenuto di ${name}`) };
}

/** Unfolds one of the acts of the desk's ticket page; answers its form. */
export async function unfold(page: Page, title: string) {
	const act = page.locator('details').filter({ has: page.locator('summary', { hasText: title }) });
	if (!(await act.evaluate((element: HTMLDetailsElement) => element.open)))
		await act.locator('summary').first().click();
	return act;
}

/** Takes the next ticket; answers its number. */
export async function takeNextOn(page: Page): Promise<number> {
	await page.goto('/desk');
	await page.getByRole('button', { name: 'Prendi il prossimo' }).click();
	await page.waitForURL(/\/desk\/tickets\/\d+$/);
	return Number(page.url().split('/').at(-1));
}
