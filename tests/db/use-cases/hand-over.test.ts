import { beforeEach, describe, expect, test } from 'vitest';
import { ticketInSight } from '#lib/server/access/tickets.ts';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { actChoices } from '#lib/server/queries/act-choices.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { handOver } from '#lib/server/use-cases/hand-over.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	givePolicy,
	giveProduct,
	giveStaff,
	granted,
	key,
	on,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const admin = await giveStaff(desk, 'ada', 'administrator');
const other = await giveProduct(desk, 'Mappale');
const { opened, taken, inHand, underEvaluation, solved } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
	granted(await goOnDuty(desk, davide, key()));
});
soundAfterEach(desk);

const to = (colleague: { id: number }, ticket: number, text = '') => ({ ...on(ticket), colleague: colleague.id, text });

async function keptFor(ticket: number) {
	const row = desk.db.selectFrom('queue_entry').where('ticket', '=', ticket);
	return row.select(['state', 'reserved_for as for', 'reserved_until as until']).executeTakeFirst();
}

describe('handing over', () => {
	test('queues the ticket at its old number, kept for the colleague: nobody else is given it meanwhile', async () => {
		const ticket = await inHand(paola, marta);
		await opened(chiara);
		expect(await handOver(desk, marta, to(davide, ticket))).toEqual({ ok: true });
		const until = MONDAY_MORNING.add({ minutes: 60 });
		expect(await keptFor(ticket)).toEqual({ state: 'queued', for: davide.id, until });
		expect(await taken(marta)).not.toBe(ticket);
		expect(await taken(davide)).toBe(ticket);
	});

	test('keeps it until the end fixed then: from that instant on anybody is given it', async () => {
		const ticket = await inHand(paola, marta);
		granted(await handOver(desk, marta, to(davide, ticket)));
		clock.set(MONDAY_MORNING.add({ minutes: 59, seconds: 59 }));
		expect(await takeNext(desk, marta, key())).toMatchObject({ refusal: { reason: 'nothing-queued' } });
		clock.set(MONDAY_MORNING.add({ minutes: 60 }));
		expect(await taken(marta)).toBe(ticket);
	});

	test('tells the colleague, with the note that goes with it; the customer reads nothing of it', async () => {
		const ticket = await inHand(paola, marta);
		granted(await handOver(desk, marta, to(davide, ticket, 'Manca solo la **verifica**.')));
		const notes = await desk.db.selectFrom('note').select(['ticket', 'author', 'source']).execute();
		expect(notes).toEqual([{ ticket, author: marta.id, source: 'Manca solo la **verifica**.' }]);
		const mails = await desk.db.selectFrom('mail_out').select(['kind', 'account', 'ticket', 'body']).execute();
		expect(mails).toEqual([
			{ kind: 'handed-over', account: davide.id, ticket, body: expect.stringContaining('Manca solo la') },
		]);
		expect(await desk.db.selectFrom('message').select('side').execute()).toEqual([{ side: 'customer' }]);
	});

	test('without a note writes none', async () => {
		const ticket = await inHand(paola, marta);
		granted(await handOver(desk, marta, to(davide, ticket)));
		expect(await desk.db.selectFrom('note').selectAll().execute()).toEqual([]);
	});

	test('happens once a request key', async () => {
		const ticket = await inHand(paola, marta);
		const form = to(davide, ticket, 'A te.');
		granted(await handOver(desk, marta, form));
		expect(await taken(davide)).toBe(ticket);
		const before = await everything(desk);
		expect(await handOver(desk, marta, form)).toEqual({ ok: true });
		expect(await handOver(desk, marta, { ...form, text: 'A te, Davide.' })).toMatchObject({ ok: false });
		expect(await everything(desk)).toBe(before);
	});
});

describe('nothing is handed over, and nothing changes,', () => {
	const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });

	async function expectRefused(ticket: number, reason: string, colleague: { id: number } = davide, by = marta) {
		const before = await everything(desk);
		expect(await handOver(desk, by, to(colleague, ticket, 'A te.'))).toMatchObject(refusedFor(reason));
		expect(await everything(desk)).toBe(before);
	}

	test('to a colleague off duty', async () => {
		granted(await goOffDuty(desk, davide, key()));
		await expectRefused(await inHand(paola, marta), 'colleague-off-duty');
	});

	test('to a colleague who does not cover the product', async () => {
		granted(await setCoverage(desk, admin, { ...key(), account: davide.id, products: [other] }));
		await expectRefused(await inHand(paola, marta), 'colleague-does-not-cover');
	});

	test('to oneself', async () => {
		await expectRefused(await inHand(paola, marta), 'handed-to-yourself', marta);
	});

	test('to nobody, to a user, to a colleague who was disabled', async () => {
		const ticket = await inHand(paola, marta);
		const renzo = await giveStaff(desk, 'renzo', 'agent');
		granted(await goOnDuty(desk, renzo, key()));
		granted(await disableAccount(desk, admin, { ...key(), account: renzo.id }));
		for (const nobody of [{ id: 99_999 }, paola, renzo]) await expectRefused(ticket, 'unknown-colleague', nobody);
	});

	test('where the policy reserves for no minutes', async () => {
		await givePolicy(desk, admin, { reservationMinutes: 0 });
		await expectRefused(await inHand(paola, marta), 'reservations-off');
	});

	test.each<{ what: string; begins: () => Promise<number>; by: StaffViewer; reason: string }>([
		{ what: 'a colleague’s ticket', begins: () => inHand(paola, davide), by: marta, reason: 'not-in-hand' },
		{
			what: 'a colleague’s ticket, by a supervisor',
			begins: () => inHand(paola, marta),
			by: giulia,
			reason: 'not-in-hand',
		},
		{ what: 'a queued ticket', begins: () => opened(paola), by: marta, reason: 'not-in-hand' },
		{ what: 'an evaluated ticket', begins: () => underEvaluation(paola, marta), by: marta, reason: 'not-in-hand' },
		{ what: 'a resolved ticket', begins: () => solved(paola, marta), by: marta, reason: 'resolved' },
		{ what: 'a ticket that does not exist', begins: async () => 99_999, by: marta, reason: 'not-found' },
	])('from $what', async ({ begins, by, reason }) => {
		await expectRefused(await begins(), reason, davide, by);
	});
});

test('of a hand-over and the colleague’s going off duty at once, the order of the log decides', async () => {
	for (let round = 0; round < 6; round++) {
		const ticket = await inHand(paola, marta);
		const [handed] = await Promise.all([handOver(desk, marta, to(davide, ticket)), goOffDuty(desk, davide, key())]);
		const standing = await standingOf(desk, marta, ticket);
		expect(standing.state).toBe(handed.ok ? 'queued' : 'in-hand');
		await forgetTickets(desk);
		granted(await goOnDuty(desk, davide, key()));
	}
});

test('the colleagues to choose from are those on duty who cover its product', async () => {
	const ticket = await ticketInSight(desk.db, marta, await inHand(paola, marta));
	if (!ticket) throw new Error('Staff see every ticket.');
	granted(await goOnDuty(desk, giulia, key()));
	granted(await goOffDuty(desk, giulia, key()));
	const offered = async () => (await actChoices(desk, marta, ticket)).colleagues;
	granted(await setCoverage(desk, admin, { ...key(), account: davide.id, products: [product, other] }));
	expect(await offered()).toEqual([{ id: davide.id, name: 'Davide' }]);
	granted(await setCoverage(desk, admin, { ...key(), account: davide.id, products: [other] }));
	expect(await offered()).toEqual([]);
});
