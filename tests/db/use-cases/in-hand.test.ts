import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../../support/desk.ts';
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

const { desk } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const { opened, taken, inHand, underEvaluation, awaitingCustomer, solved } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const acts = [
	{ act: 'replying', does: (agent: StaffViewer, ticket: number) => replyToCustomer(desk, agent, saying(ticket)) },
	{
		act: 'placing under evaluation',
		does: (agent: StaffViewer, ticket: number) => evaluate(desk, agent, saying(ticket)),
	},
	{
		act: 'awaiting the customer',
		does: (agent: StaffViewer, ticket: number) => awaitCustomer(desk, agent, asking(ticket)),
	},
	{ act: 'resolving', does: (agent: StaffViewer, ticket: number) => resolve(desk, agent, saying(ticket)) },
];

describe.each(acts)('$act is only for the agent who has the ticket in hand', ({ does }) => {
	test.each([
		{ whom: 'a colleague', agent: davide, begins: () => inHand(paola, marta) },
		{ whom: 'a supervisor', agent: giulia, begins: () => inHand(paola, marta) },
		{ whom: 'anybody, while it is queued', agent: marta, begins: () => opened(paola) },
		{ whom: 'the agent who placed it under evaluation', agent: marta, begins: () => underEvaluation(paola, marta) },
		{ whom: 'the agent who awaits the customer', agent: marta, begins: () => awaitingCustomer(paola, marta) },
	])('refused to $whom', async ({ agent, begins }) => {
		const ticket = await begins();
		const before = await everything(desk);
		expect(await does(agent, ticket)).toEqual({ ok: false, refusal: { reason: 'not-in-hand' } });
		expect(await everything(desk)).toBe(before);
	});

	test('refused to the agent who resolved it', async () => {
		const ticket = await solved(paola, marta);
		const before = await everything(desk);
		expect(await does(marta, ticket)).toMatchObject({ ok: false, refusal: { reason: 'resolved', as: 'solved' } });
		expect(await everything(desk)).toBe(before);
	});

	test('done for the agent who has it', async () => {
		const ticket = await inHand(paola, marta);
		expect(await does(marta, ticket)).toEqual({ ok: true });
	});
});

test('a reply leaves the ticket in hand', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	expect(await standingOf(desk, marta, ticket)).toEqual({ state: 'in-hand', agent: marta.id });
});

test('a ticket can be resolved with a last message or without', async () => {
	const withMessage = await inHand(paola, marta);
	granted(await resolve(desk, marta, saying(withMessage, 'Fatto.')));
	const without = await solved(paola, marta);
	const messages = await desk.db
		.selectFrom('message')
		.select(['ticket', 'source'])
		.where('side', '=', 'support')
		.execute();
	expect(messages).toEqual([{ ticket: withMessage, source: 'Fatto.' }]);
	const now = await desk.clock.now(desk.db);
	for (const ticket of [withMessage, without]) {
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'resolved', as: 'solved', at: now });
	}
});

describe('putting back', () => {
	test('queues the ticket at its arrival number, which never changes', async () => {
		const ticket = await inHand(paola, marta);
		await opened(paola);
		granted(await putBack(desk, marta, on(ticket)));
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		expect(await taken(davide)).toBe(ticket);
	});

	test('a supervisor puts back any ticket in hand or under evaluation', async () => {
		const evaluated = await underEvaluation(paola, davide);
		const held = await inHand(paola, marta);
		expect(await putBack(desk, giulia, on(held))).toEqual({ ok: true });
		expect(await putBack(desk, giulia, on(evaluated))).toEqual({ ok: true });
		const holds = await desk.db.selectFrom('hold').select(['ticket', 'ended_by']).execute();
		expect(holds).toEqual([{ ticket: evaluated, ended_by: 'put-back' }]);
	});

	test.each([
		{ what: 'a colleague’s ticket in hand', begins: () => inHand(paola, marta), agent: davide },
		{ what: 'a colleague’s evaluation', begins: () => underEvaluation(paola, marta), agent: davide },
		{ what: 'one’s own evaluation, which is resumed', begins: () => underEvaluation(paola, marta), agent: marta },
		{
			what: 'a wait for the customer, by a supervisor either',
			begins: () => awaitingCustomer(paola, marta),
			agent: giulia,
		},
		{ what: 'a ticket that is queued', begins: () => opened(paola), agent: giulia },
	])('is refused for $what', async ({ begins, agent }) => {
		const ticket = await begins();
		const before = await everything(desk);
		expect(await putBack(desk, agent, on(ticket))).toEqual({ ok: false, refusal: { reason: 'not-in-hand' } });
		expect(await everything(desk)).toBe(before);
	});

	test('is refused once the ticket is resolved', async () => {
		const ticket = await solved(paola, marta);
		expect(await putBack(desk, giulia, on(ticket))).toMatchObject({ ok: false, refusal: { reason: 'resolved' } });
	});
});

test.each([
	{ state: 'queued', begins: () => opened(paola) },
	{ state: 'in hand of a colleague', begins: () => inHand(paola, marta) },
	{ state: 'under evaluation', begins: () => underEvaluation(paola, marta) },
	{ state: 'awaiting the customer', begins: () => awaitingCustomer(paola, marta) },
	{ state: 'resolved', begins: () => solved(paola, marta) },
])('a ticket that is $state is open to the notes of all staff, and a note changes nothing else', async ({ begins }) => {
	const ticket = await begins();
	const standing = await standingOf(desk, davide, ticket);
	expect(await addNote(desk, davide, saying(ticket, 'Visto **anche** da noi.'))).toEqual({ ok: true });
	expect(await standingOf(desk, davide, ticket)).toEqual(standing);
	const notes = await desk.db.selectFrom('note').select(['ticket', 'author', 'html']).execute();
	expect(notes).toEqual([{ ticket, author: davide.id, html: '<p>Visto <strong>anche</strong> da noi.</p>' }]);
});
