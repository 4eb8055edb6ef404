import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { type SeenUpTo, seenUpTo } from '#lib/domain/seen.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { insertMessage, written } from '#lib/server/db/messages.ts';
import { customerTicketPage } from '#lib/server/queries/customer-ticket-page.ts';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { correctProduct } from '#lib/server/use-cases/correct-product.ts';
import { evaluate } from '#lib/server/use-cases/evaluate.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { moveLane } from '#lib/server/use-cases/move-lane.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { testDesk } from '../../support/desk.ts';
import {
	asking,
	begin,
	everything,
	forgetTickets,
	giveLicence,
	giveProduct,
	granted,
	key,
	on,
	saying,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, marta, davide, giulia } = await testHouse(desk);
const other = await giveProduct(desk, 'Mappale');
await giveLicence(desk, paola, other);
const { opened, inHand } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const changed = { ok: false, refusal: { reason: 'changed-meanwhile' } };

/** How far the desk's page shows a ticket by now. */
async function shown(ticket: number, agent: StaffViewer = marta): Promise<SeenUpTo> {
	const seen = await staffTicketPage(desk, agent, ticket);
	return seenUpTo(seen?.page.conversation ?? []);
}

type Acts = Record<string, (ticket: number, seen: SeenUpTo) => Promise<{ ok: boolean }>>;
const acts: Acts = {
	replying: (ticket, seen) => replyToCustomer(desk, marta, { ...saying(ticket), seen }),
	evaluating: (ticket, seen) => evaluate(desk, marta, { ...saying(ticket), seen }),
	'awaiting the customer': (ticket, seen) => awaitCustomer(desk, marta, { ...asking(ticket), seen }),
	resolving: (ticket, seen) => resolve(desk, marta, { ...saying(ticket), seen }),
	'putting back': (ticket, seen) => putBack(desk, marta, { ...on(ticket), seen }),
	'handing over': (ticket, seen) => handOver(desk, marta, { ...on(ticket), colleague: davide.id, text: '', seen }),
	moving: (ticket, seen) => moveLane(desk, marta, { ...saying(ticket), lane: 'consultancy', seen }),
	correcting: (ticket, seen) => correctProduct(desk, marta, { ...on(ticket), product: other, seen }),
	merging: (ticket, seen) => mergeTicket(desk, marta, { ...on(ticket), other: ticket + 1, seen }),
};

describe.each(Object.entries(acts))('%s', (_, act) => {
	beforeEach(async () => {
		granted(await goOnDuty(desk, davide, key()));
	});

	test('is refused while the customer has written what was not shown; shown, it is done', async () => {
		const ticket = await inHand(paola, marta);
		await opened(paola);
		const before = await shown(ticket);
		granted(await replyAsCustomer(desk, paola, saying(ticket, 'Ancora una cosa.')));
		const stands = await everything(desk);
		expect(await act(ticket, before)).toEqual(changed);
		expect(await everything(desk)).toBe(stands);
		expect(await act(ticket, await shown(ticket))).toMatchObject({ ok: true });
	});

	test('is done where nothing came, or only what the agent did in another window', async () => {
		const ticket = await inHand(paola, marta);
		await opened(paola);
		const before = await shown(ticket);
		granted(await replyToCustomer(desk, marta, saying(ticket)));
		granted(await addNote(desk, marta, saying(ticket)));
		expect(await act(ticket, before)).toMatchObject({ ok: true });
	});
});

test('a colleague’s note and a supervisor’s act count as well', async () => {
	const ticket = await inHand(paola, marta);
	const noted = await shown(ticket);
	granted(await addNote(desk, davide, saying(ticket, 'Lo sento io.')));
	expect(await replyToCustomer(desk, marta, { ...saying(ticket), seen: noted })).toEqual(changed);

	const held = await shown(ticket);
	granted(await evaluate(desk, marta, saying(ticket)));
	expect(await putBack(desk, giulia, { ...on(ticket), seen: held })).toEqual(changed);
	granted(await putBack(desk, giulia, { ...on(ticket), seen: await shown(ticket, giulia) }));
});

test('what could not be done anyway is refused for its own reason', async () => {
	const ticket = await inHand(paola, marta);
	const before = await shown(ticket);
	granted(await putBack(desk, giulia, on(ticket)));
	expect(await replyToCustomer(desk, marta, { ...saying(ticket), seen: before })).toEqual({
		ok: false,
		refusal: { reason: 'not-in-hand' },
	});
});

test('sent again under its key with another page before the eyes, it is done once', async () => {
	const ticket = await inHand(paola, marta);
	const reply = saying(ticket);
	const first = await shown(ticket);
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	expect(await replyToCustomer(desk, marta, { ...reply, seen: first })).toEqual(changed);
	granted(await replyToCustomer(desk, marta, { ...reply, seen: await shown(ticket) }));
	granted(await replyToCustomer(desk, marta, { ...reply, seen: first }));
	const page = await staffTicketPage(desk, marta, ticket);
	expect(page?.page.conversation.filter((item) => item.kind === 'message' && item.mine)).toHaveLength(1);
});

test('it is decided behind the ticket’s lock: a customer’s message that is on its way is waited for', async () => {
	const ticket = await inHand(paola, marta);
	const seen = await shown(ticket);
	const [locked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const writing = desk.db.transaction().execute(async (tx) => {
		await tx.selectFrom('ticket').select('number').where('number', '=', ticket).forNoKeyUpdate().execute();
		locked.resolve();
		await goOn.promise;
		const said = { text: written('Eccomi.'), files: [], at: await desk.clock.now(tx) };
		await insertMessage(tx, { ticket, author: paola.id, side: 'customer', ...said });
	});
	await locked.promise;
	let isAnswered = false;
	const reply = replyToCustomer(desk, marta, { ...saying(ticket), seen }).finally(() => {
		isAnswered = true;
	});
	await sleep(50);
	expect(isAnswered).toBe(false);
	goOn.resolve();
	await writing;
	expect(await reply).toEqual(changed);
});

test('a customer is shown no key of a row', async () => {
	const ticket = await inHand(paola, marta);
	granted(await replyToCustomer(desk, marta, saying(ticket)));
	const page = await customerTicketPage(desk, paola, ticket);
	expect(page?.page.conversation.length).toBeGreaterThan(1);
	expect(page?.page.conversation.filter((item) => 'key' in item && item.key !== undefined)).toEqual([]);
});
