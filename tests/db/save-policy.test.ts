import { beforeEach, expect, test } from 'vitest';
import { defaultPolicy, firstPolicy } from '#lib/domain/policy.ts';
import type { TypedPolicy } from '#lib/domain/policy-check.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import { lockCalendar } from '#lib/server/db/calendar.ts';
import { policyNow } from '#lib/server/db/policy.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { policyPage } from '#lib/server/queries/policy-page.ts';
import { policyPreview } from '#lib/server/queries/policy-preview.ts';
import { policyVersions } from '#lib/server/queries/policy-versions.ts';
import { savePolicy } from '#lib/server/use-cases/save-policy.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { untilBlocked } from '../support/blocked.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { begin, everything, forgetTickets, giveStaff, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';
import { soundAfterEach } from '../support/sound.ts';

const { desk, clock } = await testDesk();
const { product, paola, chiara, marta, davide, giulia } = await testHouse(desk);
const { opened, awaitingCustomer } = begin(desk, product);
const ada = await giveStaff(desk, 'ada', 'administrator');
const bruno = await giveStaff(desk, 'bruno', 'administrator');

const asTyped = typedFrom(defaultPolicy);
const form = (changes: Partial<TypedPolicy>, basedOn = 1) => ({
	...key(),
	basedOn,
	note: '  Le fiere   di dicembre ',
	settings: { ...asTyped, ...changes },
});
const save = (changes: Partial<TypedPolicy>, basedOn = 1) => savePolicy(desk, ada, form(changes, basedOn));

soundAfterEach(desk);

beforeEach(async () => {
	clock.set(MONDAY_MORNING);
	await desk.db.deleteFrom('policy_version').execute();
	await desk.db.deleteFrom('closure_day').execute();
	await forgetTickets(desk);
});

async function log() {
	return Array.fromAsync(readQueueLog(desk.db));
}

async function daysOf(ticket: number): Promise<string[]> {
	const hold = desk.db.selectFrom('hold').select('receipt').where('ticket', '=', ticket).where('ended_at', 'is', null);
	const { receipt } = await hold.executeTakeFirstOrThrow();
	return receipt?.countedDays ?? [];
}

test('a saved version is in force, with who saved it, when, and why', async () => {
	expect(await save({ holdDays: '7', inHandLimit: '2' })).toEqual({ ok: true, value: { version: 2 } });
	expect(await policyNow(desk.db)).toEqual({ ...defaultPolicy, holdDays: 7, inHandLimit: 2, version: 2 });
	const [second, first] = await policyVersions(desk);
	expect(second).toMatchObject({ version: 2, by: 'Ada', note: 'Le fiere di dicembre', at: MONDAY_MORNING });
	expect(first).toEqual({ version: 1, settings: firstPolicy, at: MONDAY_MORNING, by: undefined, note: undefined });
});

test('the first version holds from the installation on, which made the first account', async () => {
	clock.advance({ hours: 48 });
	await giveStaff(desk, 'carla', 'administrator');
	expect((await policyVersions(desk)).at(-1)?.at).toEqual(MONDAY_MORNING);
});

test('the queue log and the audit log tell of it, whatever was changed', async () => {
	granted(await save({ reminders: '' }));
	granted(await save({ inHandLimit: '3', reservationMinutes: '0' }, 2));
	expect((await log()).map(({ seq, at, ...fact }) => fact)).toEqual([
		{ type: 'policy', actor: ada.id, settings: { inHandLimit: 1, reservationMinutes: 60 } },
		{ type: 'policy', actor: ada.id, settings: { inHandLimit: 3, reservationMinutes: 0 } },
	]);
	expect((await recorded(desk, 'policy-saved')).slice(-2)).toMatchObject([
		{ actor: ada.id, details: { version: 2, from: { reminders: [1] }, to: { reminders: [] } } },
		{
			actor: ada.id,
			details: {
				version: 3,
				from: { reminders: [], inHandLimit: 1, reservationMinutes: 60 },
				to: { reminders: [1], inHandLimit: 3, reservationMinutes: 0 },
			},
		},
	]);
});

test.each([
	['agent', marta],
	['supervisor', giulia],
	['user', paola],
])('an %s saves nothing', async (_, viewer) => {
	const before = await everything(desk);
	expect(await savePolicy(desk, viewer, form({ holdDays: '7' }))).toMatchObject({
		refusal: { reason: 'administrators-only' },
	});
	expect(await everything(desk)).toBe(before);
	expect((await policyNow(desk.db)).version).toBe(1);
});

test.each([
	[
		{ holdDays: '31' },
		1,
		{ reason: 'settings-not-valid', problems: { holdDays: { reason: 'out-of-range', min: 1, max: 30 } } },
	],
	[{ country: 'ZZ' }, 1, { reason: 'settings-not-valid', problems: { country: { reason: 'not-in-list' } } }],
	[
		{ timeZone: 'Mars/Olympus' },
		1,
		{ reason: 'settings-not-valid', problems: { timeZone: { reason: 'not-in-list' } } },
	],
	[{}, 1, { reason: 'nothing-changed' }],
	[{ holdDays: '6' }, 2, { reason: 'policy-changed-meanwhile', version: 1 }],
])('%j on version %i is refused, and nothing is written', async (changes, basedOn, refusal) => {
	const before = await everything(desk);
	expect(await save(changes, basedOn)).toEqual({ ok: false, refusal });
	expect(await everything(desk)).toBe(before);
});

test.each(['', ' \n ', 'x'.repeat(501)])('the note %j is not taken', async (note) => {
	const outcome = await savePolicy(desk, ada, { ...form({ holdDays: '6' }), note });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'not-valid', field: 'note' } });
});

test('settings that leave too few business days from any coming day are refused (P5)', async () => {
	const first = Temporal.PlainDate.from('2027-06-02');
	const closed = Array.from({ length: 45 }, (_, week) => first.add({ weeks: week }).toString());
	const values = closed.map((day) => ({ day, reason: 'Ferie', added_by: ada.id, added_at: MONDAY_MORNING }));
	await desk.db.insertInto('closure_day').values(values).execute();
	const outcome = await save({ holdDays: '10', workingWeek: ['3'], reminders: '1' });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'settings-leave-too-few-days', holdDays: 10 } });
	expect(await save({ holdDays: '5', workingWeek: ['3'] })).toMatchObject({ ok: true });
});

test('of two administrators at once one saves, and the other is told', async () => {
	const outcomes = await Promise.all([
		savePolicy(desk, ada, form({ holdDays: '6' })),
		savePolicy(desk, bruno, form({ holdDays: '7' })),
	]);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	expect(outcomes).toContainEqual({ ok: false, refusal: { reason: 'policy-changed-meanwhile', version: 2 } });
	expect(await log()).toHaveLength(1);
});

test('the same request saves once', async () => {
	const request = form({ holdDays: '6' });
	expect(await savePolicy(desk, ada, request)).toEqual(await savePolicy(desk, ada, request));
	expect(await policyVersions(desk)).toHaveLength(2);
});

test('an open hold keeps what was promised; the next one has the new length, and the new zone (P5)', async () => {
	const before = await awaitingCustomer(paola, marta);
	const promised = await desk.db.selectFrom('hold').selectAll().where('ticket', '=', before).execute();
	granted(await save({ holdDays: '2', timeZone: 'Asia/Tokyo' }));
	expect(await desk.db.selectFrom('hold').selectAll().where('ticket', '=', before).execute()).toEqual(promised);

	const after = await awaitingCustomer(chiara, davide);
	expect(await daysOf(before)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']);
	expect(await daysOf(after)).toEqual(['2026-11-24', '2026-11-25']);
	const hold = desk.db.selectFrom('hold').select(['policy_version', 'lapses_at']).where('ticket', '=', after);
	expect(await hold.executeTakeFirst()).toEqual({
		policy_version: 2,
		lapses_at: Temporal.Instant.from('2026-11-26T00:00+09:00'),
	});
});

test('the policy does not change while a hold is being placed: it waits, and the hold is placed whole on the old one', async () => {
	const saving = Promise.withResolvers<unknown>();
	await desk.db.transaction().execute(async (tx) => {
		await lockCalendar(tx, 'read'); // as whoever places a hold does
		saving.resolve(save({ holdDays: '2' }));
		await untilBlocked(desk);
		expect(await policyNow(tx)).toMatchObject({ version: 1 });
	});
	expect(await saving.promise).toEqual({ ok: true, value: { version: 2 } });
});

test('a limit lowered below what an agent has in hand leaves it there, and no more is taken', async () => {
	granted(await save({ inHandLimit: '2' }));
	const [first, second] = [await opened(paola), await opened(chiara)];
	await opened(paola);
	const take = () => takeNext(desk, marta, key());
	expect([granted(await take()).ticket, granted(await take()).ticket]).toEqual([first, second]);
	granted(await save({ inHandLimit: '1' }, 2));
	expect(await take()).toMatchObject({ ok: false, refusal: { reason: 'in-hand-limit' } });
	const kept = desk.db.selectFrom('queue_entry').select('ticket').where('state', '=', 'in-hand').orderBy('ticket');
	expect((await kept.execute()).map(({ ticket }) => ticket)).toEqual([first, second]);
});

test('a preview tells what would change and saves nothing', async () => {
	await awaitingCustomer(paola, marta);
	const before = await everything(desk);
	const preview = granted(await policyPreview(desk, { ...asTyped, holdDays: '3', reservationMinutes: '30' }));
	expect(preview.changed).toEqual(['reservationMinutes', 'holdDays']);
	expect(preview.receipts.today.countedDays.at(-1)).toBe('2026-11-30');
	expect(preview.receipts.saved.countedDays.at(-1)).toBe('2026-11-26');
	expect(preview.openHolds).toBe(1);
	expect(await everything(desk)).toBe(before);
	clock.set(Temporal.Instant.from('2026-12-01T00:00+01:00'));
	expect(granted(await policyPreview(desk, { ...asTyped, holdDays: '3' })).openHolds).toBe(0);
});

test('the public page goes by the settings in force, exactly', async () => {
	granted(await save({ holdDays: '1', reminders: '0', workingWeek: ['1', '2', '3', '4', '5', '6', '7'] }));
	const values = { reason: 'Santa patrona', added_by: ada.id, added_at: MONDAY_MORNING };
	await desk.db
		.insertInto('closure_day')
		.values(['2026-11-24', '2026-11-22', '2026-12-08'].map((day) => ({ ...values, day })))
		.execute();
	const page = await policyPage(desk);
	expect(page.policy.version).toBe(2);
	expect(page.example.countedDays).toEqual(['2026-11-25']);
	expect(page.closures).toEqual([{ day: '2026-11-24', reason: 'Santa patrona' }]);
});
