import { beforeEach, expect, test } from 'vitest';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveStaff,
	granted,
	key,
	on,
	saying,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const { opened, taken, underEvaluation, awaitingCustomer } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

test('Take next gives the lowest arrival number, whoever opened it', async () => {
	const first = await opened(paola);
	const second = await opened(chiara);
	expect(await taken(marta)).toBe(first);
	expect(await taken(davide)).toBe(second);
	expect(await standingOf(desk, marta, first)).toEqual({ state: 'in-hand', agent: marta.id });
});

test('Take next gives nothing when nothing is queued', async () => {
	const before = await everything(desk);
	expect(await takeNext(desk, marta, key())).toEqual({ ok: false, refusal: { reason: 'nothing-queued' } });
	expect(await everything(desk)).toBe(before);
});

test('an agent has at most one ticket in hand', async () => {
	const first = await opened(paola);
	await opened(paola);
	await taken(marta);
	const before = await everything(desk);
	const refusal = { reason: 'in-hand-limit', limit: 1, tickets: [first] };
	expect(await takeNext(desk, marta, key())).toEqual({ ok: false, refusal });
	expect(await everything(desk)).toBe(before);
});

test('a ticket on hold does not count as in hand', async () => {
	await underEvaluation(paola, marta);
	await awaitingCustomer(paola, marta);
	const next = await opened(chiara);
	expect(await taken(marta)).toBe(next);
});

test('two agents never get the same ticket, however many take at once', async () => {
	const agents = await Promise.all(Array.from({ length: 8 }, (_, nth) => giveStaff(desk, `agent-${nth}`, 'agent')));
	const tickets = [];
	for (let nth = 0; nth < 8; nth++) tickets.push(await opened(nth % 2 ? paola : chiara));
	const given = await Promise.all(agents.map((agent) => taken(agent)));
	expect(given.toSorted((a, b) => a - b)).toEqual(tickets);
});

test('one agent who takes twice at once gets one ticket', async () => {
	await opened(paola);
	await opened(paola);
	const outcomes = await Promise.all([takeNext(desk, marta, key()), takeNext(desk, marta, key())]);
	expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test('the same Take next sent twice gives one ticket, and names it both times', async () => {
	const first = await opened(paola);
	const request = key();
	expect(await takeNext(desk, marta, request)).toEqual({ ok: true, value: { ticket: first } });
	expect(await takeNext(desk, marta, request)).toEqual({ ok: true, value: { ticket: first } });
});

test.each([
	{
		how: 'put back',
		again: (ticket: number) => putBack(desk, giulia, on(ticket)),
		begins: underEvaluation,
		next: davide,
	},
	{
		how: 'resumed',
		again: (ticket: number) => resume(desk, marta, on(ticket)),
		begins: underEvaluation,
		next: marta,
	},
	{
		how: 'replied to',
		again: (ticket: number) => replyAsCustomer(desk, paola, saying(ticket)),
		begins: awaitingCustomer,
		next: marta,
	},
])('a ticket that is $how is queued at its old number, before those that came after it', async (given) => {
	const early = await given.begins(paola, marta);
	await opened(chiara);
	granted(await given.again(early));
	expect(await taken(given.next)).toBe(early);
});

test('consultancy waits while a technical ticket is queued, though it came earlier', async () => {
	const consultancy = await opened(paola, { lane: 'consultancy' });
	const technical = await opened(chiara);
	expect(await taken(marta)).toBe(technical);
	expect(await taken(davide)).toBe(consultancy);
});

test('technical tickets in hand or on hold do not keep consultancy waiting', async () => {
	await awaitingCustomer(paola, davide);
	await underEvaluation(paola, davide);
	await opened(paola);
	await taken(davide);
	const consultancy = await opened(chiara, { lane: 'consultancy' });
	expect(await taken(marta)).toBe(consultancy);
});

test('consultancy in hand is not interrupted by a technical ticket', async () => {
	const consultancy = await opened(paola, { lane: 'consultancy' });
	await taken(marta);
	await opened(chiara);
	expect(await standingOf(desk, marta, consultancy)).toEqual({ state: 'in-hand', agent: marta.id });
});

test('consultancy is served in order of arrival, too', async () => {
	const first = await opened(paola, { lane: 'consultancy' });
	const second = await opened(chiara, { lane: 'consultancy' });
	expect([await taken(marta), await taken(davide)]).toEqual([first, second]);
});

test('a ticket closed by its customer leaves the queue', async () => {
	const closed = await opened(paola);
	const next = await opened(chiara);
	granted(await closeTicket(desk, paola, on(closed)));
	expect(await taken(marta)).toBe(next);
});

test('a disabled agent takes nothing', async () => {
	const gone = await giveStaff(desk, 'renzo', 'agent');
	await desk.db
		.updateTable('account')
		.set({ disabled_at: await desk.clock.now(desk.db) })
		.where('id', '=', gone.id)
		.execute();
	await opened(paola);
	expect(await takeNext(desk, gone, key())).toEqual({ ok: false, refusal: { reason: 'account-disabled' } });
});
