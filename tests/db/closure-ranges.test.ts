import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { lockTickets } from '#lib/server/db/lock-tickets.ts';
import { closurePreview } from '#lib/server/queries/closure-preview.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { untilBlocked } from '../support/blocked.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, everything, forgetTickets, giveStaff, granted, key, testHouse } from '../support/house.ts';
import { givePolicy } from '../support/waits.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const { awaitingCustomer, underEvaluation } = begin(desk, product);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await forgetTickets(desk);
	await desk.db.deleteFrom('closure_day').execute();
});

/** A wait placed on Monday 23 November counts 24, 25, 26, 27 and 30. */
const moving = { from: '2026-11-26', to: '2026-12-01', reason: 'Trasloco' };
const close = (range = moving) => addClosureDays(desk, elena, { ...key(), ...range });

async function receiptOf(ticket: number) {
	const rows = desk.db.selectFrom('hold').select('receipt').where('ticket', '=', ticket);
	const { receipt } = await rows.executeTakeFirstOrThrow();
	if (!receipt) throw new Error('A hold of the second case has a receipt.');
	return receipt;
}
const counted = async (ticket: number) => (await receiptOf(ticket)).countedDays.map((day) => day.slice(5)).join(' ');
const closureDays = () => desk.db.selectFrom('closure_day').select(['day', 'reason']).orderBy('day').execute();

describe('a closure of several days (P5)', () => {
	test('closes every day of it, says which did not count anyway, and moves every open wait that counted one', async () => {
		const waits = [await awaitingCustomer(paola, marta), await awaitingCustomer(chiara, marta)];
		await underEvaluation(paola, marta);
		expect(granted(await close())).toEqual({
			closed: ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'],
			skipped: ['2026-11-28', '2026-11-29'].map((day) => ({ day, reason: { kind: 'not-worked' } })),
			moved: waits,
		});
		expect((await closureDays()).map(({ day }) => day)).toEqual([
			'2026-11-26',
			'2026-11-27',
			'2026-11-28',
			'2026-11-29',
			'2026-11-30',
			'2026-12-01',
		]);
		for (const ticket of waits) {
			expect(await counted(ticket)).toBe('11-24 11-25 12-02 12-03 12-04');
			expect((await receiptOf(ticket)).lapsesAt).toBe('2026-12-04T23:00:00Z');
		}
	});

	test('is told to both sides, once, with the days that were counted', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		await close();
		const told = desk.db.selectFrom('mail_out').select(['account', 'ticket', 'body']).where('kind', '=', 'lapse-moved');
		const rows = await told.orderBy('account').execute();
		expect(rows.map((row) => row.account)).toEqual([paola.id, marta.id].toSorted((a, b) => a - b));
		for (const row of rows) {
			expect(row.ticket).toBe(ticket);
			for (const said of ['Trasloco', '26 novembre', '27 novembre', '30 novembre', '4 dicembre 2026']) {
				expect(row.body).toContain(said);
			}
			expect(row.body).not.toContain('1 dicembre');
		}
		const events = desk.db.selectFrom('event').select('data').where('type', '=', 'lapse-moved');
		const days = ['2026-11-26', '2026-11-27', '2026-11-30'];
		const data = { days, reason: 'Trasloco', lapsesAt: '2026-12-04T23:00:00Z' };
		expect(await events.execute()).toEqual([{ data }]);
	});

	test('sent twice under one key is one closure, and told once', async () => {
		await awaitingCustomer(paola, marta);
		const input = { ...key(), ...moving };
		const outcomes = await Promise.all([addClosureDays(desk, elena, input), addClosureDays(desk, elena, input)]);
		expect(outcomes[0]).toEqual(outcomes[1]);
		const told = desk.db.selectFrom('mail_out').select('id').where('kind', '=', 'lapse-moved');
		expect(await told.execute()).toHaveLength(2);
	});

	test('two that overlap, entered at once, close each day once', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const [one, other] = await Promise.all([close(), close({ ...moving, from: '2026-11-30', to: '2026-12-03' })]);
		const closed = [...granted(one).closed, ...granted(other).closed].toSorted();
		const worked = (await closureDays()).filter(({ day }) => Temporal.PlainDate.from(day).dayOfWeek < 6);
		expect(closed).toEqual(worked.map(({ day }) => day));
		expect(await counted(ticket)).toBe('11-24 11-25 12-04 12-07 12-09');
	});

	test('finds a wait lapsed that it had to wait for: it stays lapsed', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		const before = await receiptOf(ticket);
		const closing = await desk.db.transaction().execute(async (tx) => {
			await lockTickets(tx, [ticket]);
			const outcome = close();
			await untilBlocked(desk);
			clock.set(Temporal.Instant.from(before.lapsesAt));
			return { outcome };
		});
		expect(granted(await closing.outcome).moved).toEqual([]);
		expect(await receiptOf(ticket)).toEqual(before);
	});
});

describe('a closure outlasts the settings it was entered under', () => {
	test('a day off within it stays closed when it is worked later on', async () => {
		granted(await close());
		await givePolicy(desk, elena, { workingWeek: [1, 2, 3, 4, 5, 6, 7] });
		const ticket = await awaitingCustomer(paola, marta);
		expect(await counted(ticket)).toBe('11-24 11-25 12-02 12-03 12-04');
	});

	test('so does a holiday, where another country’s are kept later on', async () => {
		granted(await close({ from: '2026-12-07', to: '2026-12-09', reason: 'Ponte' }));
		await givePolicy(desk, elena, { country: 'US' });
		clock.set(Temporal.Instant.from('2026-12-04T10:00+01:00'));
		expect(await counted(await awaitingCustomer(paola, marta))).toBe('12-10 12-11 12-14 12-15 12-16');
	});

	test('a day off that only an open wait counts can be closed, and moves that wait', async () => {
		const saturday = { ...moving, from: '2026-11-28', to: '2026-11-28' };
		await givePolicy(desk, elena, { workingWeek: [1, 2, 3, 4, 5, 6] });
		const ticket = await awaitingCustomer(paola, marta); // counts 24 to 28
		await givePolicy(desk, elena, {});
		expect(granted(await closurePreview(desk, saturday))).toMatchObject({
			...{ closed: ['2026-11-28'], skipped: [] },
			moves: [{ ticket, after: { lastUsefulDay: '2026-11-30' } }],
		});
		expect(granted(await close(saturday))).toEqual({ closed: ['2026-11-28'], skipped: [], moved: [ticket] });
		expect(await counted(ticket)).toBe('11-24 11-25 11-26 11-27 11-30');
	});

	test('but not once that wait has lapsed: then nothing counts on it', async () => {
		await givePolicy(desk, elena, { workingWeek: [1, 2, 3, 4, 5, 6] });
		await awaitingCustomer(paola, marta);
		await givePolicy(desk, elena, {});
		clock.set(Temporal.Instant.from('2026-11-29T00:00+01:00'));
		const refused = { ok: false, refusal: { reason: 'day-not-worked' } };
		expect(await close({ ...moving, from: '2026-11-28', to: '2026-11-28' })).toEqual(refused);
	});
});

describe('an open wait is counted on by the policy it was promised', () => {
	test('each by its own, whatever the settings are by now', async () => {
		const first = await awaitingCustomer(paola, marta);
		const settings = { workingWeek: [1, 2, 3, 4, 5, 6], holdDays: 3, timeZone: 'America/New_York', country: 'US' };
		await givePolicy(desk, elena, settings);
		const second = await awaitingCustomer(chiara, marta);
		await givePolicy(desk, elena, { workingWeek: [2], holdDays: 1 });
		expect(await counted(second)).toBe('11-24 11-25 11-27');

		granted(await close({ ...moving, from: '2026-11-24', to: '2026-11-24' }));
		expect(await counted(first)).toBe('11-25 11-26 11-27 11-30 12-01');
		expect(await counted(second)).toBe('11-25 11-27 11-28');
		expect((await receiptOf(second)).lapsesAt).toBe('2026-11-29T05:00:00Z');
	});

	test('one that was stored before zones and versions were is of Rome and of the first version', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		await desk.db.updateTable('hold').set({ receipt: sql`receipt - 'timeZone'`, policy_version: null }).execute();
		await givePolicy(desk, elena, { workingWeek: [4, 7], timeZone: 'Asia/Tokyo' });
		granted(await close({ ...moving, from: '2026-11-26', to: '2026-11-26' }));
		expect(await counted(ticket)).toBe('11-24 11-25 11-27 11-30 12-01');
		expect((await receiptOf(ticket)).lapsesAt).toBe('2026-12-01T23:00:00Z');
	});

	test('a closure that would leave one without its days is refused, and nothing is closed', async () => {
		await givePolicy(desk, elena, { workingWeek: [1], holdDays: 2 });
		const ticket = await awaitingCustomer(paola, marta); // counts 30 November and 7 December
		await givePolicy(desk, elena, {});
		const mondays = Array.from({ length: 54 }, (_, week) => Temporal.PlainDate.from('2026-12-14').add({ weeks: week }));
		const added = { reason: 'Lunedì', added_by: elena.id, added_at: MONDAY_MORNING };
		await desk.db
			.insertInto('closure_day')
			.values(mondays.map((day) => ({ day: day.toString(), ...added })))
			.execute();
		const before = await everything(desk);
		const refusal = { reason: 'too-few-business-days', holdDays: 2 };
		expect(await close()).toEqual({ ok: false, refusal });
		expect(await closurePreview(desk, moving)).toEqual({ ok: false, refusal });
		expect(await everything(desk)).toBe(before);
		expect(await closureDays()).toHaveLength(54);
		expect(await counted(ticket)).toBe('11-30 12-07');
	});
});

describe('seen before it is saved', () => {
	test('it says what it would do, and writes nothing', async () => {
		const ticket = await awaitingCustomer(paola, marta);
		clock.advance({ hours: 48 });
		const later = await awaitingCustomer(chiara, marta); // counts 26, 27 and 30 November, 1 and 2 December
		const before = await everything(desk);
		expect(granted(await closurePreview(desk, moving))).toEqual({
			closed: ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'],
			skipped: ['2026-11-28', '2026-11-29'].map((day) => ({ day, reason: { kind: 'not-worked' } })),
			moves: [
				{
					...{ ticket, subject: 'La poligonale non chiude', customer: 'Ferri e Landi', timeZone: 'Europe/Rome' },
					before: { lastUsefulDay: '2026-11-30', lapsesAt: '2026-11-30T23:00:00Z' },
					after: { lastUsefulDay: '2026-12-04', lapsesAt: '2026-12-04T23:00:00Z' },
				},
				{
					...{ ticket: later, subject: 'La poligonale non chiude', customer: 'Arcadia', timeZone: 'Europe/Rome' },
					before: { lastUsefulDay: '2026-12-02', lapsesAt: '2026-12-02T23:00:00Z' },
					after: { lastUsefulDay: '2026-12-09', lapsesAt: '2026-12-09T23:00:00Z' },
				},
			],
		});
		expect(await everything(desk)).toBe(before);
		expect(await closureDays()).toEqual([]);
	});

	test('it is what saving it does then', async () => {
		for (const user of [paola, chiara]) await awaitingCustomer(user, marta);
		const { closed, skipped, moves } = granted(await closurePreview(desk, moving));
		const moved = moves.map(({ ticket }) => ticket);
		expect(granted(await close())).toEqual({ closed, skipped, moved });
		for (const { ticket, after } of moves) {
			const { lapsesAt, countedDays } = await receiptOf(ticket);
			expect(after).toEqual({ lapsesAt, lastUsefulDay: countedDays.at(-1) });
		}
	});

	test.each([
		['2026-12-05', '2026-12-06', 'nothing-to-close'],
		['2026-12-08', '2026-12-08', 'day-is-holiday'],
		['2026-12-09', '2026-12-07', 'range-backwards'],
		['2026-12-01', '2027-02-01', 'range-too-long'],
		['2026-10-01', '2026-11-24', 'day-out-of-range'],
		['0001-01-01', '9999-12-31', 'day-out-of-range'],
		['2026-12-09', '', 'not-valid'],
	])('from %s to %s it is refused as it would be when saved: %s', async (from, to, reason) => {
		const refused = { ok: false, refusal: { reason } };
		expect(await closurePreview(desk, { from, to, reason: 'Ponte' })).toMatchObject(refused);
		expect(await close({ from, to, reason: 'Ponte' })).toMatchObject(refused);
		expect(await closureDays()).toEqual([]);
	});
});
