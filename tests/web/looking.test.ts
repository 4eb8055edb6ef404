import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import { openLive } from '#lib/server/live.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { createLogger } from '#platform/logging.ts';
import { signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { type Heard, hear } from '../support/events.ts';
import { begin, forgetTickets, granted, saying, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk } = testing;
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { inHand } = begin(desk, product);
const web = await startWeb(testing);
const streams: Heard[] = [];
afterEach(() => {
	for (const stream of streams.splice(0)) stream.leave();
});

beforeEach(() => forgetTickets(desk));

async function open(who: typeof marta | typeof paola, ticket: number): Promise<Heard> {
	const heard = await hear(web, `/live?ticket=${ticket}`, await signedIn(desk, who));
	streams.push(heard);
	await heard.next('hello');
	return heard;
}

test('agents who look at the same ticket are told of each other as they come and go; its customer of nobody', async () => {
	const ticket = await inHand(paola, marta);
	const [customer, first] = [await open(paola, ticket), await open(marta, ticket)];
	const second = await open(davide, ticket);
	expect([await first.next('looking'), await second.next('looking')]).toEqual([
		{ names: ['Davide'] },
		{ names: ['Marta'] },
	]);
	second.leave();
	expect(await first.next('looking')).toEqual({ names: [] });

	granted(await replyToCustomer(desk, marta, saying(ticket)));
	await customer.next('changed');
	expect(customer.text()).not.toMatch(/looking|davide|marta/i);
});

test('so are those who look through another process', async () => {
	const ticket = await inHand(paola, marta);
	const logger = createLogger(web.configuration);
	const other = openLive({ desk, databaseUrl: testing.url, name: 'sportello test, another', logger });
	while (other.mark === '') await new Promise((done) => setTimeout(done, 5));
	const page = await open(marta, ticket);
	const seen = await ticketInSight(desk.db, giulia, ticket);
	const watching = {
		viewer: giulia,
		session: 'another',
		ticket: seen,
		desk: false,
		since: other.mark,
		admitted: other.mark,
	};
	const opened = other.open(watching);
	expect(typeof opened).toBe('object');
	expect(await page.next('looking')).toEqual({ names: ['giulia'] });
	await other.close();
});
