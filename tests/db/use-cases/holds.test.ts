import { beforeEach, describe, expect, test } from 'vitest';
import { deskPage } from '#lib/server/queries/desk.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import {
	asking,
	begin,
	everything,
	forgetTickets,
	granted,
	on,
	saying,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, marta, davide, giulia } = await testHouse(desk);
const { opened, taken, inHand, underEvaluation, awaitingCustomer } = begin(desk, product);

soundAfterEach(desk);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const lastMoment = Temporal.Instant.from('2026-11-30T23:59:59.999+01:00');
const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');

describe('under evaluation', () => {
	test('it has no limit of time', async () => {
		const ticket = await underEvaluation(paola, marta);
		clock.advance({ hours: 24 * 400 });
		expect(await standingOf(desk, paola, ticket)).toMatchObject({ state: 'under-evaluation', agent: marta.id });
	});

	test('the agent who placed it resumes it: it is queued, and only Take next takes it', async () => {
		const ticket = await underEvaluation(paola, marta);
		await opened(paola);
		expect(await resume(desk, marta, on(ticket))).toEqual({ ok: true });
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		expect(await taken(marta)).toBe(ticket);
	});

	test.each([
		{ whom: 'a colleague', agent: davide },
		{ whom: 'a supervisor, who puts it back instead', agent: giulia },
	])('it is not resumed by $whom', async ({ agent }) => {
		const ticket = await underEvaluation(paola, marta);
		const before = await everything(desk);
		expect(await resume(desk, agent, on(ticket))).toEqual({ ok: false, refusal: { reason: 'not-your-hold' } });
		expect(await everything(desk)).toBe(before);
	});

	test('only what is under evaluation is resumed', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		expect(await resume(desk, marta, on(ticket))).toEqual({ ok: false, refusal: { reason: 'not-under-evaluation' } });
	});

	test('what the customer adds is flagged to the agent and changes nothing else', async () => {
		const ticket = await underEvaluation(paola, marta);
		const standing = await standingOf(desk, marta, ticket);
		expect((await deskPage(desk, marta)).evaluating).toMatchObject([{ customerAdded: false }]);
		granted(await replyAsCustomer(desk, paola, saying(ticket, 'Succede anche con la 12.2.')));
		expect(await standingOf(desk, marta, ticket)).toEqual(standing);
		expect((await deskPage(desk, marta)).evaluating).toMatchObject([{ customerAdded: true }]);
	});
});

describe('awaiting the customer', () => {
	test('the receipt is kept with the hold: five business days, from the day after', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const standing = await standingOf(desk, paola, ticket);
		if (standing.state !== 'awaiting-customer') throw new Error(standing.state);
		expect(standing.hold.missing).toEqual(['reference-files']);
		expect(standing.receipt.countedDays.map(String)).toEqual([
			'2026-11-24',
			'2026-11-25',
			'2026-11-26',
			'2026-11-27',
			'2026-11-30',
		]);
		expect(standing.receipt.lapsesAt).toEqual(lapse);
	});

	test.each([
		{ when: 'at once', at: MONDAY_MORNING },
		{ when: 'at the last moment', at: lastMoment },
	])('a reply $when ends the hold and queues the ticket at its old number', async ({ at }) => {
		const ticket = await awaitingCustomer(paola, marta);
		await opened(paola);
		clock.set(at);
		expect(await replyAsCustomer(desk, paola, saying(ticket))).toEqual({ ok: true });
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		const holds = await desk.db.selectFrom('hold').select(['ended_by', 'ended_at']).execute();
		expect(holds).toEqual([{ ended_by: 'replied', ended_at: at }]);
		expect(await taken(marta)).toBe(ticket);
	});

	test.each([
		{ when: 'at the instant of the lapse', late: { hours: 0 } },
		{ when: 'a month after it', late: { hours: 24 * 30 } },
	])('a reply $when is refused: the ticket is resolved, though no process wrote it down', async ({ late }) => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.set(lapse.add(late));
		const before = await everything(desk);
		const refusal = { reason: 'resolved', as: 'lapsed', at: lapse };
		expect(await replyAsCustomer(desk, paola, saying(ticket))).toEqual({ ok: false, refusal });
		expect(await everything(desk)).toBe(before);
	});

	test('a reply of a colleague, who sees the ticket, ends it too', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		granted(await replyAsCustomer(desk, andrea, saying(ticket)));
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
	});

	test('two replies at once are both kept, and end the hold once', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const replies = [replyAsCustomer(desk, paola, saying(ticket)), replyAsCustomer(desk, andrea, saying(ticket))];
		expect(await Promise.all(replies)).toEqual([{ ok: true }, { ok: true }]);
		const log = await desk.db.selectFrom('queue_log').select('reason').where('type', '=', 'queued').execute();
		expect(log).toEqual([{ reason: 'replied' }]);
	});

	test('the agent who asked withdraws the request: the ticket is queued', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		expect(await withdrawRequest(desk, marta, on(ticket))).toEqual({ ok: true });
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
	});

	test('nobody else withdraws it', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const before = await everything(desk);
		for (const agent of [davide, giulia]) {
			expect(await withdrawRequest(desk, agent, on(ticket))).toEqual({
				ok: false,
				refusal: { reason: 'not-your-hold' },
			});
		}
		expect(await everything(desk)).toBe(before);
	});

	test('at the lapse there is nothing left to withdraw', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.set(lapse);
		const refusal = { reason: 'resolved', as: 'lapsed', at: lapse };
		expect(await withdrawRequest(desk, marta, on(ticket))).toEqual({ ok: false, refusal });
	});

	test('a request answered is not withdrawn', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		granted(await replyAsCustomer(desk, paola, saying(ticket)));
		const refusal = { reason: 'not-awaiting-customer' };
		expect(await withdrawRequest(desk, marta, on(ticket))).toEqual({ ok: false, refusal });
	});

	test('a second wait has five business days of its own', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.set(lastMoment);
		granted(await replyAsCustomer(desk, paola, saying(ticket)));
		await taken(marta);
		granted(await awaitCustomer(desk, marta, asking(ticket)));
		const standing = await standingOf(desk, paola, ticket);
		// Placed on Monday 30 November: 1, 2, 3, 4 and 7 December count.
		const lapsesAt = standing.state === 'awaiting-customer' ? standing.receipt.lapsesAt : undefined;
		expect(lapsesAt).toEqual(Temporal.Instant.from('2026-12-08T00:00:00+01:00'));
	});
});

test.each([
	{ state: 'queued', begins: () => opened(paola) },
	{ state: 'in hand', begins: () => inHand(paola, marta) },
	{ state: 'under evaluation', begins: () => underEvaluation(paola, marta) },
	{ state: 'awaiting the customer', begins: () => awaitingCustomer(paola, marta) },
])('the customer closes a ticket that is $state, and no hold stays open', async ({ begins }) => {
	const ticket = await begins();
	expect(await closeTicket(desk, paola, on(ticket))).toEqual({ ok: true });
	expect(await standingOf(desk, paola, ticket)).toMatchObject({ state: 'resolved', as: 'closed-by-customer' });
	expect(await desk.db.selectFrom('hold').select('id').where('ended_at', 'is', null).execute()).toEqual([]);
	expect(await desk.db.selectFrom('queue_entry').select('ticket').execute()).toEqual([]);
});
