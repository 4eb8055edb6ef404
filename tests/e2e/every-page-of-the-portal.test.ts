import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { standingFrom, ticketsWithStanding } from '#lib/server/db/standing.ts';
import { fillWithDemo } from '../../src/cli/demo/fill.ts';
import { signedIn } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { examine, newPage } from '../support/page.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk(Temporal.Instant.from('2026-11-25T11:00:00+01:00'));
const { desk } = testing;
const filled = await fillWithDemo(desk, 'small');
const web = await startWeb(testing);
const browser = await launchBrowser();

/** Colleagues see each other's tickets; everybody sees only their own; somebody who reads English. */
const people = ['paola.ferri', 'chiara.bianchi', 'helen.whitfield'];

const states = [
	...['queued technical', 'queued consultancy', 'in-hand technical', 'under-evaluation technical'],
	...['awaiting-customer technical', 'solved technical', 'closed-by-customer technical'],
	...['lapsed technical', 'duplicate technical'],
];

async function at(username?: string): Promise<Page> {
	if (!username) return newPage(browser, web);
	const { id, role } = await desk.db
		.selectFrom('account')
		.select(['id', 'role'])
		.where('username', '=', username)
		.executeTakeFirstOrThrow();
	return newPage(browser, web, { cookie: await signedIn(desk, { id, role }) });
}

async function examineAll(page: Page, paths: readonly string[]): Promise<void> {
	for (const path of paths) {
		await page.goto(path);
		await examine(page);
	}
	await page.context().close();
}

/** The newest ticket in each state, by the way in which it ended or in its lane, and who opened it. */
async function oneInEachState(): Promise<Map<string, { number: number; username: string }>> {
	const now = await desk.clock.now(desk.db);
	const rows = await ticketsWithStanding(desk.db)
		.innerJoin('account as opener', 'opener.id', 'ticket.opened_by')
		.select(['opener.username', 'ticket.lane', 'ticket.number as ticketNumber'])
		.orderBy('ticket.number')
		.execute();
	return new Map(
		rows.map((row) => {
			const standing = standingFrom(row, now);
			const state = standing.state === 'resolved' ? standing.as : standing.state;
			return [`${state} ${row.lane}`, { number: row.ticketNumber, username: row.username }];
		}),
	);
}

test('everywhere a customer reads their tickets in each state they can be in', async () => {
	expect(filled.ok).toBe(true);
	const tickets = await oneInEachState();
	expect([...tickets.keys()]).toEqual(expect.arrayContaining(states));
	for (const username of new Set([...tickets.values()].map((ticket) => ticket.username))) {
		const theirs = [...tickets.values()].filter((ticket) => ticket.username === username);
		await examineAll(
			await at(username),
			theirs.map(({ number }) => `/tickets/${number}`),
		);
	}
});

test.each(people)('%s finds every other page in order', async (username) => {
	const [ticket] = await desk.db
		.selectFrom('ticket')
		.innerJoin('resolution', 'resolution.ticket', 'ticket.number')
		.innerJoin('account', 'account.id', 'ticket.opened_by')
		.select('number')
		.where('username', '=', username)
		.execute();
	const followUp = ticket ? [`/tickets/new?follows=${ticket.number}`] : [];
	const lists = ['/tickets', '/tickets?q=errore', '/tickets?q=plotter', '/tickets?turn=resolved'];
	await examineAll(await at(username), ['/', ...lists, '/tickets/new', ...followUp, '/account', '/tickets/99999']);
});

test('so does who is not signed in', async () => {
	await examineAll(await at(), ['/login', '/policy', '/activate/none', '/recover', '/recover/none', '/nowhere']);
});
