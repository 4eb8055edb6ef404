import { beforeEach, describe, expect, test } from 'vitest';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { actChoices } from '#lib/server/queries/act-choices.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import {
	asking,
	begin,
	everything,
	forgetTickets,
	givePolicy,
	giveStaff,
	granted,
	on,
	saying,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, tommaso, marta, davide, giulia } = await testHouse(desk);
const admin = await giveStaff(desk, 'ada', 'administrator');
const { opened, taken, inHand, underEvaluation, awaitingCustomer, solved } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});
soundAfterEach(desk);

const joining = (other: number, ticket: number) => ({ ...on(ticket), other });
const resolutions = () => desk.db.selectFrom('resolution').selectAll().execute();
const duplicate = (ticket: number, of: number) => ({
	...{ ticket, as: 'duplicate', by: marta.id, at: MONDAY_MORNING, duplicate_of: of },
});

describe('the earlier arrival number stays', () => {
	test('a later one that is queued leaves, as a duplicate that names the one that stays', async () => {
		const ticket = await inHand(paola, marta);
		const later = await opened(paola);
		const merged = await mergeTicket(desk, marta, joining(later, ticket));
		expect(merged).toEqual({ ok: true, value: { kept: ticket, left: later } });
		expect(await resolutions()).toEqual([duplicate(later, ticket)]);
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
		expect(await standingOf(desk, paola, later)).toMatchObject({ state: 'resolved', as: 'duplicate' });
	});

	test('the one in hand leaves, when the other came earlier; that one goes on as it stood', async () => {
		const earlier = await underEvaluation(paola, davide);
		const ticket = await inHand(paola, marta);
		const merged = await mergeTicket(desk, marta, joining(earlier, ticket));
		expect(merged).toEqual({ ok: true, value: { kept: earlier, left: ticket } });
		expect(await resolutions()).toEqual([duplicate(ticket, earlier)]);
		expect(await standingOf(desk, paola, earlier)).toMatchObject({ state: 'under-evaluation', agent: davide.id });
	});

	test('the agent whose ticket left may take the next one', async () => {
		const earlier = await underEvaluation(paola, davide);
		const ticket = await inHand(paola, marta);
		const next = await opened(chiara);
		granted(await mergeTicket(desk, marta, joining(earlier, ticket)));
		expect(await taken(marta)).toBe(next);
	});

	test('of two in the same hand the later leaves', async () => {
		await givePolicy(desk, admin, { inHandLimit: 2 });
		const [ticket, later] = [await inHand(paola, marta), await inHand(paola, marta)];
		expect(granted(await mergeTicket(desk, marta, joining(ticket, later)))).toEqual({ kept: ticket, left: later });
	});
});

test.each([
	{ state: 'under evaluation by a colleague', holds: () => underEvaluation(paola, davide) },
	{ state: 'awaiting the customer', holds: () => awaitingCustomer(paola, davide) },
])('a ticket that leaves while it is $state leaves no hold open', async ({ holds }) => {
	const ticket = await inHand(paola, marta);
	const held = await holds();
	granted(await mergeTicket(desk, marta, joining(held, ticket)));
	const ends = await desk.db.selectFrom('hold').select(['ended_by', 'ended_at']).execute();
	expect(ends).toEqual([{ ended_by: 'merged', ended_at: MONDAY_MORNING }]);
});

test('the conversation of the one that left stays its own, and nobody writes there any more', async () => {
	const ticket = await inHand(paola, marta);
	const later = await opened(paola);
	granted(await replyAsCustomer(desk, andrea, saying(later, 'Succede anche a me.')));
	const conversation = () =>
		desk.db.selectFrom('message').select(['source', 'author']).where('ticket', '=', later).orderBy('id').execute();
	const before = await conversation();
	granted(await mergeTicket(desk, marta, joining(later, ticket)));
	expect(await conversation()).toEqual(before);
	expect(before).toHaveLength(2);
	const late = await replyAsCustomer(desk, paola, saying(later));
	expect(late).toMatchObject({ refusal: { reason: 'resolved', as: 'duplicate' } });
});

test('the people of the one that left are told where it goes on', async () => {
	const ticket = await inHand(andrea, marta);
	const later = await opened(paola);
	granted(await mergeTicket(desk, marta, joining(later, ticket)));
	const mails = await desk.db.selectFrom('mail_out').select(['kind', 'account', 'ticket', 'body']).execute();
	const body = expect.stringContaining(`ticket ${ticket}`);
	expect(mails).toEqual([{ kind: 'merged', account: paola.id, ticket: later, body }]);
});

test('where colleagues do not see each other’s tickets, one person’s two are merged', async () => {
	const ticket = await inHand(chiara, marta);
	const later = await opened(chiara);
	expect(await mergeTicket(desk, marta, joining(later, ticket))).toMatchObject({ ok: true });
});

test('a merge happens once a request key, and answers the same', async () => {
	const ticket = await inHand(paola, marta);
	const [later, another] = [await opened(paola), await opened(paola)];
	const form = joining(later, ticket);
	granted(await mergeTicket(desk, marta, form));
	const before = await everything(desk);
	expect(await mergeTicket(desk, marta, form)).toEqual({ ok: true, value: { kept: ticket, left: later } });
	const reused = await mergeTicket(desk, marta, { ...form, other: another });
	expect(reused).toMatchObject({ refusal: { reason: 'request-key-reused' } });
	expect(await everything(desk)).toBe(before);
});

describe('nothing is merged, and nothing changes,', () => {
	async function expectRefused(ticket: number, other: number, reason: string, by: StaffViewer = marta) {
		const before = await everything(desk);
		expect(await mergeTicket(desk, by, joining(other, ticket))).toMatchObject({ ok: false, refusal: { reason } });
		expect(await everything(desk)).toBe(before);
	}

	test('of a ticket with itself', async () => {
		const ticket = await inHand(paola, marta);
		await expectRefused(ticket, ticket, 'same-ticket');
	});

	test('with a ticket that does not exist, or from one', async () => {
		const ticket = await inHand(paola, marta);
		await expectRefused(ticket, 99_999, 'other-not-found');
		await expectRefused(99_999, ticket, 'not-found');
	});

	test.each([
		{ what: 'another customer’s', other: () => opened(chiara), reason: 'other-customer' },
		{ what: 'one in a colleague’s hand', other: () => inHand(paola, davide), reason: 'other-in-hand' },
		{ what: 'a solved one', other: () => solved(paola, davide), reason: 'other-resolved' },
	])('with $what', async ({ other, reason }) => {
		const ticket = await inHand(paola, marta);
		await expectRefused(ticket, await other(), reason);
	});

	test('with one that has lapsed, though nothing has written it down', async () => {
		const lapsing = await awaitingCustomer(paola, davide);
		clock.advance({ hours: 24 * 30 });
		await expectRefused(await inHand(paola, marta), lapsing, 'other-resolved');
	});

	test('between two people who do not see each other’s tickets', async () => {
		const ticket = await inHand(chiara, marta);
		await expectRefused(ticket, await opened(tommaso), 'not-visible-to-both');
	});

	test('by anybody but the agent who has one of the two in hand', async () => {
		const ticket = await inHand(paola, marta);
		const later = await opened(paola);
		for (const by of [davide, giulia]) await expectRefused(ticket, later, 'not-in-hand', by);
		await expectRefused(later, ticket, 'not-in-hand');
		granted(await awaitCustomer(desk, marta, asking(ticket)));
		await expectRefused(ticket, later, 'not-in-hand');
	});

	test('once the ticket is resolved', async () => {
		const ticket = await solved(paola, marta);
		await expectRefused(ticket, await opened(paola), 'resolved');
	});
});

describe('at once', () => {
	const rounds = Array.from({ length: 6 });

	test('two agents who merge the same two into each other: neither has the other’s', async () => {
		for (const _ of rounds) {
			const [one, two] = [await inHand(paola, marta), await inHand(paola, davide)];
			const forth = mergeTicket(desk, marta, joining(two, one));
			const back = mergeTicket(desk, davide, joining(one, two));
			for (const outcome of await Promise.all([forth, back]))
				expect(outcome).toMatchObject({ refusal: { reason: 'other-in-hand' } });
			await forgetTickets(desk);
		}
	});

	test('a merge and the customer’s closing of the other: exactly one is done', async () => {
		for (const _ of rounds) {
			const ticket = await inHand(paola, marta);
			const later = await opened(paola);
			const acts = [mergeTicket(desk, marta, joining(later, ticket)), closeTicket(desk, paola, on(later))];
			const outcomes = await Promise.all<{ ok: boolean }>(acts);
			expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
			await forgetTickets(desk);
		}
	});
});

test('what can be merged is offered as of now: not a ticket that has lapsed, though nothing has written it down', async () => {
	const lapsing = await awaitingCustomer(paola, davide);
	const ticket = await inHand(paola, marta);
	const offered = async () => {
		const seen = await ticketInSight(desk.db, marta, ticket);
		return seen && (await actChoices(desk, marta, seen)).open;
	};
	expect(await offered()).toEqual([{ number: lapsing, subject: 'La poligonale non chiude' }]);
	clock.advance({ hours: 24 * 20 });
	expect(await offered()).toEqual([]);
});
