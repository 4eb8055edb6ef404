import { beforeEach, expect, test } from 'vitest';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveProduct,
	granted,
	on,
	request,
	saying,
	testHouse,
} from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, marta } = await testHouse(desk);
const { opened, inHand } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const reused = { ok: false, refusal: { reason: 'request-key-reused' } };

async function countMessages(): Promise<number> {
	return (await desk.db.selectFrom('message').select('id').execute()).length;
}

test('the same key with the same content answers with the first outcome, and does nothing again', async () => {
	const form = request(product);
	const first = await openTicket(desk, paola, form);
	const before = await everything(desk);
	clock.advance({ hours: 24 });
	expect(await openTicket(desk, paola, { ...form })).toEqual(first);
	expect(await everything(desk)).toBe(before);
});

test('two of the same at once open one ticket, and both are told its number', async () => {
	const form = request(product);
	const [first, second] = await Promise.all([openTicket(desk, paola, form), openTicket(desk, paola, form)]);
	expect(first).toEqual(second);
	expect(await desk.db.selectFrom('ticket').select('number').execute()).toHaveLength(1);
});

test('five of the same reply at once write one message', async () => {
	const ticket = await opened(paola);
	const form = saying(ticket);
	const outcomes = await Promise.all(Array.from({ length: 5 }, () => replyAsCustomer(desk, paola, form)));
	expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ ok: true })));
	expect(await countMessages()).toBe(2);
});

test.each([
	{ what: 'another text', other: { text: 'Un altro testo.' } },
	{
		what: 'a file more',
		other: { files: [{ name: 'a.txt', size: 1, sha256: Buffer.alloc(32), mediaType: 'text/plain' }] },
	},
])('the same key with $what is refused and changes nothing', async ({ other }) => {
	const ticket = await opened(paola);
	const form = saying(ticket);
	granted(await replyAsCustomer(desk, paola, form));
	const before = await everything(desk);
	expect(await replyAsCustomer(desk, paola, { ...form, ...other })).toEqual(reused);
	expect(await everything(desk)).toBe(before);
});

test('the same key on another ticket is refused', async () => {
	const first = await opened(paola);
	const second = await opened(paola);
	const form = saying(first);
	granted(await replyAsCustomer(desk, paola, form));
	expect(await replyAsCustomer(desk, paola, { ...form, ticket: second })).toEqual(reused);
});

test('a refused form can be corrected and sent under the same key', async () => {
	const form = request(await giveProduct(desk, 'Mappale'));
	expect(await openTicket(desk, paola, form)).toMatchObject({ refusal: { reason: 'not-licensed' } });
	expect(await openTicket(desk, paola, { ...form, product })).toEqual({ ok: true, value: { ticket: 1 } });
});

test('the first outcome is answered also when the act would be refused by now', async () => {
	const ticket = await opened(paola);
	const form = saying(ticket);
	granted(await replyAsCustomer(desk, paola, form));
	granted(await closeTicket(desk, paola, on(ticket)));
	expect(await replyAsCustomer(desk, paola, form)).toEqual({ ok: true });
	expect(await countMessages()).toBe(1 + 1);
});

test('one key is good for one act each: the same key for a reply and for resolving does both', async () => {
	const ticket = await inHand(paola, marta);
	const form = saying(ticket);
	granted(await replyToCustomer(desk, marta, form));
	expect(await resolve(desk, marta, form)).toEqual({ ok: true });
});

test('keys are per person: a colleague’s same key is another request', async () => {
	const form = request(product);
	expect(await openTicket(desk, paola, form)).toEqual({ ok: true, value: { ticket: 1 } });
	expect(await openTicket(desk, andrea, form)).toEqual({ ok: true, value: { ticket: 2 } });
});

test('a key is kept for seven days', async () => {
	const form = request(product);
	granted(await openTicket(desk, paola, form));
	clock.advance({ hours: 7 * 24 });
	await sweepExpired(desk);
	expect(await openTicket(desk, paola, form)).toEqual({ ok: true, value: { ticket: 1 } });
	clock.advance({ seconds: 1 });
	await sweepExpired(desk);
	expect(await openTicket(desk, paola, form)).toEqual({ ok: true, value: { ticket: 2 } });
});
