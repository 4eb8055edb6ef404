import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { giveLicence } from '../../support/accounts.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	giveProduct,
	giveStaff,
	granted,
	key,
	on,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const admin = await giveStaff(desk, 'ada', 'administrator');
const licensed = await giveLicence(desk, paola.customer, 'Mappale');
const unlicensed = await giveProduct(desk, 'Cantiere');
const { opened, taken, inHand, underEvaluation, awaitingCustomer, solved } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const toConsultancy = (ticket: number, text = 'È una consulenza.') =>
	({ ...on(ticket), lane: 'consultancy', text }) as const;
const toTechnical = (ticket: number, text = 'È un errore del programma.') =>
	({ ...on(ticket), lane: 'technical', text }) as const;
const to = (right: number, ticket: number) => ({ ...on(ticket), product: right });

/** What the ticket and its entry say, which is the same. */
async function filedAs(ticket: number) {
	const { db } = desk;
	const row = db.selectFrom('ticket').innerJoin('queue_entry as entry', 'entry.ticket', 'ticket.number');
	const read = row.select([
		'ticket.lane',
		'ticket.product',
		'entry.lane as entryLane',
		'entry.product as entryProduct',
	]);
	const { lane, product, entryLane, entryProduct } = await read.where('number', '=', ticket).executeTakeFirstOrThrow();
	expect({ lane, product }).toEqual({ lane: entryLane, product: entryProduct });
	return { lane, product };
}

async function consultancyInHand(): Promise<number> {
	const ticket = await opened(paola, { lane: 'consultancy' });
	expect(await taken(marta)).toBe(ticket);
	return ticket;
}

describe('moving to the other lane', () => {
	test('to consultancy ends the stint: queued there at its number, for anybody, behind the technical ones', async () => {
		const ticket = await inHand(paola, marta);
		const technical = await opened(chiara);
		const later = await opened(chiara, { lane: 'consultancy' });
		expect(await moveLane(desk, marta, toConsultancy(ticket))).toEqual({ ok: true });
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		expect(await filedAs(ticket)).toMatchObject({ lane: 'consultancy' });
		expect(await taken(marta)).toBe(technical);
		expect(await taken(davide)).toBe(ticket);
		expect(await taken(giulia)).toBe(later);
	});

	test('to technical leaves it in hand', async () => {
		const ticket = await consultancyInHand();
		expect(await moveLane(desk, marta, toTechnical(ticket))).toEqual({ ok: true });
		expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
		expect(await filedAs(ticket)).toMatchObject({ lane: 'technical' });
	});

	test('tells the customer why, as a message of support', async () => {
		const ticket = await inHand(paola, marta);
		granted(await moveLane(desk, marta, toConsultancy(ticket, ' Ci serve un **consulente**. ')));
		const said = desk.db.selectFrom('message').select(['ticket', 'author', 'html']).where('side', '=', 'support');
		expect(await said.execute()).toEqual([
			{ ticket, author: marta.id, html: '<p>Ci serve un <strong>consulente</strong>.</p>' },
		]);
	});

	test('happens once a request key', async () => {
		const ticket = await inHand(paola, marta);
		const form = toConsultancy(ticket);
		granted(await moveLane(desk, marta, form));
		expect(await taken(davide)).toBe(ticket);
		const before = await everything(desk);
		expect(await moveLane(desk, marta, form)).toEqual({ ok: true });
		expect(await moveLane(desk, marta, { ...form, text: 'Altro.' })).toMatchObject({ ok: false });
		expect(await everything(desk)).toBe(before);
	});

	test.each([
		{ why: 'it is in that lane already', form: toTechnical, reason: 'already-in-lane' },
		{ why: 'no reason is given', form: (ticket: number) => toConsultancy(ticket, ' \n '), reason: 'no-reason-given' },
	])('is refused when $why, and changes nothing', async ({ form, reason }) => {
		const ticket = await inHand(paola, marta);
		const before = await everything(desk);
		expect(await moveLane(desk, marta, form(ticket))).toEqual({ ok: false, refusal: { reason } });
		expect(await everything(desk)).toBe(before);
	});
});

describe('correcting the product', () => {
	test('files the ticket under the right one; it stays in hand', async () => {
		const ticket = await inHand(paola, marta);
		expect(await correctProduct(desk, marta, to(licensed, ticket))).toEqual({ ok: true });
		expect(await filedAs(ticket)).toMatchObject({ product: licensed });
		expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
	});

	test('leaves it in hand also when its agent does not cover that product, until it is put back', async () => {
		const ticket = await inHand(paola, marta);
		granted(await setCoverage(desk, admin, { ...key(), account: marta.id, products: [product] }));
		granted(await correctProduct(desk, marta, to(licensed, ticket)));
		expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
		granted(await putBack(desk, marta, on(ticket)));
		expect(await takeNext(desk, marta, key())).toMatchObject({ refusal: { reason: 'nothing-queued' } });
		expect(await taken(davide)).toBe(ticket);
	});

	test('happens once a request key', async () => {
		const ticket = await inHand(paola, marta);
		const form = to(licensed, ticket);
		granted(await correctProduct(desk, marta, form));
		granted(await correctProduct(desk, marta, to(product, ticket)));
		const before = await everything(desk);
		expect(await correctProduct(desk, marta, form)).toEqual({ ok: true });
		expect(await everything(desk)).toBe(before);
		expect(await filedAs(ticket)).toMatchObject({ product });
	});

	test.each([
		{ why: 'it is that product already', right: product, reason: 'same-product' },
		{ why: 'the customer has no licence for it', right: unlicensed, reason: 'customer-not-licensed' },
		{ why: 'there is no such product', right: 99_999, reason: 'customer-not-licensed' },
	])('is refused when $why, and changes nothing', async ({ right, reason }) => {
		const ticket = await inHand(paola, marta);
		const before = await everything(desk);
		expect(await correctProduct(desk, marta, to(right, ticket))).toEqual({ ok: false, refusal: { reason } });
		expect(await everything(desk)).toBe(before);
	});
});

describe.each([
	{ act: 'moving', does: (agent: StaffViewer, ticket: number) => moveLane(desk, agent, toConsultancy(ticket)) },
	{
		act: 'correcting',
		does: (agent: StaffViewer, ticket: number) => correctProduct(desk, agent, to(licensed, ticket)),
	},
])('$act is only for the agent who has the ticket in hand', ({ does }) => {
	test.each([
		{ whom: 'a colleague', agent: davide, begins: () => inHand(paola, marta), reason: 'not-in-hand' },
		{ whom: 'a supervisor', agent: giulia, begins: () => inHand(paola, marta), reason: 'not-in-hand' },
		{ whom: 'anybody, while it is queued', agent: marta, begins: () => opened(paola), reason: 'not-in-hand' },
		{ whom: 'who evaluates it', agent: marta, begins: () => underEvaluation(paola, marta), reason: 'not-in-hand' },
		{
			whom: 'who awaits the customer',
			agent: marta,
			begins: () => awaitingCustomer(paola, marta),
			reason: 'not-in-hand',
		},
		{ whom: 'who resolved it', agent: marta, begins: () => solved(paola, marta), reason: 'resolved' },
		{ whom: 'anybody, when there is none', agent: marta, begins: async () => 99_999, reason: 'not-found' },
	])('refused to $whom', async ({ agent, begins, reason }) => {
		const ticket = await begins();
		const before = await everything(desk);
		expect(await does(agent, ticket)).toMatchObject({ ok: false, refusal: { reason } });
		expect(await everything(desk)).toBe(before);
	});
});
