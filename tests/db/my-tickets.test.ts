import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type MineAndTheirs, myTickets } from '#lib/server/queries/my-tickets.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { request } from '../support/house.ts';
import { giveShop, type Shop } from '../support/shop.ts';

const { desk, clock } = await testDesk();
let shop: Shop;
const key = () => ({ requestKey: randomUUID() });

/** Tickets 1 to 30 of one customer, opened by two of its users in turn; 1 to 24 closed an hour apart, of which 12 left to its lapse. */
beforeAll(async () => {
	shop = await giveShop(desk, { products: 1, users: 3, agents: 1 });
	const [agent] = shop.agents;
	const [product = 0] = shop.products;
	for (let ticket = 1; ticket <= 30; ticket++) {
		clock.set(MONDAY_MORNING.add({ hours: ticket }));
		const user = shop.users[ticket % 2] as Shop['users'][number];
		await openTicket(desk, user, request(product, { subject: `Ticket ${ticket}` }));
		if (ticket === 12 && agent) {
			await takeNext(desk, agent, key());
			await awaitCustomer(desk, agent, { ...key(), ticket, missing: ['other'], text: 'Che cosa?', files: [] });
		} else if (ticket <= 24 && ticket !== 14) await closeTicket(desk, user, { ...key(), ticket });
	}
	await closeTicket(desk, shop.users[0] as Shop['users'][number], { ...key(), ticket: 14 });
	clock.set(MONDAY_MORNING.add({ hours: 24 * 30 }));
});

const user = (nth: number, seesColleagues = true) => ({
	...(shop.users[nth] as Shop['users'][number]),
	seesColleagues,
});
const numbers = ({ mine, theirs }: MineAndTheirs) => [mine, theirs].map((list) => list.map(({ number }) => number));

test('one’s own stand before the colleagues’; what support has to do in order of arrival, what is resolved by when it was', async () => {
	const { yours, support, resolved } = await myTickets(desk, user(0));
	expect(numbers(support)).toEqual([
		[26, 28, 30],
		[25, 27, 29],
	]);
	expect(numbers(yours)).toEqual([[], []]);
	// The lapse came last, though nothing has written it down (P5); ticket 14 was closed after all others.
	expect(numbers(resolved)).toEqual([
		[12, 14, 24, 22, 20, 18],
		[23, 21, 19, 17],
	]);
	expect(resolved.mine[0]).toMatchObject({ state: 'resolved', resolvedAs: 'lapsed' });
});

test('where the customer wishes it, each user sees their own only (P1)', async () => {
	const { support, resolved } = await myTickets(desk, user(0, false));
	expect(numbers(support)).toEqual([[26, 28, 30], []]);
	expect(numbers(resolved)).toEqual([[12, 14, 24, 22, 20, 18, 16, 10, 8, 6], []]);
});

test('who has never opened a ticket is known by it, whatever the colleagues have opened', async () => {
	expect((await myTickets(desk, user(0))).begun).toBe(true);
	const colleague = await myTickets(desk, user(2));
	expect([colleague.begun, colleague.support.mine, numbers(colleague.support)[1]]).toEqual([
		false,
		[],
		[25, 26, 27, 28, 29, 30],
	]);
	expect((await myTickets(desk, user(2, false))).begun).toBe(false);
});

test('of the colleagues’ tickets the first ten are shown, and how many more there are', async () => {
	const [product = 0] = shop.products;
	for (let more = 0; more < 8; more++) await openTicket(desk, user(1), request(product));
	const { support } = await myTickets(desk, user(0));
	expect([support.mine.length, support.theirs.length, support.moreOfTheirs]).toEqual([3, 10, 1]);
});
