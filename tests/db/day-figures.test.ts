import { beforeEach, expect, test } from 'vitest';
import { deskPage } from '#lib/server/queries/desk.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../support/desk.ts';
import { begin, forgetTickets, givePolicy, granted, on, saying, testHouse } from '../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { opened, taken, inHand, awaitingCustomer } = begin(desk, product);

beforeEach(() => forgetTickets(desk));

const at = (time: string) => clock.set(Temporal.Instant.from(`${time}+01:00`));
const day = async (agent = marta) => (await deskPage(desk, agent)).day;

test('a day is counted from midnight in Rome, one’s own beside everybody’s, by the hour in which it happened', async () => {
	at('2026-11-23T23:59:59');
	const late = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(late)));
	expect(await day()).toMatchObject({
		arrived: 1,
		mine: { taken: 1, answered: 1, resolved: 0 },
		hours: [{ hour: 23, arrived: 1, taken: 1 }],
	});

	at('2026-11-24T00:00:00');
	expect(await day()).toEqual({
		arrived: 0,
		everybody: { taken: 0, answered: 0, resolved: 0 },
		mine: { taken: 0, answered: 0, resolved: 0 },
		hours: [],
		lapsed: [],
	});
	await opened(paola);
	at('2026-11-24T09:30:00');
	granted(await resolve(desk, marta, saying(late, 'È a posto.')));
	const second = await taken(davide);
	granted(await replyToCustomer(desk, davide, saying(second)));
	granted(await replyToCustomer(desk, davide, saying(second)));
	at('2026-11-24T10:59:59');
	const third = await opened(paola);
	const fourth = await opened(paola);
	granted(await mergeTicket(desk, davide, { ...on(second), other: fourth }));
	granted(await closeTicket(desk, paola, on(third)));

	const everybody = { taken: 1, answered: 3, resolved: 3 };
	const hours = [
		{ hour: 0, arrived: 1, taken: 0 },
		{ hour: 9, arrived: 0, taken: 1 },
		{ hour: 10, arrived: 2, taken: 0 },
	];
	expect(await day()).toEqual({
		...{ arrived: 3, everybody, hours, lapsed: [] },
		mine: { taken: 0, answered: 1, resolved: 1 },
	});
	expect((await day(davide)).mine).toEqual({ taken: 1, answered: 2, resolved: 1 });
});

test('another time zone has another midnight, and another hour', async () => {
	at('2026-11-24T00:30:00');
	await opened(paola);
	expect(await day()).toMatchObject({ arrived: 1, hours: [{ hour: 0 }] });
	await givePolicy(desk, giulia, { timeZone: 'America/New_York' });
	// A page goes by settings that were read within the last two seconds.
	await expect.poll(async () => (await day()).hours, { timeout: 5_000 }).toEqual([{ hour: 18, arrived: 1, taken: 0 }]);
	at('2026-11-24T05:59:59');
	expect((await day()).arrived).toBe(1);
	at('2026-11-24T06:00:00');
	expect((await day()).arrived).toBe(0);
});

test('a wait that lapsed today is told to whom it was of', async () => {
	await forgetTickets(desk);
	at('2026-11-24T09:00:00');
	const ticket = await awaitingCustomer(paola, marta);
	at('2026-12-02T08:00:00');
	await recordLapses(desk);
	expect([(await day()).lapsed, (await day(davide)).lapsed]).toEqual([[ticket], []]);
	expect((await day()).everybody.resolved).toBe(1);
	at('2026-12-03T08:00:00');
	expect((await day()).lapsed).toEqual([]);
});

test('who waits longest is told by when they were queued', async () => {
	at('2026-11-24T09:00:00');
	expect((await deskPage(desk, marta)).longest).toBeUndefined();
	await opened(paola);
	at('2026-11-24T09:20:00');
	await opened(paola, { lane: 'consultancy' });
	expect((await deskPage(desk, marta)).longest).toBe('2026-11-24T08:00:00Z');
});
