import { expect, test } from 'vitest';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveProduct,
	granted,
	on,
	request,
	standingOf,
	testHouse,
} from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened, awaitingCustomer } = begin(desk, product);

test('arrival numbers are given one after the other', async () => {
	const first = await opened(paola);
	expect([await opened(chiara), await opened(paola)]).toEqual([first + 1, first + 2]);
});

test('arrival numbers have no gap where an opening was refused', async () => {
	const before = await opened(paola);
	await openTicket(desk, paola, request(await giveProduct(desk, 'Mappale')));
	expect(await opened(paola)).toBe(before + 1);
});

test('of many opened at once each has its own number, and the order of the log is the order of numbers', async () => {
	const last = await opened(paola);
	const numbers = await Promise.all(Array.from({ length: 12 }, (_, nth) => opened(nth % 2 ? paola : chiara)));
	expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, nth) => last + 1 + nth));
	const log = await desk.db
		.selectFrom('queue_log')
		.select('ticket')
		.where('ticket', '>', last)
		.orderBy('seq')
		.execute();
	expect(log.map(({ ticket }) => ticket)).toEqual(numbers.toSorted((a, b) => a - b));
});

test('a new ticket is queued in the lane the customer chose, with everything that was told', async () => {
	const told = { lane: 'consultancy', subject: 'Quale datum?', version: '12.2', tools: 'Stazione totale' } as const;
	const ticket = await opened(paola, told);
	expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
	const row = await desk.db.selectFrom('ticket').selectAll().where('number', '=', ticket).executeTakeFirstOrThrow();
	expect(row).toMatchObject({ ...told, customer: paola.customer, opened_by: paola.id, follows: null });
});

test('the description is kept as it was written and shown without anything that could run', async () => {
	const description = 'Ecco **il messaggio**: <script>alert(1)</script> [qui](javascript:alert(1))';
	const ticket = await opened(paola, { description });
	const { source, html } = await desk.db
		.selectFrom('message')
		.select(['source', 'html'])
		.where('ticket', '=', ticket)
		.executeTakeFirstOrThrow();
	expect(source).toBe(description);
	expect(html).toContain('<strong>il messaggio</strong>');
	expect(html).not.toMatch(/<script|href="javascript/);
});

test('a customer is supported only in the software of their licences', async () => {
	const unlicensed = await giveProduct(desk, 'Telaio');
	const before = await everything(desk);
	const outcome = await openTicket(desk, paola, request(unlicensed));
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'not-licensed' } });
	expect(await everything(desk)).toBe(before);
});

test('a follow-up is a new ticket, with a new arrival number, that names the resolved one', async () => {
	const resolved = await opened(paola);
	granted(await closeTicket(desk, paola, on(resolved)));
	const followUp = await opened(andrea, { follows: resolved });
	expect(followUp).toBeGreaterThan(resolved);
	expect(await standingOf(desk, paola, followUp)).toEqual({ state: 'queued' });
	expect(await standingOf(desk, paola, resolved)).toMatchObject({ state: 'resolved', as: 'closed-by-customer' });
});

test('a ticket that has lapsed can be followed up at that very instant, though nothing has written the lapse down', async () => {
	await forgetTickets(desk);
	const lapsing = await awaitingCustomer(paola, marta);
	clock.set(Temporal.Instant.from('2026-12-01T00:00:00+01:00'));
	expect(await opened(paola, { follows: lapsing })).toBe(lapsing + 1);
});

test.each([
	{ what: 'a ticket that is still open', of: () => opened(paola) },
	{ what: 'a ticket that does not exist', of: async () => 99_999 },
	{ what: 'a resolved ticket of another customer', of: () => closed(chiara) },
	{ what: 'a colleague’s ticket, where everybody sees only their own', of: () => closed(tommaso), by: chiara },
])('a follow-up to $what is refused', async ({ of, by = paola }) => {
	const follows = await of();
	const before = await everything(desk);
	const outcome = await openTicket(desk, by, request(product, { follows }));
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'follows-nothing-resolved' } });
	expect(await everything(desk)).toBe(before);
});

async function closed(user: typeof paola): Promise<number> {
	const ticket = await opened(user);
	granted(await closeTicket(desk, user, on(ticket)));
	return ticket;
}
