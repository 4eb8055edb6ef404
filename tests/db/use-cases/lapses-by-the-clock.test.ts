import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#lib/domain/outcome.ts';
import { lockCounter } from '#lib/server/db/queue-log.ts';
import { closeTicket } from '#lib/server/use-cases/close-ticket.ts';
import { mergeTicket } from '#lib/server/use-cases/merge-ticket.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { untilBlocked } from '../../support/blocked.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, granted, on, saying, standingOf, testHouse } from '../../support/house.ts';
import { soundAfterEach } from '../../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, marta, davide } = await testHouse(desk);
const { inHand, awaitingCustomer } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
});
soundAfterEach(desk);

const lapse = Temporal.Instant.from('2026-12-01T00:00:00+01:00');
const lastSecond = lapse.subtract({ seconds: 1 });
const end = (ticket: number) =>
	desk.db.selectFrom('hold').select(['ended_by', 'ended_at']).where('ticket', '=', ticket).executeTakeFirst();

/** Writes to the log an hour after the lapse, and sets the clock back to the last second before it. */
async function theClockIsSetBack(): Promise<void> {
	clock.set(lapse.add({ hours: 1 }));
	await inHand(paola, marta);
	clock.set(lastSecond);
}

describe('the log has run ahead of the clock, past the lapse', () => {
	type Act = (ticket: number) => Promise<Outcome<unknown, { reason: string }>>;
	test.each<{ what: string; act: Act; ends: string }>([
		{ what: 'reply', act: (ticket) => replyAsCustomer(desk, paola, saying(ticket)), ends: 'replied' },
		{ what: 'withdrawal', act: (ticket) => withdrawRequest(desk, davide, on(ticket)), ends: 'withdrawn' },
		{ what: 'closing', act: (ticket) => closeTicket(desk, paola, on(ticket)), ends: 'closed' },
	])('a $what in the last second is in time, and its hold ends then', async ({ act, ends }) => {
		const ticket = await awaitingCustomer(paola, davide);
		await theClockIsSetBack();
		granted(await act(ticket));
		expect(await end(ticket)).toEqual({ ended_by: ends, ended_at: lastSecond });
	});

	test('so is a merge', async () => {
		const kept = await awaitingCustomer(paola, davide);
		await theClockIsSetBack();
		granted(await mergeTicket(desk, marta, { ...on(kept + 1), other: kept }));
		expect(await standingOf(desk, paola, kept)).toEqual({ state: 'queued' });
	});
});

/** Holds a lock while the act begins, lets it go once the act waits for it, an instant after the lapse. */
async function whileLocked<Value>(
	lock: 'counter' | 'ticket',
	ticket: number,
	act: () => Promise<Value>,
): Promise<Value> {
	clock.set(lastSecond);
	let acting: Promise<Value> | undefined;
	await desk.db.transaction().execute(async (tx) => {
		if (lock === 'counter') await lockCounter(tx, clock);
		else await tx.selectFrom('ticket').select('number').where('number', '=', ticket).forUpdate().execute();
		acting = act();
		await untilBlocked(desk);
		clock.set(lapse);
	});
	return acting as Promise<Value>;
}

describe('a reply that had to wait past the lapse', () => {
	test('for whoever else wrote the log is in time: it had come to its ticket before', async () => {
		const ticket = await awaitingCustomer(paola, davide);
		const outcome = await whileLocked('counter', ticket, () => replyAsCustomer(desk, paola, saying(ticket)));
		expect(outcome).toEqual({ ok: true });
		expect(await end(ticket)).toEqual({ ended_by: 'replied', ended_at: lastSecond });
		expect(await recordLapses(desk)).toBe(0);
	});

	test('for its own ticket is too late', async () => {
		const ticket = await awaitingCustomer(paola, davide);
		const outcome = await whileLocked('ticket', ticket, () => replyAsCustomer(desk, paola, saying(ticket)));
		expect(outcome).toEqual({ ok: false, refusal: { reason: 'resolved', as: 'lapsed', at: lapse } });
		expect(await recordLapses(desk)).toBe(1);
	});
});
