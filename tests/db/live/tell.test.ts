import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#lib/server/auth/sessions.ts';
import { channel, type Told } from '#lib/server/db/tell.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { addNote } from '#lib/server/use-cases/add-note.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { replyToCustomer } from '#lib/server/use-cases/reply-to-customer.ts';
import { resolve } from '#lib/server/use-cases/resolve.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import { testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, giveStaff, granted, key, on, saying, testHouse } from '../../support/house.ts';

const { desk, url } = await testDesk();
const { product, paola, andrea, marta } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const { opened, inHand, awaitingCustomer, solved } = begin(desk, product);

const listener = new pg.Client({ connectionString: url });
let told: Told[] = [];
beforeAll(async () => {
	await listener.connect();
	listener.on('notification', ({ payload = '' }) => told.push(JSON.parse(payload)));
	await listener.query(`listen ${channel}`);
});
afterAll(() => listener.end());
afterEach(() => forgetTickets(desk));

/** What `act` told; whatever was told before is past once the listener's own next statement is answered. */
async function toldBy(act: () => Promise<unknown>): Promise<Told[]> {
	await listener.query('select');
	told = [];
	await act();
	await listener.query('select');
	return told;
}

const ofTicket = (all: Told[]) => all.flatMap((each) => (each.about === 'ticket' ? [each.ticket] : []));

describe('what people see of a ticket', () => {
	test('is told when it is opened, with whose it is and its row of the log', async () => {
		const all = await toldBy(() => opened(paola));
		const ticket = { about: 'ticket', ticket: 1, customer: paola.customer, openedBy: paola.id, staffOnly: false };
		expect(all).toContainEqual({ ...ticket, seq: 1 });
	});

	test('is told when either side writes, and carries nothing of what was written', async () => {
		const ticket = await inHand(paola, marta);
		const all = await toldBy(async () => {
			granted(await replyToCustomer(desk, marta, saying(ticket, 'Il segreto')));
			granted(await replyAsCustomer(desk, andrea, saying(ticket, 'Il segreto')));
		});
		expect(ofTicket(all)).toEqual([ticket, ticket]);
		expect(JSON.stringify(all)).not.toContain('segreto');
	});

	test('is told of both when one joins the other, and of the one that is followed', async () => {
		const first = await inHand(paola, marta);
		const second = await opened(andrea);
		const merging = { ...on(first), other: second };
		expect(ofTicket(await toldBy(async () => granted(await mergeTicket(desk, marta, merging)))).sort()).toEqual([
			first,
			second,
		]);
		granted(await resolve(desk, marta, saying(first, '')));
		expect(new Set(ofTicket(await toldBy(() => opened(paola, { follows: first }))))).toEqual(new Set([first, 3]));
	});

	test('is told when it is closed, and when its term moves', async () => {
		const waiting = await awaitingCustomer(paola, marta);
		const days = { from: '2026-11-25', to: '2026-11-25', reason: 'Trasloco', ...key() };
		expect(ofTicket(await toldBy(async () => granted(await addClosureDays(desk, elena, days))))).toEqual([waiting]);
		expect(ofTicket(await toldBy(async () => granted(await closeTicket(desk, paola, on(waiting)))))).toEqual([waiting]);
	});

	test('is told for staff alone where only they see it', async () => {
		const ticket = await solved(paola, marta);
		const note = { ...on(ticket), text: 'Il segreto' };
		const all = await toldBy(async () => granted(await addNote(desk, marta, note)));
		expect(all).toEqual([expect.objectContaining({ ticket, staffOnly: true, seq: null })]);
		expect(JSON.stringify(all)).not.toContain('segreto');
	});

	test('is not told by what is refused', async () => {
		const ticket = await solved(paola, marta);
		expect(await toldBy(() => replyAsCustomer(desk, paola, saying(ticket)))).toEqual([]);
	});
});

test('who is at the desk is told of no ticket', async () => {
	expect(await toldBy(async () => granted(await goOnDuty(desk, marta, key())))).toEqual([{ about: 'house', seq: 1 }]);
});

describe('whoever is let in by it is told to come again', () => {
	const session = async (account: typeof andrea) => {
		const now = await desk.clock.now(desk.db);
		return (await desk.db.transaction().execute((tx) => startSession(tx, account, now))).token;
	};
	const ofAndrea = { about: 'account', account: andrea.id };

	test('when a session ends', async () => {
		const token = await session(andrea);
		expect(await toldBy(() => signOut(desk, token))).toEqual([ofAndrea]);
	});

	test('when the account is disabled', async () => {
		await session(andrea);
		const disabling = { account: andrea.id, ...key() };
		expect(await toldBy(async () => granted(await disableAccount(desk, elena, disabling)))).toEqual([ofAndrea]);
	});

	test('when the customer’s users no longer see each other’s tickets', async () => {
		const { customer } = paola;
		const change = { customer, name: 'Ferri e Landi', colleaguesSeeTickets: false, ...key() };
		const all = await toldBy(async () => granted(await changeCustomer(desk, elena, change)));
		expect(all).toEqual([{ about: 'customer', customer }]);
	});
});
