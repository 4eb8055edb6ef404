import type { LogEvent } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { createDatabase } from '#platform/database.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { begin, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { product, paola, andrea, marta } = await testHouse(testing.desk);
const { opened, inHand, awaitingCustomer, solved } = begin(testing.desk, product);
const cookies = { paola: await signedIn(testing.desk, paola), marta: await signedIn(testing.desk, marta) };

const sent: string[] = [];
const log = ({ query }: LogEvent) => void sent.push(query.sql);
const db = createDatabase(testing.url, { max: 5, log });
const web = await startWeb({ ...testing, desk: { ...testing.desk, db } });
afterAll(() => db.destroy());
// What pages only glance at (the settings) was just read, for as long as these tests take.
vi.spyOn(performance, 'now').mockReturnValue(performance.now());

/** Looked at once before: reading a ticket for the first time is written down. */
async function queriesOf(path: string): Promise<number> {
	const cookie = path.startsWith('/desk') ? cookies.marta : cookies.paola;
	const look = async () => (await web.fetch(path, { headers: { cookie, accept: 'text/html' } })).text();
	await look();
	sent.length = 0;
	expect(await look()).toContain('</html>');
	return sent.length;
}

/** Who asks is one of each. */
const expected = {
	home: 4,
	list: 3,
	'new ticket': 3,
	account: 4,
	policy: 5,
	'ticket in the queue': 4,
	'ticket in hand': 3,
	'ticket that waits for its customer': 3,
	'resolved ticket': 4,
	desk: 3,
	queue: 3,
	'search, at the desk': 5,
	'ticket in hand, at the desk': 9,
	'ticket in the queue, at the desk': 5,
};

test('a page asks the database as often as it always did, however many tickets there are', async () => {
	const end = await solved(paola, marta);
	const waiting = await awaitingCustomer(paola, marta);
	const held = await inHand(paola, marta);
	const queued = await opened(paola);
	const paths = {
		home: '/',
		list: '/tickets',
		'new ticket': '/tickets/new',
		account: '/account',
		policy: '/policy',
		'ticket in the queue': `/tickets/${queued}`,
		'ticket in hand': `/tickets/${held}`,
		'ticket that waits for its customer': `/tickets/${waiting}`,
		'resolved ticket': `/tickets/${end}`,
		desk: '/desk',
		queue: '/desk/queue',
		'search, at the desk': '/desk/search?q=poligonale',
		'ticket in hand, at the desk': `/desk/tickets/${held}`,
		'ticket in the queue, at the desk': `/desk/tickets/${queued}`,
	};
	const count = async () => {
		const counts: [string, number][] = [];
		for (const [page, path] of Object.entries(paths)) counts.push([page, await queriesOf(path)]);
		return Object.fromEntries(counts);
	};
	expect(await count()).toEqual(expected);
	for (let more = 0; more < 5; more++) await opened(more % 2 ? paola : andrea);
	expect(await count()).toEqual(expected);
});
