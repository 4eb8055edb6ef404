import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { giveShop, type Shop } from '../support/shop.ts';

const { desk, clock } = await testDesk();
let shop: Shop;
const key = () => ({ requestKey: randomUUID() });

/** Tickets 1 to 30 of one customer, opened by two of its users in turn; 1 to 24 resolved, of which 12 by a lapse. */
beforeAll(async () => {
	shop = await giveShop(desk, { products: 1, users: 2, agents: 1 });
	const [agent] = shop.agents;
	const [product = 0] = shop.products;
	for (let ticket = 1; ticket <= 30; ticket++) {
		const user = shop.users[ticket % 2] as Shop['users'][number];
		const said = { subject: `Ticket ${ticket}`, description: 'Testo', version: '', operatingSystem: '', tools: '' };
		await openTicket(desk, user, { ...key(), ...said, product, lane: 'technical', files: [], follows: undefined });
		if (ticket === 12 && agent) {
			await takeNext(desk, agent, key());
			await awaitCustomer(desk, agent, { ...key(), ticket, missing: ['other'], text: 'Che cosa?', files: [] });
		} else if (ticket <= 24) await closeTicket(desk, user, { ...key(), ticket });
	}
	clock.set(MONDAY_MORNING.add({ hours: 24 * 30 }));
});

const numbers = (tickets: { number: number }[]) => tickets.map(({ number }) => number);
const countdown = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, nth) => from - nth);

test('what support has to do stands in order of arrival, what is resolved newest first, a page at a time', async () => {
	const [user] = shop.users;
	const first = await myTickets(desk, user as Shop['users'][number]);
	expect(numbers(first.support)).toEqual([25, 26, 27, 28, 29, 30]);
	expect(first.yours).toEqual([]);
	expect(numbers(first.resolved)).toEqual(countdown(24, 5));

	const second = await myTickets(desk, user as Shop['users'][number], first.olderThan);
	expect(numbers(second.resolved)).toEqual(countdown(4, 1));
	expect(second.olderThan).toBeUndefined();
	expect(numbers(second.support)).toEqual([25, 26, 27, 28, 29, 30]);
});

test('a ticket that has lapsed stands among the resolved ones, though nothing has written it down (P5)', async () => {
	const { resolved } = await myTickets(desk, shop.users[0] as Shop['users'][number]);
	expect(resolved.find(({ number }) => number === 12)).toMatchObject({ state: 'resolved', resolvedAs: 'lapsed' });
});

test('where the customer wishes it, each user sees their own only (P1)', async () => {
	const user = { ...(shop.users[0] as Shop['users'][number]), seesColleagues: false };
	const { support, resolved, olderThan } = await myTickets(desk, user);
	expect(numbers(support)).toEqual([26, 28, 30]);
	expect(numbers(resolved)).toEqual([24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2]);
	expect(olderThan).toBeUndefined();
});
