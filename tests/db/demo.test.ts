import { expect, test } from 'vitest';
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
	queued: 6,
	'in-hand': 2,
	'under-evaluation': 2,
	'awaiting-customer': 2,
	solved: 6,
	'closed-by-customer': 1,
	lapsed: 1,
};

test.each([
	{ when: 'on a Wednesday morning', now: '2026-11-25T11:00:00+01:00' },
	{ when: 'on a Sunday night, just past midnight', now: '2027-03-28T00:00:30+01:00' },
	{ when: 'at the end of the Christmas holidays', now: '2027-01-06T18:00:00+01:00' },
])('started $when, the demo has twenty tickets in every state, and nobody was overtaken', async ({ now }) => {
	const { desk } = await testDesk(Temporal.Instant.from(now));
	expect(await fillWithDemo(desk)).toEqual({ ok: true });

	expect(await countStandings(desk)).toEqual(everyStanding);
	const facts = await Array.fromAsync(readQueueLog(desk.db));
	const audit = new Audit();
	for (const fact of facts) audit.read(fact);
	expect(audit.report()).toMatchObject({ overtakings: 0, findings: [] });
	expect(facts.every(({ at }) => Temporal.Instant.compare(at, Temporal.Instant.from(now)) <= 0)).toBe(true);
});

test('its waits lapse after the closure day that was added while they ran, and their receipts say why', async () => {
	const { desk } = await testDesk();
	await fillWithDemo(desk);
	const calendar = await calendarAround(desk.db, dayOf(defaultPolicy, await desk.clock.now(desk.db)));
	const waits = await desk.db
		.selectFrom('hold')
		.select('receipt')
		.where('case', '=', 'awaiting-customer')
		.where('ended_at', 'is', null)
		.execute();
	expect(waits).toHaveLength(2);
	for (const { receipt } of waits) {
		expect(receipt?.skippedDays.map(({ reason }) => reason.kind)).toContain('closure');
		expect(receipt?.countedDays.every((day) => !skipReason(calendar, Temporal.PlainDate.from(day)))).toBe(true);
	}
});

test('everybody signs in with the demo’s password, but for the one who has not activated the account', async () => {
	const { desk } = await testDesk();
	await fillWithDemo(desk);
	const people = await desk.db.selectFrom('account').select('username').orderBy('username').execute();
	const refused = [];
	for (const { username: name } of people) {
		const outcome = await signIn(desk, { name, password: demoPassword, address: '192.0.2.1' });
		if (!outcome.ok) refused.push(name);
	}
	expect(people).toHaveLength(13);
	expect(refused).toEqual(['marco.conti']);
});

test('an installation that has anything in it is refused and stays as it is', async () => {
	const { desk } = await testDesk();
	await fillWithDemo(desk);
	expect(await fillWithDemo(desk)).toEqual({ ok: false, refusal: { reason: 'not-empty' } });
	expect(await countStandings(desk)).toEqual(everyStanding);
});

test('two that are started at once fill the installation once', async () => {
	const { desk } = await testDesk();
	const outcomes = await Promise.all([fillWithDemo(desk), fillWithDemo(desk)]);
	expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(await countStandings(desk)).toEqual(everyStanding);
});

test('one that breaks off leaves nothing behind and can be started again', async () => {
	const { desk } = await testDesk();
	const full = { ...desk.blobs, put: () => Promise.reject(new Error('No space left on the device.')) };
	await expect(fillWithDemo({ ...desk, blobs: full })).rejects.toThrow('No space left');
	expect(await desk.db.selectFrom('account').select('id').execute()).toEqual([]);
	expect(await fillWithDemo(desk)).toEqual({ ok: true });
});
