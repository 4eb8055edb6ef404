import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { staffTicketPage } from '#lib/server/queries/staff-ticket-page.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { putBack } from '#lib/server/use-cases/put-back.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { resume } from '#lib/server/use-cases/resume.ts';
import { setCoverage } from '#lib/server/use-cases/set-coverage.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { giveLicence } from '../../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import {
	asking,
	begin,
	forgetTickets,
	givePolicy,
	giveStaff,
	granted,
	key,
	on,
	saying,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const admin = await giveStaff(desk, 'ada', 'administrator');
const { opened, taken, inHand, underEvaluation, awaitingCustomer } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});
soundAfterEach(desk);

const nothing = { ok: false, refusal: { reason: 'nothing-queued' } };

/** For whom the ticket is kept, and until when. */
async function keptFor(ticket: number) {
	return desk.db
		.selectFrom('queue_entry')
		.select(['state', 'reserved_for as for', 'reserved_until as until'])
		.where('ticket', '=', ticket)
		.executeTakeFirst();
}
const forNobody = { state: 'queued', for: null, until: null };

const leaving = [
	{ how: 'resumed', begins: underEvaluation, leaves: (ticket: number) => resume(desk, marta, on(ticket)) },
	{ how: 'withdrawn', begins: awaitingCustomer, leaves: (ticket: number) => withdrawRequest(desk, marta, on(ticket)) },
	{
		how: 'answered',
		begins: awaitingCustomer,
		leaves: (ticket: number) => replyAsCustomer(desk, paola, saying(ticket)),
	},
];

describe.each(leaving)('a ticket that leaves a hold because it is $how', ({ begins, leaves }) => {
	test('is kept for the agent who had it: no colleague is given it until that ends, and then any is', async () => {
		const ticket = await begins(paola, marta);
		granted(await leaves(ticket));
		const until = MONDAY_MORNING.add({ minutes: 60 });
		expect(await keptFor(ticket)).toEqual({ state: 'queued', for: marta.id, until });
		clock.set(until.subtract({ milliseconds: 1 }));
		expect(await takeNext(desk, davide, key())).toEqual(nothing);
		clock.set(until);
		expect(await taken(davide)).toBe(ticket);
	});

	test('is given to the agent who had it, at its old number', async () => {
		const ticket = await begins(paola, marta);
		await opened(chiara);
		granted(await leaves(ticket));
		expect(await taken(marta)).toBe(ticket);
	});

	test('is for anybody when that agent is off duty by then', async () => {
		const ticket = await begins(paola, marta);
		granted(await goOffDuty(desk, marta, key()));
		granted(await leaves(ticket));
		expect(await keptFor(ticket)).toEqual(forNobody);
		expect(await taken(davide)).toBe(ticket);
	});

	test('is kept for as many minutes as the policy in force says', async () => {
		await givePolicy(desk, admin, { reservationMinutes: 15 });
		const ticket = await begins(paola, marta);
		granted(await leaves(ticket));
		expect(await keptFor(ticket)).toMatchObject({ until: MONDAY_MORNING.add({ minutes: 15 }) });
	});

	test('is for anybody where the policy reserves for no minutes', async () => {
		await givePolicy(desk, admin, { reservationMinutes: 0 });
		const ticket = await begins(paola, marta);
		granted(await leaves(ticket));
		expect(await keptFor(ticket)).toEqual(forNobody);
		expect(await taken(davide)).toBe(ticket);
	});

	test('keeps its reservation when the agent goes off duty, or the setting changes, afterwards', async () => {
		const ticket = await begins(paola, marta);
		granted(await leaves(ticket));
		const before = await keptFor(ticket);
		granted(await goOffDuty(desk, marta, key()));
		await givePolicy(desk, admin, { reservationMinutes: 5 });
		expect(await keptFor(ticket)).toEqual(before);
	});
});

test('an agent who was disabled is off duty, also once enabled again: nothing is kept for them', async () => {
	const renzo = await giveStaff(desk, 'renzo', 'agent');
	const ticket = await awaitingCustomer(paola, renzo);
	granted(await disableAccount(desk, admin, { ...key(), account: renzo.id }));
	granted(await enableAccount(desk, admin, { ...key(), account: renzo.id }));
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	expect(await keptFor(ticket)).toEqual(forNobody);
});

test('an agent who does not cover its product any more might not be given it: nothing is kept for them', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	granted(await setCoverage(desk, admin, { ...key(), account: marta.id, products: [await giveOther()] }));
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	expect(await keptFor(ticket)).toEqual(forNobody);
	expect(await taken(davide)).toBe(ticket);
});

test('on duty again by the time the ticket leaves its hold is on duty', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	granted(await goOffDuty(desk, marta, key()));
	granted(await goOnDuty(desk, marta, key()));
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	expect(await keptFor(ticket)).toMatchObject({ for: marta.id });
});

test.each([
	{ what: 'a ticket in hand, by its agent', begins: inHand, by: marta },
	{ what: 'a ticket in hand, by a supervisor', begins: inHand, by: giulia },
	{ what: 'an evaluated ticket, by a supervisor', begins: underEvaluation, by: giulia },
])('putting back $what reserves for nobody', async ({ begins, by }) => {
	const ticket = await begins(paola, marta);
	granted(await putBack(desk, by, on(ticket)));
	expect(await keptFor(ticket)).toEqual(forNobody);
	expect(await taken(davide)).toBe(ticket);
});

test('a colleague is given the next ticket behind a reserved one: that is no overtaking', async () => {
	const kept = await underEvaluation(paola, marta);
	const next = await opened(chiara);
	granted(await resume(desk, marta, on(kept)));
	expect(await taken(davide)).toBe(next);
	expect(await taken(marta)).toBe(kept);
});

describe('coverage', () => {
	test('an agent is given the first ticket in a product they cover, and nothing in another one', async () => {
		const other = await giveOther();
		await opened(paola);
		const mapped = await opened(paola, { product: other });
		granted(await setCoverage(desk, admin, { ...key(), account: marta.id, products: [other] }));
		expect(await taken(marta)).toBe(mapped);
		granted(await putBack(desk, marta, on(mapped)));
		granted(await setCoverage(desk, admin, { ...key(), account: davide.id, products: [other] }));
		expect(await taken(davide)).toBe(mapped);
		expect(await takeNext(desk, marta, key())).toEqual(nothing);
	});
});

describe('technical before consultancy, whoever could serve it (P6)', () => {
	test('a technical ticket that is reserved for another keeps consultancy waiting, until somebody takes it', async () => {
		const consultancy = await opened(chiara, { lane: 'consultancy' });
		const technical = await underEvaluation(paola, marta);
		granted(await resume(desk, marta, on(technical)));
		expect(await takeNext(desk, davide, key())).toEqual(nothing);
		expect(await taken(marta)).toBe(technical);
		expect(await taken(davide)).toBe(consultancy);
	});

	test('a technical ticket in a product the agent does not cover keeps consultancy waiting too', async () => {
		const other = await giveOther();
		await opened(paola, { product: other });
		const consultancy = await opened(chiara, { lane: 'consultancy' });
		granted(await setCoverage(desk, admin, { ...key(), account: davide.id, products: [product] }));
		expect(await takeNext(desk, davide, key())).toEqual(nothing);
		await taken(marta);
		expect(await taken(davide)).toBe(consultancy);
	});

	test('consultancy that is reserved is for its agent alone, once no technical ticket is queued', async () => {
		const consultancy = await awaitedConsultancy();
		const technical = await opened(chiara);
		expect(await taken(marta)).toBe(technical);
		expect(await takeNext(desk, davide, key())).toEqual(nothing);
		granted(await putBack(desk, marta, on(technical)));
		expect(await taken(davide)).toBe(technical);
		expect(await taken(marta)).toBe(consultancy);
	});
});

/** Another product, for which Ferri & Landi have a licence. */
const giveOther = () => giveLicence(desk, paola.customer, `Mappale ${randomUUID()}`);

/** A consultancy ticket that Marta had, and that its customer has answered. */
async function awaitedConsultancy(): Promise<number> {
	const ticket = await opened(paola, { lane: 'consultancy' });
	await taken(marta);
	granted(await awaitCustomer(desk, marta, asking(ticket)));
	granted(await replyAsCustomer(desk, paola, saying(ticket)));
	return ticket;
}

test('a reservation that the version before left standing when it took says nothing of a ticket in hand', async () => {
	const ticket = await underEvaluation(paola, marta);
	granted(await resume(desk, marta, on(ticket)));
	const stale = await keptFor(ticket);
	expect(await taken(marta)).toBe(ticket);
	await desk.db
		.updateTable('queue_entry')
		.set({ reserved_for: stale?.for, reserved_until: stale?.until })
		.where('ticket', '=', ticket)
		.execute();
	expect((await staffTicketPage(desk, davide, ticket))?.page.reserved).toBeUndefined();
	granted(await putBack(desk, marta, on(ticket)));
	expect(await keptFor(ticket)).toEqual(forNobody);
});
