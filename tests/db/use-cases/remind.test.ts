import { beforeEach, describe, expect, test } from 'vitest';
import { lockTickets } from '#lib/server/db/lock-tickets.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { recordLapses } from '#lib/server/use-cases/record-lapses.ts';
import { sendReminders } from '#lib/server/use-cases/remind.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { withdrawRequest } from '#lib/server/use-cases/withdraw-request.ts';
import { untilBlocked } from '../../support/blocked.ts';
import { MONDAY_MORNING, testDesk } from '../../support/desk.ts';
import { begin, forgetTickets, giveStaff, granted, key, on, saying, testHouse } from '../../support/house.ts';
import { copyWaits, givePolicy } from '../../support/waits.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const { awaitingCustomer } = begin(desk, product);

/** A wait placed on Monday 23 November counts 24, 25, 26, 27 and 30; it is reminded of on the 27th. */
const at = (instant: string) => Temporal.Instant.from(instant);
const reminded = at('2026-11-27T09:00+01:00');
const lapse = at('2026-12-01T00:00+01:00');

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
	await desk.db.deleteFrom('closure_day').execute();
});

const close = async (day: string) =>
	granted(await addClosureDays(desk, elena, { ...key(), from: day, to: day, reason: 'Ponte' }));

async function remindAt(instant: Temporal.Instant): Promise<number> {
	clock.set(instant);
	return sendReminders(desk);
}

const reminders = () =>
	desk.db
		.selectFrom('mail_out')
		.select(['ticket', 'account', 'created_at as at', 'body'])
		.where('kind', '=', 'reminder')
		.orderBy('id')
		.execute();

const promised = () =>
	desk.db.selectFrom('hold').select(['policy_version', 'reminders', 'next_reminder_at']).executeTakeFirstOrThrow();

describe('on the counted day before the last, at nine (P5)', () => {
	test('who asked is reminded once, with the last useful day', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		expect(await promised()).toEqual({ policy_version: 1, reminders: [1], next_reminder_at: reminded });
		expect(await remindAt(reminded.subtract({ milliseconds: 1 }))).toBe(0);
		expect(await remindAt(reminded)).toBe(1);
		expect(await remindAt(reminded.add({ minutes: 1 }))).toBe(0);

		const [only, ...others] = await reminders();
		expect(others).toEqual([]);
		expect(only).toEqual({
			ticket,
			account: paola.id,
			at: reminded,
			body: expect.stringContaining('30 novembre 2026'),
		});
		expect(await promised()).toEqual({ policy_version: 1, reminders: [], next_reminder_at: null });
	});

	test('once each, however many processes do it at once, in more than one batch', async () => {
		for (const user of [paola, chiara]) await awaitingCustomer(user, marta);
		await copyWaits(desk, 60);
		clock.set(reminded);
		const sent = await Promise.all([sendReminders(desk), sendReminders(desk), sendReminders(desk)]);
		expect(sent.reduce((sum, count) => sum + count)).toBe(122);
		const told = (await reminders()).map(({ ticket }) => ticket);
		expect(new Set(told).size).toBe(122);
		expect(told).toHaveLength(122);
	});

	test('also where another one cannot be written, which is named', async () => {
		for (const user of [paola, chiara]) await awaitingCustomer(user, marta);
		await copyWaits(desk, 30);
		await desk.db
			.updateTable('hold')
			.set({ receipt: { broken: true } as never })
			.where('ticket', '=', 1)
			.execute();
		await expect(remindAt(reminded)).rejects.toThrow('Not done for: 1.');
		expect(await reminders()).toHaveLength(61);
	});

	test('nobody who has answered, nor after the request was withdrawn', async () => {
		const answered = await awaitingCustomer(paola, marta);
		granted(await replyAsCustomer(desk, paola, saying(answered)));
		expect(await remindAt(reminded)).toBe(0);
		await forgetTickets(desk);
		clock.set(MONDAY_MORNING);
		const withdrawn = await awaitingCustomer(paola, marta);
		granted(await withdrawRequest(desk, marta, on(withdrawn)));
		expect(await remindAt(reminded)).toBe(0);
	});

	test('nor who answers while the reminder is about to be written', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.set(reminded);
		const sending = await desk.db.transaction().execute(async (tx) => {
			await lockTickets(tx, [ticket]);
			const sent = sendReminders(desk);
			await untilBlocked(desk);
			await tx.updateTable('hold').set({ ended_at: reminded, ended_by: 'replied' }).execute();
			return { sent };
		});
		expect(await sending.sent).toBe(0);
		expect(await reminders()).toEqual([]);
	});

	test('nor whose lapse moves while the reminder is about to be written', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.set(reminded);
		const sending = await desk.db.transaction().execute(async (tx) => {
			await lockTickets(tx, [ticket]);
			const sent = sendReminders(desk);
			await untilBlocked(desk);
			const next_reminder_at = reminded.add({ hours: 24 });
			await tx.updateTable('hold').set({ next_reminder_at }).execute();
			return { sent };
		});
		expect(await sending.sent).toBe(0);
	});

	test('never at or after the lapse, were it not written down yet', async () => {
		await awaitingCustomer(paola, marta);
		expect(await remindAt(lapse)).toBe(0);
		expect(await promised()).toMatchObject({ reminders: [], next_reminder_at: null });
		await recordLapses(desk);
		expect(await remindAt(lapse.add({ hours: 24 }))).toBe(0);
		expect(await reminders()).toEqual([]);
	});

	test('a moment before the lapse it is late, but in time', async () => {
		await awaitingCustomer(paola, marta);
		expect(await remindAt(lapse.subtract({ milliseconds: 1 }))).toBe(1);
	});
});

test('after an outage the latest that is due is written, those missed before it are not', async () => {
	await givePolicy(desk, elena, { reminders: [4, 3, 2, 0] });
	await awaitingCustomer(paola, marta);
	expect(await remindAt(at('2026-11-24T09:00+01:00'))).toBe(1);
	expect(await remindAt(at('2026-11-29T12:00+01:00'))).toBe(1);
	expect(await promised()).toEqual({
		policy_version: 2,
		reminders: [0],
		next_reminder_at: at('2026-11-30T09:00+01:00'),
	});
	expect(await remindAt(at('2026-11-30T09:00+01:00'))).toBe(1);
	expect(await reminders()).toHaveLength(3);
});

test('none is sent where the policy asks for none, or for one before the first counted day', async () => {
	await givePolicy(desk, elena, { reminders: [] });
	await awaitingCustomer(paola, marta);
	await givePolicy(desk, elena, { reminders: [5, 9] });
	await awaitingCustomer(paola, marta);
	expect(await remindAt(lapse.subtract({ milliseconds: 1 }))).toBe(0);
});

describe('when the lapse moves', () => {
	test('a reminder still to come goes with it', async () => {
		await awaitingCustomer(paola, marta);
		await close('2026-11-26');
		expect(await remindAt(reminded)).toBe(0);
		expect(await remindAt(at('2026-11-30T09:00+01:00'))).toBe(1);
	});

	test('one that was sent is not sent again', async () => {
		await awaitingCustomer(paola, marta);
		expect(await remindAt(reminded)).toBe(1);
		await close('2026-11-30');
		expect(await remindAt(at('2026-12-01T23:59+01:00'))).toBe(0);
		expect(await reminders()).toHaveLength(1);
	});

	test('one that is due and not written yet is not lost', async () => {
		await givePolicy(desk, elena, { reminders: [4] });
		await awaitingCustomer(paola, marta);
		clock.set(at('2026-11-24T09:30+01:00'));
		await close('2026-11-30');
		expect(await sendReminders(desk)).toBe(1);
	});
});

describe('a wait that the version before placed', () => {
	/** It writes neither the version nor the reminders. */
	async function placedBefore(): Promise<void> {
		await awaitingCustomer(paola, marta);
		const unknown = { policy_version: null, reminders: null, next_reminder_at: null };
		await desk.db.updateTable('hold').set(unknown).execute();
		await givePolicy(desk, elena, { reminders: [3], reminderTime: '16:00', timeZone: 'America/New_York' });
	}

	test('is reminded of as the first version says, once', async () => {
		await placedBefore();
		expect(await remindAt(reminded.subtract({ milliseconds: 1 }))).toBe(0);
		expect(await promised()).toEqual({ policy_version: null, reminders: [1], next_reminder_at: reminded });
		expect(await remindAt(reminded)).toBe(1);
		expect(await remindAt(reminded.add({ hours: 12 }))).toBe(0);
	});

	test('is reminded of late where its hour has passed, before the lapse', async () => {
		await placedBefore();
		expect(await remindAt(lapse.subtract({ milliseconds: 1 }))).toBe(1);
		expect(await promised()).toMatchObject({ reminders: [], next_reminder_at: null });
	});

	test('takes its reminder with it when its lapse moves first', async () => {
		await placedBefore();
		await close('2026-11-26');
		const later = at('2026-11-30T09:00+01:00');
		expect(await promised()).toMatchObject({ reminders: [1], next_reminder_at: later });
		expect(await remindAt(reminded)).toBe(0);
		expect(await remindAt(later)).toBe(1);
	});
});

test('a wait keeps the zone and the hour it was promised, whatever the settings are by now', async () => {
	await givePolicy(desk, elena, { timeZone: 'America/New_York', country: 'US', reminderTime: '16:45' });
	await awaitingCustomer(paola, marta); // counts 24, 25, 27 and 30 November and 1 December: the 26th is Thanksgiving
	await givePolicy(desk, elena, {});
	const due = at('2026-11-30T16:45-05:00');
	expect(await promised()).toEqual({ policy_version: 2, reminders: [1], next_reminder_at: due });
	await close('2026-11-25');
	const later = at('2026-12-01T16:45-05:00');
	expect(await promised()).toEqual({ policy_version: 2, reminders: [1], next_reminder_at: later });
	expect(await remindAt(later.subtract({ seconds: 1 }))).toBe(0);
	expect(await remindAt(later)).toBe(1);
});
