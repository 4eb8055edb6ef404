import { beforeEach, expect, test } from 'vitest';
import { myTickets } from '#lib/server/queries/my-tickets.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, everything, forgetTickets, granted, on, saying, standingOf, testHouse } from '../../support/house.ts';
import { expectSound } from '../../support/sound.ts';
import { copyWaits, givePolicy } from '../../support/waits.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta, davide } = await testHouse(desk);
const { opened, awaitingCustomer, underEvaluation } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});

const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');
const late = lapse.add({ hours: 24 * 9 + 7 });

test('a lapse that is written down late is written at its own instant', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	clock.set(late);
	expect(await recordLapses(desk)).toBe(1);
	expect(await standingOf(desk, paola, ticket)).toEqual({ state: 'resolved', as: 'lapsed', at: lapse });
	const hold = await desk.db.selectFrom('hold').select(['ended_by', 'ended_at']).executeTakeFirst();
	expect(hold).toEqual({ ended_by: 'lapsed', ended_at: lapse });
	const resolution = await desk.db.selectFrom('resolution').selectAll().executeTakeFirst();
	expect(resolution).toEqual({ ticket, as: 'lapsed', by: null, at: lapse, duplicate_of: null });
});

test('writing a lapse down changes nothing for those who look: it held already', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	clock.set(late);
	const standing = await standingOf(desk, paola, ticket);
	const mine = await myTickets(desk, paola);
	await recordLapses(desk);
	expect(await standingOf(desk, paola, ticket)).toEqual(standing);
	expect(await myTickets(desk, paola)).toEqual(mine);
	expect(mine.resolved.mine).toHaveLength(1);
});

test('a moment before the lapse nothing is written, at its instant it is', async () => {
	await awaitingCustomer(paola, marta);
	clock.set(lapse.subtract({ milliseconds: 1 }));
	expect(await recordLapses(desk)).toBe(0);
	clock.set(lapse);
	expect(await recordLapses(desk)).toBe(1);
});

test('a lapse is written once, however many processes do it at once', async () => {
	const tickets = [];
	for (let nth = 0; nth < 6; nth++) tickets.push(await awaitingCustomer(nth % 2 ? paola : chiara, marta));
	clock.set(late);
	const recorded = await Promise.all([recordLapses(desk), recordLapses(desk), recordLapses(desk)]);
	expect(recorded.reduce((sum, count) => sum + count)).toBe(6);
	const log = await desk.db
		.selectFrom('queue_log')
		.select('ticket')
		.where('reason', '=', 'lapsed')
		.orderBy('seq')
		.execute();
	expect(log.map(({ ticket }) => ticket)).toEqual(tickets);
	expect(await recordLapses(desk)).toBe(0);
});

test('more lapses than fit into one transaction are all written', async () => {
	for (let nth = 0; nth < 3; nth++) await awaitingCustomer(paola, marta);
	await copyWaits(desk, 67);
	clock.set(late);
	expect(await recordLapses(desk)).toBe(3 * 68);
});

test('after an outage of twenty days three sweeps side by side write each lapse once, at its own instant', async () => {
	const placings = ['2026-11-23T09:00+01:00', '2026-11-25T18:00+01:00', '2026-11-27T11:00+01:00'];
	for (const placed of placings) {
		clock.set(Temporal.Instant.from(placed));
		await awaitingCustomer(paola, marta);
	}
	await copyWaits(desk, 69);
	clock.advance({ hours: 24 * 20 });
	const recorded = await Promise.all([recordLapses(desk), recordLapses(desk), recordLapses(desk)]);
	expect(recorded.reduce((sum, count) => sum + count)).toBe(210);

	const resolutions = await desk.db.selectFrom('resolution').select(['ticket', 'at']).orderBy('ticket').execute();
	const instants = ['2026-12-01T00:00+01:00', '2026-12-03T00:00+01:00', '2026-12-05T00:00+01:00'];
	expect(resolutions.map(({ at }) => at)).toEqual(
		resolutions.map(({ ticket }) => Temporal.Instant.from(instants[(ticket - 1) % 3] ?? '')),
	);
	expect(resolutions).toHaveLength(210);
	const told = await desk.db
		.selectFrom('mail_out')
		.select(['ticket', 'account'])
		.where('kind', '=', 'lapsed')
		.execute();
	expect(told.toSorted((a, b) => Number(a.ticket) - Number(b.ticket))).toEqual(
		resolutions.map(({ ticket }) => ({ ticket, account: paola.id })),
	);
});

test('one that cannot be written keeps back none of the others, and is named', async () => {
	for (let nth = 0; nth < 3; nth++) await awaitingCustomer(paola, marta);
	await copyWaits(desk, 14);
	await desk.db
		.updateTable('hold')
		.set({ receipt: { broken: true } as never })
		.where('ticket', '=', 2)
		.execute();
	await desk.db.deleteFrom('queue_entry').where('ticket', '=', 45).execute();
	clock.set(late);
	for (const _ of ['at once', 'and again a minute later']) {
		await expect(recordLapses(desk)).rejects.toThrow('Not done for: 2, 45.');
		const { written } = await desk.db
			.selectFrom('resolution')
			.select((eb) => eb.fn.countAll<number>().as('written'))
			.executeTakeFirstOrThrow();
		expect(written).toBe(43);
	}
});

test('a lapse holds in the zone it was promised in', async () => {
	await givePolicy(desk, marta, { timeZone: 'Pacific/Kiritimati' });
	await awaitingCustomer(paola, marta);
	await givePolicy(desk, marta, {});
	const there = Temporal.Instant.from('2026-12-01T00:00+14:00');
	clock.set(there.subtract({ milliseconds: 1 }));
	expect(await recordLapses(desk)).toBe(0);
	clock.set(there);
	expect(await recordLapses(desk)).toBe(1);
});

test('an evaluation, a queued ticket and a wait that was answered in time do not lapse', async () => {
	const answered = await awaitingCustomer(paola, marta);
	granted(await replyAsCustomer(desk, paola, saying(answered)));
	granted(await closeTicket(desk, paola, on(answered)));
	await underEvaluation(paola, davide);
	await opened(paola);
	clock.set(late);
	const before = await everything(desk);
	expect(await recordLapses(desk)).toBe(0);
	expect(await everything(desk)).toBe(before);
});

test('of a reply and the writing of the lapse at the same instant, the lapse wins and the reply is refused', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	clock.set(lapse);
	const [recorded, reply] = await Promise.all([recordLapses(desk), replyAsCustomer(desk, paola, saying(ticket))]);
	expect(recorded).toBe(1);
	expect(reply).toEqual({ ok: false, refusal: { reason: 'resolved', as: 'lapsed', at: lapse } });
});

test('a lapsed ticket is not closed a second time', async () => {
	const ticket = await awaitingCustomer(paola, marta);
	clock.set(lapse);
	const refusal = { reason: 'resolved', as: 'lapsed', at: lapse };
	expect(await closeTicket(desk, paola, on(ticket))).toEqual({ ok: false, refusal });
	await recordLapses(desk);
	expect(await closeTicket(desk, paola, on(ticket))).toEqual({ ok: false, refusal });
});

test('lapses written late keep the audit clean', async () => {
	await awaitingCustomer(paola, marta);
	clock.set(late);
	await opened(chiara);
	await recordLapses(desk);
	await expectSound(desk);
	const { takings } = await desk.db
		.selectFrom('queue_log')
		.select((eb) => eb.fn.countAll<number>().as('takings'))
		.where('type', '=', 'taken')
		.executeTakeFirstOrThrow();
	expect(Number(takings)).toBe(1);
});
