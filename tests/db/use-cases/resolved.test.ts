import { describe, expect, test } from 'vitest';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { testDesk } from '../../support/desk.ts';
import { asking, begin, everything, granted, on, saying, standingOf, testHouse } from '../../support/house.ts';

const { desk, clock } = await testDesk();
const { product, paola, andrea, marta, giulia } = await testHouse(desk);
const { opened, awaitingCustomer, solved } = begin(desk, product);

async function closed(): Promise<number> {
	const ticket = await opened(paola);
	granted(await closeTicket(desk, paola, on(ticket)));
	return ticket;
}

async function lapsed(): Promise<number> {
	const ticket = await awaitingCustomer(paola, marta);
	clock.advance({ hours: 24 * 30 });
	return ticket;
}

/** Lapsed, and recorded as such by the job. */
async function writtenDown(): Promise<number> {
	const ticket = await lapsed();
	await recordLapses(desk);
	return ticket;
}

describe.each([
	{ as: 'solved', begins: () => solved(paola, marta) },
	{ as: 'closed-by-customer', begins: closed },
	{ as: 'lapsed', begins: lapsed },
	{ as: 'lapsed', begins: writtenDown },
])('resolved is final, when it is $as', async ({ as, begins }) => {
	const ticket = await begins();

	test.each([
		{ act: 'the customer’s reply', does: () => replyAsCustomer(desk, paola, saying(ticket)) },
		{ act: 'a colleague’s reply', does: () => replyAsCustomer(desk, andrea, saying(ticket)) },
		{ act: 'closing it', does: () => closeTicket(desk, paola, on(ticket)) },
		{ act: 'a reply to the customer', does: () => replyToCustomer(desk, marta, saying(ticket)) },
		{ act: 'an evaluation', does: () => evaluate(desk, marta, saying(ticket)) },
		{ act: 'resuming', does: () => resume(desk, marta, on(ticket)) },
		{ act: 'awaiting the customer', does: () => awaitCustomer(desk, marta, asking(ticket)) },
		{ act: 'withdrawing the request', does: () => withdrawRequest(desk, marta, on(ticket)) },
		{ act: 'putting it back, even by a supervisor', does: () => putBack(desk, giulia, on(ticket)) },
		{ act: 'resolving it again', does: () => resolve(desk, marta, saying(ticket)) },
	])('$act is refused and changes nothing', async ({ does }) => {
		const before = await everything(desk);
		expect(await does()).toMatchObject({ ok: false, refusal: { reason: 'resolved', as } });
		expect(await everything(desk)).toBe(before);
	});

	test('a note is still possible', async () => {
		expect(await addNote(desk, marta, saying(ticket))).toEqual({ ok: true });
	});

	test('a follow-up names it', async () => {
		const followUp = await opened(paola, { follows: ticket });
		expect(await standingOf(desk, paola, followUp)).toEqual({ state: 'queued' });
		granted(await closeTicket(desk, paola, on(followUp)));
	});
});
