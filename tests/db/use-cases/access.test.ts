import { describe, expect, test } from 'vitest';
import { attachmentInSight } from '#lib/server/access/attachments.ts';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { testDesk } from '../../support/desk.ts';
import { begin, everything, granted, on, saying, testHouse } from '../../support/house.ts';

const { desk } = await testDesk();
const { product, paola, andrea, chiara, tommaso, marta } = await testHouse(desk);
const { opened } = begin(desk, product);

const file = { name: 'punti.csv', size: 12, sha256: Buffer.alloc(32, 7), mediaType: 'text/plain' };
const ofPaola = await opened(paola, { files: [file] });
const ofChiara = await opened(chiara, { files: [file] });

async function numbersSeenBy(user: UserViewer): Promise<number[]> {
	const { yours, support, resolved } = await myTickets(desk, user);
	return [yours, support, resolved].flatMap(({ mine, theirs }) => [...mine, ...theirs]).map(({ number }) => number);
}

test('a user sees the tickets of colleagues', async () => {
	expect(await numbersSeenBy(andrea)).toEqual([ofPaola]);
});

test('where the customer’s settings say so, a user sees only their own', async () => {
	expect(await numbersSeenBy(chiara)).toEqual([ofChiara]);
	expect(await numbersSeenBy(tommaso)).toEqual([]);
});

describe.each([
	{ whose: 'another customer’s ticket', ticket: ofPaola, user: chiara },
	{ whose: 'a colleague’s ticket, where users see only their own', ticket: ofChiara, user: tommaso },
	{ whose: 'a ticket that does not exist', ticket: 99_999, user: paola },
])('$whose', ({ ticket, user }) => {
	test.each([
		{ act: 'replying', does: () => replyAsCustomer(desk, user, saying(ticket)) },
		{ act: 'closing', does: () => closeTicket(desk, user, on(ticket)) },
	])('is not found, for $act too, and nothing changes', async ({ does }) => {
		expect(await ticketInSight(desk.db, user, ticket)).toBeUndefined();
		const before = await everything(desk);
		expect(await does()).toEqual({ ok: false, refusal: { reason: 'not-found' } });
		expect(await everything(desk)).toBe(before);
	});
});

test('a file is in sight of those who see its ticket, and of nobody else', async () => {
	const { id } = await desk.db
		.selectFrom('attachment')
		.innerJoin('message', 'message.id', 'attachment.message')
		.select('attachment.id')
		.where('message.ticket', '=', ofChiara)
		.executeTakeFirstOrThrow();
	expect(await attachmentInSight(desk.db, chiara, id)).toEqual(file);
	expect(await attachmentInSight(desk.db, marta, id)).toEqual(file);
	expect(await attachmentInSight(desk.db, tommaso, id)).toBeUndefined();
	expect(await attachmentInSight(desk.db, paola, id)).toBeUndefined();
});

test('a user who may no longer see colleagues’ tickets loses them at once', async () => {
	const alone = { ...andrea, seesColleagues: false };
	expect(await numbersSeenBy(alone)).toEqual([]);
	expect(await replyAsCustomer(desk, alone, saying(ofPaola))).toMatchObject({ refusal: { reason: 'not-found' } });
});

test('staff see every ticket', async () => {
	for (const ticket of [ofPaola, ofChiara])
		expect(await ticketInSight(desk.db, marta, ticket)).toMatchObject({ number: ticket });
});

test('a colleague’s reply and closing count like one’s own', async () => {
	granted(await replyAsCustomer(desk, andrea, saying(ofPaola)));
	expect(await closeTicket(desk, andrea, on(ofPaola))).toEqual({ ok: true });
});
