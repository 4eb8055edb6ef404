import { beforeEach, expect, test } from 'vitest';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { readTicket } from '#lib/server/use-cases/read-ticket.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, forgetTickets, giveLicence, giveProduct, granted, on, saying, testHouse } from '../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, chiara, marta } = await testHouse(desk);
const other = await giveProduct(desk, 'Catasto');
await giveLicence(desk, paola, other);
const { opened, inHand, awaitingCustomer, underEvaluation } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

/** The numbers of the tickets that are marked as having news. */
async function marked(user: UserViewer): Promise<number[]> {
	const { yours, support, resolved } = await myTickets(desk, user);
	const all = [yours, support, resolved].flatMap(({ mine, theirs }) => [...mine, ...theirs]);
	return all.filter(({ news }) => news).map(({ number }) => number);
}

/** As if the ticket's page had been shown. */
async function shown(user: UserViewer, ticket: number): Promise<void> {
	const seen = await customerTicketPage(desk, user, ticket);
	if (seen?.page.newlyShown) granted(await readTicket(desk, user, { ticket, ...seen.page.newlyShown }));
}

test('what one does oneself, that it is taken, queued again or noted on, is no news', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	granted(await addNote(desk, marta, saying(ticket)));
	granted(await putBack(desk, marta, on(ticket)));
	expect(await marked(paola)).toEqual([]);
});

test.each<[string, () => Promise<number>]>([
	[
		'an answer',
		async () => {
			const ticket = await inHand(paola, marta);
			granted(await replyToCustomer(desk, marta, saying(ticket)));
			return ticket;
		},
	],
	['an evaluation', () => underEvaluation(paola, marta)],
	['a question', () => awaitingCustomer(paola, marta)],
	[
		'a move to the other lane',
		async () => {
			const ticket = await inHand(paola, marta);
			granted(await moveLane(desk, marta, { ...on(ticket), lane: 'consultancy', text: 'È un consiglio.' }));
			return ticket;
		},
	],
	[
		'another software',
		async () => {
			const ticket = await inHand(paola, marta);
			granted(await correctProduct(desk, marta, { ...on(ticket), product: other }));
			return ticket;
		},
	],
	[
		'a merge',
		async () => {
			const kept = await underEvaluation(paola, marta);
			await shown(paola, kept);
			const ticket = await inHand(paola, marta);
			granted(await mergeTicket(desk, marta, { ...on(ticket), other: kept }));
			return ticket;
		},
	],
	[
		'a resolution without a word',
		async () => {
			const ticket = await inHand(paola, marta);
			granted(await resolve(desk, marta, saying(ticket, '')));
			return ticket;
		},
	],
	[
		'a colleague who closes it',
		async () => {
			const ticket = await opened(paola);
			granted(await closeTicket(desk, andrea, on(ticket)));
			return ticket;
		},
	],
	[
		'a colleague who writes',
		async () => {
			const ticket = await opened(paola);
			granted(await replyAsCustomer(desk, andrea, saying(ticket)));
			return ticket;
		},
	],
])('%s marks the ticket until its page was shown', async (_, happen) => {
	const ticket = await happen();
	expect(await marked(paola)).toEqual([ticket]);
	await shown(paola, ticket);
	expect(await marked(paola)).toEqual([]);
});

test('a lapse is news from its instant on, and stays read when it is written down', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	const unread = await awaitingCustomer(paola, marta);
	await shown(paola, ticket);
	await shown(paola, unread);
	expect(await marked(paola)).toEqual([]);
	clock.set(MONDAY_MORNING.add({ hours: 24 * 9 }));
	expect((await marked(paola)).toSorted()).toEqual([ticket, unread]);
	await shown(paola, ticket);
	expect(await marked(paola)).toEqual([unread]);
	await recordLapses(desk);
	expect(await marked(paola)).toEqual([unread]);
});

test('a colleague’s ticket is marked for who has read it or written on it, and for nobody else', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	expect(await marked(andrea)).toEqual([]);
	await shown(andrea, ticket);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	expect(await marked(andrea)).toEqual([ticket]);
	await shown(andrea, ticket);
	expect([await marked(andrea), await marked(paola)]).toEqual([[], [ticket]]);
});

test('a colleague’s ticket one has written on is followed, though its page was never shown', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyAsCustomer(desk, andrea, saying(ticket)));
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	expect(await marked(andrea)).toEqual([ticket]);
});

test('what arrives late takes nothing back: never less is read than was', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	await shown(paola, ticket);
	granted(await readTicket(desk, paola, { ticket, message: 0, seq: 0 }));
	expect(await marked(paola)).toEqual([]);
});

test('nothing is kept of a ticket that is not in sight', async () => {
	const ticket = await opened(paola);
	const outcomes = await Promise.all(
		[ticket, 9_999].map((number) => readTicket(desk, chiara, { ticket: number, message: 1, seq: 1 })),
	);
	expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: { reason: 'not-found' } })));
	expect(await desk.db.selectFrom('ticket_read').selectAll().execute()).toEqual([]);
});
