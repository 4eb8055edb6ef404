import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { servingAgent } from '#lib/server/db/agents.ts';
import { lockCounter, record } from '#lib/server/db/queue-log.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { goOffDuty } from '#lib/server/use-cases/go-off-duty.ts';
import { goOnDuty } from '#lib/server/use-cases/go-on-duty.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { testDesk } from '../../support/desk.ts';
import {
	begin,
	everything,
	forgetTickets,
	givePolicy,
	giveStaff,
	granted,
	key,
	standingOf,
	testHouse,
} from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk } = await testDesk();
const { product, paola, chiara, marta, davide } = await testHouse(desk);
const renzo = await giveStaff(desk, 'renzo', 'agent');
const admin = await giveStaff(desk, 'ada', 'administrator');
const { opened, taken, inHand, awaitingCustomer } = begin(desk, product);

beforeEach(() => forgetTickets(desk));
soundAfterEach(desk);

const onDuty = async ({ id }: StaffViewer) => (await servingAgent(desk.db, id))?.onDuty;

/** What the log tells beside openings and takings, in order. */
async function told() {
	return desk.db
		.selectFrom('queue_log')
		.select(['type', 'ticket', 'agent', 'on_duty as on', 'reason', 'actor', 'reserved_for as reservedFor'])
		.where('type', 'not in', ['opened', 'taken', 'policy'])
		.orderBy('seq')
		.execute();
}
const duty = (agent: StaffViewer, on: boolean, actor = agent) => ({
	...{ type: 'duty', ticket: null, agent: agent.id, on, reason: null, actor: actor.id, reservedFor: null },
});
const letGo = (ticket: number, reason: string, actor: StaffViewer) => ({
	...{ type: 'queued', ticket, agent: null, on: null, reason, actor: actor.id, reservedFor: null },
});

describe('going on duty', () => {
	test('is told by the log once, however often it is said', async () => {
		expect(await goOnDuty(desk, marta, key())).toEqual({ ok: true });
		expect(await goOnDuty(desk, marta, key())).toEqual({ ok: true });
		expect(await onDuty(marta)).toBe(true);
		expect(await told()).toEqual([duty(marta, true)]);
	});

	test('twice at once is told once, too', async () => {
		await Promise.all([goOnDuty(desk, marta, key()), goOnDuty(desk, marta, key())]);
		expect(await told()).toEqual([duty(marta, true)]);
	});

	test('sent again after going off duty, the same form does not put the agent on duty a second time', async () => {
		const form = key();
		granted(await goOnDuty(desk, marta, form));
		granted(await goOffDuty(desk, marta, key()));
		expect(await goOnDuty(desk, marta, form)).toEqual({ ok: true });
		expect(await onDuty(marta)).toBe(false);
	});

	test('is not for an agent who is disabled, and enabling does not put on duty', async () => {
		granted(await goOnDuty(desk, renzo, key()));
		granted(await disableAccount(desk, admin, { ...key(), account: renzo.id }));
		const before = await everything(desk);
		expect(await goOnDuty(desk, renzo, key())).toEqual({ ok: false, refusal: { reason: 'account-disabled' } });
		expect(await everything(desk)).toBe(before);
		granted(await enableAccount(desk, admin, { ...key(), account: renzo.id }));
		expect(await onDuty(renzo)).toBe(false);
		expect(await told()).toEqual([duty(renzo, true), duty(renzo, false, admin)]);
	});
});

test('an agent who takes is at the desk: the log tells the duty first', async () => {
	const ticket = await opened(paola);
	granted(await goOffDuty(desk, marta, key()));
	expect(await taken(marta)).toBe(ticket);
	const log = await desk.db.selectFrom('queue_log').select(['type', 'ticket']).orderBy('seq').execute();
	expect(log.slice(1)).toEqual([
		{ type: 'duty', ticket: null },
		{ type: 'taken', ticket },
	]);
	expect(await onDuty(marta)).toBe(true);
});

test('an agent to whom nothing is given stays off duty', async () => {
	expect(await takeNext(desk, marta, key())).toMatchObject({ refusal: { reason: 'nothing-queued' } });
	expect(await onDuty(marta)).toBeUndefined();
});

describe('going off duty', () => {
	test('puts back what is in hand, for nobody in particular, and ends the duty', async () => {
		const ticket = await inHand(paola, marta);
		expect(await goOffDuty(desk, marta, key())).toEqual({ ok: true, value: { putBack: [ticket] } });
		expect(await told()).toEqual([duty(marta, true), letGo(ticket, 'off-duty', marta), duty(marta, false)]);
		expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'queued' });
		expect(await taken(davide)).toBe(ticket);
	});

	test('puts back all of several, in the order of arrival', async () => {
		await givePolicy(desk, admin, { inHandLimit: 3 });
		const [second, first] = [await opened(paola), await opened(chiara)].toReversed();
		expect([await taken(marta), await taken(marta)]).toEqual([first, second]);
		expect(granted(await goOffDuty(desk, marta, key()))).toEqual({ putBack: [first, second] });
	});

	test('puts back also what was taken before duty was told, and tells no end of what never began', async () => {
		const ticket = await opened(paola);
		await desk.db.transaction().execute(async (tx) => {
			const taking = { type: 'taken', ticket, agent: marta.id, actor: marta.id } as const;
			await record(tx, await lockCounter(tx, desk.clock), taking);
		});
		expect(granted(await goOffDuty(desk, marta, key()))).toEqual({ putBack: [ticket] });
		expect(await told()).toEqual([letGo(ticket, 'off-duty', marta)]);
	});

	test('leaves what waits for the customer where it is', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		expect(granted(await goOffDuty(desk, marta, key()))).toEqual({ putBack: [] });
		expect(await standingOf(desk, paola, ticket)).toMatchObject({ state: 'awaiting-customer', agent: marta.id });
	});

	test('is told once, however often it is said, and answers the same form the same', async () => {
		const ticket = await inHand(paola, marta);
		const form = key();
		granted(await goOffDuty(desk, marta, form));
		const before = await everything(desk);
		expect(await goOffDuty(desk, marta, form)).toEqual({ ok: true, value: { putBack: [ticket] } });
		expect(await everything(desk)).toBe(before);
		expect(granted(await goOffDuty(desk, marta, key()))).toEqual({ putBack: [] });
		expect(await told()).toHaveLength(3);
	});

	test('at once with taking: nobody off duty has anything in hand', async () => {
		for (let round = 0; round < 8; round++) {
			await opened(paola);
			await Promise.all([takeNext(desk, marta, key()), goOffDuty(desk, marta, key())]);
			const agent = await servingAgent(desk.db, marta.id);
			expect(agent?.inHand).toHaveLength(agent?.onDuty ? 1 : 0);
			granted(await goOffDuty(desk, marta, key()));
		}
	});
});

test('disabling an agent puts back what is in hand and ends the duty, by the administrator', async () => {
	const bruno = await giveStaff(desk, 'bruno', 'agent');
	const ticket = await inHand(paola, bruno);
	const disabled = await disableAccount(desk, admin, { ...key(), account: bruno.id });
	expect(granted(disabled)).toEqual({ putBack: [ticket] });
	expect(await told()).toEqual([duty(bruno, true), letGo(ticket, 'disabled', admin), duty(bruno, false, admin)]);
	expect(await taken(marta)).toBe(ticket);
});

test('disabling an agent who is not on duty tells the log nothing', async () => {
	const carla = await giveStaff(desk, 'carla', 'agent');
	granted(await disableAccount(desk, admin, { ...key(), account: carla.id }));
	expect(await told()).toEqual([]);
});

test('an agent has as many tickets in hand as the policy in force says, and no more', async () => {
	await givePolicy(desk, admin, { inHandLimit: 3 });
	const tickets = [];
	for (let nth = 0; nth < 4; nth++) tickets.push(await opened(nth % 2 ? paola : chiara));
	for (const ticket of tickets.slice(0, 3)) expect(await taken(marta)).toBe(ticket);
	const before = await everything(desk);
	const refusal = { reason: 'in-hand-limit', limit: 3, tickets: tickets.slice(0, 3) };
	expect(await takeNext(desk, marta, key())).toEqual({ ok: false, refusal });
	expect(await everything(desk)).toBe(before);
});
