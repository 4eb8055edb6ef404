import { beforeAll, describe, expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import { dayOf, skipReason } from '#lib/domain/calendar.ts';
import { defaultPolicy } from '#lib/domain/policy.ts';
import { calendarAround } from '#lib/server/db/calendar.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { demoPassword, fillWithDemo } from '../../src/cli/demo/fill.ts';
import { countStandings } from '../../src/cli/demo/standings.ts';
import { testDesk } from '../support/desk.ts';

const everyStanding = {
	queued: 7,
	'in-hand': 2,
	'under-evaluation': 1,
	'awaiting-customer': 2,
	solved: 6,
	'closed-by-customer': 1,
	lapsed: 1,
	duplicate: 1,
};

const desks = {
	'on a Wednesday morning': await testDesk(Temporal.Instant.from('2026-11-25T11:00:00+01:00')),
	'on a Sunday, just past midnight, before the clocks change': await testDesk(
		Temporal.Instant.from('2027-03-28T00:00:30+01:00'),
	),
	'on Epiphany, after the Christmas holidays': await testDesk(Temporal.Instant.from('2027-01-06T18:00:00+01:00')),
};
const { desk: raced } = await testDesk();
const { desk: large } = await testDesk(Temporal.Instant.from('2026-11-26T11:00:00+01:00'));
const { desk: broken } = await testDesk();

describe.each(Object.entries(desks))('started %s, the demo', async (_, { desk }) => {
	const now = await desk.clock.now(desk.db);
	const filled = await fillWithDemo(desk, 'small');

	test('has twenty-one tickets in every state', async () => {
		expect(filled).toEqual({ ok: true });
		expect(await countStandings(desk)).toEqual(everyStanding);
	});

	test('passes the audit, and nothing in it comes after now', async () => {
		const facts = await Array.fromAsync(readQueueLog(desk.db));
		const audit = new Audit();
		for (const fact of facts) audit.read(fact);
		expect(audit.report()).toMatchObject({ overtakings: 0, findings: [] });
		expect(facts.every(({ at }) => Temporal.Instant.compare(at, now) <= 0)).toBe(true);
	});

	test('has waits that go round the closure day added while they ran, and say so', async () => {
		const today = dayOf(defaultPolicy, now);
		const calendar = await calendarAround(desk.db, { from: today, to: today }, defaultPolicy);
		const waits = await desk.db
			.selectFrom('hold')
			.select('receipt')
			.where('lapses_at', 'is not', null)
			.where('ended_at', 'is', null)
			.execute();
		expect(waits).toHaveLength(2);
		for (const { receipt } of waits) {
			expect(receipt?.skippedDays.map(({ reason }) => reason.kind)).toContain('closure');
			expect(receipt?.countedDays.every((day) => !skipReason(calendar, Temporal.PlainDate.from(day)))).toBe(true);
		}
	});

	test('reminded whoever let a request lapse, on the morning it was due', async () => {
		const sent = await desk.db
			.selectFrom('mail_out')
			.innerJoin('resolution', 'resolution.ticket', 'mail_out.ticket')
			.select('mail_out.created_at as at')
			.where('kind', '=', 'reminder')
			.where('resolution.as', '=', 'lapsed')
			.execute();
		expect(sent.map(({ at }) => at.toZonedDateTimeISO('Europe/Rome').toPlainTime().toString())).toEqual(['09:00:00']);
	});

	test('is not loaded a second time', async () => {
		expect(await fillWithDemo(desk, 'small')).toEqual({ ok: false, refusal: { reason: 'not-empty' } });
		expect(await countStandings(desk)).toEqual(everyStanding);
	});
});

test('two demos started at once fill the installation once; everybody but one signs in with its password', async () => {
	const outcomes = await Promise.all([fillWithDemo(raced, 'small'), fillWithDemo(raced, 'small')]);
	expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
	expect(await countStandings(raced)).toEqual(everyStanding);

	const people = await raced.db.selectFrom('account').select('username').execute();
	const refused = [];
	for (const { username: name } of people) {
		const outcome = await signIn(raced, { name, password: demoPassword, address: '192.0.2.1' });
		if (!outcome.ok) refused.push(name);
	}
	expect(people).toHaveLength(13);
	expect(refused).toEqual(['marco.conti']);
});

test('a demo that breaks off leaves nothing behind and can be started again', async () => {
	const full = { ...broken.blobs, put: () => Promise.reject(new Error('No space left on the device.')) };
	await expect(fillWithDemo({ ...broken, blobs: full }, 'small')).rejects.toThrow('No space left');
	expect(await broken.db.selectFrom('account').select('id').execute()).toEqual([]);
	expect(await fillWithDemo(broken, 'small')).toEqual({ ok: true });
});

describe('three months of the whole house', () => {
	beforeAll(async () => {
		expect(await fillWithDemo(large)).toEqual({ ok: true });
	}, 300_000);

	test('are four hundred tickets in every state, about eight programs of sixty customers', async () => {
		const standings = await countStandings(large);
		expect(Object.keys(standings).toSorted()).toEqual(Object.keys(everyStanding).toSorted());
		expect(Object.values(standings).reduce((sum, count) => sum + count)).toBe(400);
		const count = (table: 'customer' | 'product') =>
			large.db
				.selectFrom(table)
				.select(({ fn }) => fn.countAll<number>().as('rows'))
				.executeTakeFirst();
		expect([await count('customer'), await count('product')]).toEqual([{ rows: 60 }, { rows: 8 }]);
	});

	test('pass the audit', async () => {
		const audit = new Audit();
		for await (const fact of readQueueLog(large.db)) audit.read(fact);
		expect(audit.report()).toMatchObject({ overtakings: 0, findings: [] });
	});

	test('hold every unusual turn of a ticket', async () => {
		const facts = await Array.fromAsync(readQueueLog(large.db));
		const seen = new Set(facts.map(({ type }) => type));
		for (const type of ['moved', 'corrected', 'merged', 'held', 'resolved'] as const) expect(seen).toContain(type);
		const { follows } = await large.db
			.selectFrom('ticket')
			.select(({ fn }) => fn.count<number>('follows').as('follows'))
			.executeTakeFirstOrThrow();
		expect(follows).toBeGreaterThan(5);
	});

	test('leave no brace of a wording and no fact unsaid', async () => {
		const unfinished = await large.db
			.selectFrom('message')
			.select(['ticket', 'source'])
			.where('source', '~', '[{}]|undefined')
			.execute();
		expect(unfinished).toEqual([]);
	});
});
