import { afterEach, expect, test } from 'vitest';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { testDesk } from '../../support/desk.ts';
import { asking, begin, forgetTickets, key, on, saying, standingOf, testHouse } from '../../support/house.ts';
import { expectSound } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { opened, inHand, underEvaluation, awaitingCustomer } = begin(desk, product);

/** Whatever ran at once, the log tells a story that can have happened. */
afterEach(async () => {
	await expectSound(desk);
	await forgetTickets(desk);
});

const rounds = Array.from({ length: 8 });

type Act = (ticket: number) => Promise<{ ok: boolean }>;
const solve: Act = (ticket) => resolve(desk, marta, saying(ticket));
const close: Act = (ticket) => closeTicket(desk, paola, on(ticket));
const takeBack: Act = (ticket) => putBack(desk, giulia, on(ticket));

test.each<{ acts: string; begins: () => Promise<number>; one: Act; other: Act }>([
	{ acts: 'resolving and the customer’s closing', begins: () => inHand(paola, marta), one: solve, other: close },
	{
		acts: 'resolving and a supervisor’s putting back',
		begins: () => inHand(paola, marta),
		one: solve,
		other: takeBack,
	},
	{
		acts: 'the two holds, from two windows',
		begins: () => inHand(paola, marta),
		one: (ticket) => evaluate(desk, marta, saying(ticket)),
		other: (ticket) => awaitCustomer(desk, marta, asking(ticket)),
	},
	{
		acts: 'resuming and a supervisor’s putting back',
		begins: () => underEvaluation(paola, marta),
		one: (ticket) => resume(desk, marta, on(ticket)),
		other: takeBack,
	},
	{ acts: 'closing it twice', begins: () => awaitingCustomer(paola, marta), one: close, other: close },
])('of $acts at once, exactly one is done', async ({ begins, one, other }) => {
	for (const _ of rounds) {
		const ticket = await begins();
		const outcomes = await Promise.all([one(ticket), other(ticket)]);
		expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
		await closeTicket(desk, paola, on(ticket));
	}
});

test('a reply and the withdrawal of its request at once: the reply is kept, and the ticket queued once', async () => {
	for (const _ of rounds) {
		const ticket = await awaitingCustomer(paola, marta);
		const acts = [replyAsCustomer(desk, paola, saying(ticket)), withdrawRequest(desk, marta, on(ticket))];
		expect((await Promise.all(acts))[0]).toEqual({ ok: true });
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		await closeTicket(desk, paola, on(ticket));
	}
});

test('a reply to the customer is never written after the ticket was resolved', async () => {
	for (const _ of rounds) {
		const ticket = await inHand(paola, marta);
		await Promise.all([replyToCustomer(desk, marta, saying(ticket, 'Ecco.')), close(ticket)]);
		const messages = await desk.db.selectFrom('message').select('id').where('ticket', '=', ticket).execute();
		const events = await desk.db.selectFrom('event').select('id').where('ticket', '=', ticket).execute();
		expect(events).toHaveLength(messages.length - 1);
		expect(await replyToCustomer(desk, marta, saying(ticket))).toMatchObject({ refusal: { reason: 'resolved' } });
	}
});

test('a ticket closed while it is being taken is in nobody’s hand', async () => {
	for (const _ of rounds) {
		const ticket = await opened(paola);
		const [taken, closed] = await Promise.all([takeNext(desk, davide, key()), close(ticket)]);
		expect(closed).toEqual({ ok: true });
		if (!taken.ok) expect(taken.refusal).toEqual({ reason: 'nothing-queued' });
		expect(await standingOf(desk, paola, ticket)).toMatchObject({ state: 'resolved', as: 'closed-by-customer' });
		expect(await desk.db.selectFrom('queue_entry').select('ticket').execute()).toEqual([]);
	}
});
