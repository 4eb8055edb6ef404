import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { StoredReceipt } from '#lib/domain/receipt-json.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { glancePolicy } from '#lib/server/db/policy.ts';
import { calendarYear } from '#lib/server/queries/calendar-year.ts';
import { addClosureDays } from '#lib/server/use-cases/add-closure-days.ts';
import { awaitCustomer } from '#lib/server/use-cases/await-customer.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { removeClosureDays } from '#lib/server/use-cases/remove-closure-days.ts';
import { replyAsCustomer } from '#lib/server/use-cases/reply-as-customer.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { givePolicy } from '../support/house.ts';

const { desk, clock } = await testDesk();
const person = { name: 'Ada', language: 'it', theme: undefined } as const;
let admin: Viewer & { role: 'administrator' };
let user: Viewer & { role: 'user' };
let product: number;

beforeAll(async () => {
	admin = { ...person, id: await giveAccount(desk, { role: 'administrator', username: 'ada' }), role: 'administrator' };
	const customer = await giveCustomer(desk, 'Studio Alfa');
	const id = await giveAccount(desk, { role: 'user', username: 'marta', customer });
	user = { ...person, id, role: 'user', customer, seesColleagues: true };
	const at = MONDAY_MORNING;
	const inserted = desk.db.insertInto('product').values({ name: 'Mappa', created_at: at }).returning('id');
	product = (await inserted.executeTakeFirstOrThrow()).id;
	await desk.db.insertInto('licence').values({ customer, product, granted_at: at }).execute();
});

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await desk.db.deleteFrom('closure_day').execute();
});

const key = () => ({ requestKey: randomUUID() });
const close = (from: string, reason = 'Ponte', to = from) =>
	addClosureDays(desk, admin, { ...key(), from, to, reason });

/** A ticket whose second-case hold is placed now: on Monday 23 November it counts 24, 25, 26, 27 and 30. */
async function hold(): Promise<number> {
	const environment = { version: '', operatingSystem: '', tools: '', files: [], follows: undefined };
	const said = { lane: 'technical', subject: 'Errore', description: 'Si chiude.', ...environment } as const;
	const opened = await openTicket(desk, user, { ...key(), product, ...said });
	const id = await giveAccount(desk, { role: 'agent', username: `a${randomUUID().slice(0, 8)}` });
	const agent = { ...person, id, role: 'agent' } as const;
	const taken = await takeNext(desk, agent, key());
	if (!opened.ok || !taken.ok) throw new Error('No ticket to hold.');
	const { ticket } = taken.value;
	await awaitCustomer(desk, agent, { ...key(), ticket, missing: ['other'], text: 'Che versione?', files: [] });
	return ticket;
}

async function receiptOf(ticket: number): Promise<StoredReceipt & { column: string | undefined }> {
	const row = await desk.db
		.selectFrom('hold')
		.select(['receipt', 'lapses_at'])
		.where('ticket', '=', ticket)
		.executeTakeFirstOrThrow();
	if (!row.receipt) throw new Error('A hold of the second case has a receipt.');
	return { ...row.receipt, column: row.lapses_at?.toString() };
}

const local = (instant: string | undefined) =>
	instant && Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Rome').toPlainDateTime().toString();

async function movesOf(ticket: number) {
	const events = desk.db.selectFrom('event').select('data').where('ticket', '=', ticket);
	return (await events.where('type', '=', 'lapse-moved').orderBy('id').execute()).map(({ data }) => data);
}

test('a closure day that an open wait counted is skipped, and the wait lapses later (P5)', async () => {
	const ticket = await hold();
	expect(await close('2026-11-26', 'Trasloco')).toEqual({
		ok: true,
		value: { closed: ['2026-11-26'], skipped: [], moved: [ticket] },
	});

	const receipt = await receiptOf(ticket);
	expect(receipt.countedDays).toEqual(['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30', '2026-12-01']);
	expect(receipt.skippedDays[0]).toEqual({ day: '2026-11-26', reason: { kind: 'closure', reason: 'Trasloco' } });
	expect(local(receipt.lapsesAt)).toBe('2026-12-02T00:00:00');
	expect(receipt.column).toBe(receipt.lapsesAt);
	expect(await movesOf(ticket)).toEqual([{ days: ['2026-11-26'], reason: 'Trasloco', lapsesAt: receipt.lapsesAt }]);
});

test('a closure day outside the counted ones moves nothing', async () => {
	const ticket = await hold();
	const before = await receiptOf(ticket);
	await close('2026-12-03');
	await close('2026-11-23');
	expect(await receiptOf(ticket)).toEqual(before);
	expect(await movesOf(ticket)).toEqual([]);
});

test('each closure day moves the lapse later, never earlier; taking one away moves nothing', async () => {
	const ticket = await hold();
	const instants = [(await receiptOf(ticket)).lapsesAt];
	for (const day of ['2026-11-30', '2026-12-01', '2026-11-24']) {
		await close(day);
		instants.push((await receiptOf(ticket)).lapsesAt);
	}
	expect(instants.map(local)).toEqual([
		'2026-12-01T00:00:00',
		'2026-12-02T00:00:00',
		'2026-12-03T00:00:00',
		'2026-12-04T00:00:00',
	]);
	const kept = await receiptOf(ticket);
	expect(await removeClosureDays(desk, admin, { ...key(), days: ['2026-11-24'] })).toMatchObject({ ok: true });
	expect(await receiptOf(ticket)).toEqual(kept);
});

test('what has lapsed stays lapsed, though nothing has written it down', async () => {
	const ticket = await hold();
	const before = await receiptOf(ticket);
	clock.set(Temporal.Instant.from(before.lapsesAt));
	expect(await close('2026-11-30')).toEqual({ ok: true, value: { closed: ['2026-11-30'], skipped: [], moved: [] } });
	expect(await receiptOf(ticket)).toEqual(before);
});

test('a wait that has ended is left as it was', async () => {
	const ticket = await hold();
	await replyAsCustomer(desk, user, { ...key(), ticket, text: 'La 4.2.', files: [] });
	const before = await receiptOf(ticket);
	await close('2026-11-27');
	expect(await receiptOf(ticket)).toEqual(before);
});

test('a hold placed while a day is being closed does not count it, whichever comes first', async () => {
	await Promise.all(Array.from({ length: 6 }, (_, nth) => (nth === 3 ? close('2026-11-25') : hold())));
	const open = desk.db.selectFrom('hold').select('receipt').where('ended_at', 'is', null);
	const recent = await open.where('placed_at', '=', MONDAY_MORNING).orderBy('id', 'desc').limit(5).execute();
	for (const { receipt } of recent) expect(receipt?.countedDays).not.toContain('2026-11-25');
});

test.each([
	['2026-12-05', 'day-not-worked'],
	['2026-12-08', 'day-is-holiday'],
	['2026-10-23', 'day-out-of-range'],
	['2028-11-24', 'day-out-of-range'],
	['2026-02-30', 'not-valid'],
])('closing on %s is refused and says why: %s', async (day, reason) => {
	expect(await close(day)).toMatchObject({ ok: false, refusal: { reason } });
});

test('a day is closed once, also when two close it at once, and by administrators only', async () => {
	const outcomes = await Promise.all([close('2026-12-07', 'Ponte'), close('2026-12-07', 'Ferie')]);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	const agent = { ...admin, role: 'agent' } as const;
	const refused = { ok: false, refusal: { reason: 'administrators-only' } };
	expect(
		await addClosureDays(desk, agent, { ...key(), from: '2026-12-09', to: '2026-12-09', reason: 'Ponte' }),
	).toEqual(refused);
	expect(await removeClosureDays(desk, agent, { ...key(), days: ['2026-12-07'] })).toEqual(refused);
});

test('the calendar of a year knows its closures, whoever entered them, and the holidays by itself', async () => {
	await close('2026-12-24', 'Vigilia');
	await close('2026-12-28', 'Ferie', '2026-12-31');
	await close('2026-11-20', 'Guasto');
	const shown = await calendarYear(desk, undefined);
	expect(shown).toMatchObject({ year: 2026, earliest: '2026-10-24', latest: '2028-11-23', previous: 2025, next: 2027 });
	expect(shown.closures).toEqual([
		{ days: ['2026-11-20'], reason: 'Guasto', addedBy: ['Ada'], isPast: true },
		{ days: ['2026-12-24'], reason: 'Vigilia', addedBy: ['Ada'], isPast: false },
		{
			days: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
			...{ reason: 'Ferie', addedBy: ['Ada'], isPast: false },
		},
	]);
	const saints = { it: 'Ognissanti', en: "All Saints' Day" };
	expect(shown.holidays.find(({ day }) => day === '2026-11-01')).toEqual({
		day: '2026-11-01',
		name: saints,
		worked: false,
	});
	expect(shown.months[11]).toMatchObject({ month: 12, businessDays: 16 });
});

test('another year is shown as asked, as far as the calendar reaches', async () => {
	await close('2027-01-04', 'Ponte');
	const next = await calendarYear(desk, 2027);
	expect([next.year, next.closures.map(({ days }) => days), next.months.length]).toEqual([2027, [['2027-01-04']], 12]);
	expect((await calendarYear(desk, 2031)).next).toBeUndefined();
	expect((await calendarYear(desk, 1500)).year).toBe(2026);
});

test('a day that is not closed cannot be taken away', async () => {
	expect(await removeClosureDays(desk, admin, { ...key(), days: ['2026-12-31'] })).toMatchObject({
		ok: false,
		refusal: { reason: 'unknown-record' },
	});
});

test('a range is taken away at once, as far as it is still closed, once a request key', async () => {
	await close('2026-12-28', 'Ferie', '2026-12-31');
	await close('2026-12-24', 'Vigilia');
	const days = ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'];
	const [asked, removed] = [
		{ ...key(), days },
		{ ok: true, value: days.slice(1) },
	];
	await removeClosureDays(desk, admin, { ...key(), days: days.slice(0, 1) });
	expect(await removeClosureDays(desk, admin, asked)).toEqual(removed);
	expect(await removeClosureDays(desk, admin, asked)).toEqual(removed);
	expect((await calendarYear(desk, 2026)).closures.map((closure) => closure.days)).toEqual([['2026-12-24']]);
	expect(await removeClosureDays(desk, admin, { ...key(), days })).toMatchObject({ ok: false });
});

test('the calendar is shown by the policy in force, from the moment it is saved', async () => {
	const before = (await calendarYear(desk, 2026)).months[11]?.businessDays ?? 0;
	await glancePolicy(desk.db);
	await givePolicy(desk, admin, { workingWeek: [1, 2, 3, 4] });
	expect((await calendarYear(desk, 2026)).months[11]?.businessDays).toBeLessThan(before);
});
