import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { issuingKeptDays } from '#lib/domain/credentials.ts';
import { activationDays } from '#lib/domain/limits.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { issuingCalled } from '#lib/server/queries/issuings.ts';
import { countWithout, peopleWithout, withoutPerPage } from '#lib/server/queries/without-credentials.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { carryOutIssuing } from '#lib/server/use-cases/carry-out-issuing.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { issueToPeople } from '#lib/server/use-cases/issue-to-people.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const rita = await giveStaff(desk, 'rita', 'administrator');

let customer = 0;
let nth = 0;
beforeEach(async () => {
	customer = await giveCustomer(desk, `Studio ${nth}`);
});
const person = (activated = false) =>
	giveAccount(desk, { role: 'user', username: `persona${nth++}`, customer, activated });
const persons = (count: number) => Promise.all(Array.from({ length: count }, () => person()));
const issue = async (chosen: { people: readonly number[] } | { all: object; expected: number }) =>
	granted(await issueToPeople(desk, rita, { ...key(), ...chosen })).issuing;
const mailsTo = (account: number) =>
	desk.db.selectFrom('mail_out').select(['kind', 'body']).where('account', '=', account).execute();
const now = () => clock.now(desk.db);
const found = async (filter = { customer }) => (await peopleWithout(desk.db, filter, await now())).people;
const counted = async () => (await countWithout(desk.db, { customer }, await now())).people;

test('to all of a customer that have none; whoever has some by then is passed over and counted', async () => {
	const [one, other, active, disabled, invited] = [
		await person(),
		await person(),
		await person(),
		await person(),
		await person(),
	];
	expect((await found()).map(({ id }) => id)).toEqual([one, other, active, disabled, invited]);
	const id = await issue({ all: { customer }, expected: 5 });
	expect(await issuingCalled(desk, id)).toMatchObject({ people: 5, done: 0, isFinished: false, by: 'Rita' });

	const { token = '' } = granted(await renewActivation(desk, rita, { ...key(), account: active }));
	granted(await activate(desk, { ...key(), token, password: 'una frase tutta nuova', address: '' }));
	granted(await disableAccount(desk, rita, { ...key(), account: disabled }));
	granted(await renewActivation(desk, rita, { ...key(), account: invited }));
	await carryOutIssuing(desk, id);
	expect(await issuingCalled(desk, id)).toMatchObject({
		...{ issued: 2, done: 5, isFinished: true },
		passedOver: { hasLink: 1, active: 1, disabled: 1 },
	});
	expect(await Promise.all([one, other, disabled].map(async (to) => (await mailsTo(to)).length))).toEqual([1, 1, 0]);
	expect(await found()).toEqual([]);

	const [mail] = await mailsTo(one);
	const link = /\/activate\/([\w-]{43})$/m.exec(withAddresses(mail?.body ?? '', '', desk.secretKey))?.[1] ?? '';
	expect(await activate(desk, { ...key(), token: link, password: 'una frase tutta nuova', address: '' })).toMatchObject(
		{
			ok: true,
		},
	);
	const entries = await recorded(desk, 'credentials-asked', 'activation-issued');
	expect(entries.slice(-3)).toMatchObject([
		{ verb: 'credentials-asked', actor: rita.id, details: { accounts: 5 } },
		{ verb: 'activation-issued', actor: rita.id, subject: one, customer },
		{ verb: 'activation-issued', actor: rita.id, subject: other, customer },
	]);
});

test('only those that are chosen, of customers alone', async () => {
	const [one, other] = [await person(), await person()];
	const staff = await giveAccount(desk, { role: 'agent', username: `agente${nth++}`, activated: false });
	const id = await issue({ people: [one, staff, 0] });
	await carryOutIssuing(desk, id);
	expect(await issuingCalled(desk, id)).toMatchObject({ people: 1, issued: 1 });
	expect([(await mailsTo(other)).length, (await mailsTo(staff)).length]).toEqual([0, 0]);
	expect((await found()).map(({ id }) => id)).toEqual([other]);
});

test('a link that has ended is none, and the next one is issued again; those without ever one come first', async () => {
	const one = await person();
	await carryOutIssuing(desk, await issue({ people: [one] }));
	expect(await counted()).toBe(0);
	clock.advance({ hours: 24 * activationDays - 1 });
	expect(await counted()).toBe(0);
	clock.advance({ hours: 1 });
	const fresh = await person();
	expect(await found()).toMatchObject([
		{ id: fresh, linkEnded: undefined },
		{ id: one, linkEnded: (await now()).toString() },
	]);
	await carryOutIssuing(desk, await issue({ all: { customer }, expected: 2 }));
	const renewed = (await recorded(desk, 'activation-renewed')).filter(({ subject }) => subject === one);
	expect(renewed).toHaveLength(1);
});

test('whoever is disabled is not listed, and once enabled again has no link', async () => {
	const one = await person();
	granted(await renewActivation(desk, rita, { ...key(), account: one }));
	granted(await disableAccount(desk, rita, { ...key(), account: one }));
	expect(await counted()).toBe(0);
	granted(await enableAccount(desk, rita, { ...key(), account: one }));
	expect((await found()).map(({ id }) => id)).toEqual([one]);
});

test('others than were confirmed, or nobody, is refused, and nothing is begun', async () => {
	const begun = () => desk.db.selectFrom('issuing').select('id').execute();
	const before = await begun();
	const refusal = async (chosen: { people: number[] } | { all: object; expected: number }) => {
		const outcome = await issueToPeople(desk, rita, { ...key(), ...chosen });
		return outcome.ok ? undefined : outcome.refusal;
	};
	expect(await refusal({ all: { customer }, expected: 0 })).toEqual({ reason: 'nobody-without-credentials' });
	expect(await refusal({ people: [0] })).toEqual({ reason: 'nobody-without-credentials' });
	await persons(2);
	expect(await refusal({ all: { customer }, expected: 1 })).toEqual({
		reason: 'others-without-credentials',
		people: 2,
	});
	expect(await begun()).toEqual(before);
});

test('sent twice it is asked for once; carried out by several at once each is written to once', async () => {
	const people = await persons(120);
	const request = key();
	const asked = () => issueToPeople(desk, rita, { ...request, all: { customer }, expected: 120 });
	const [first, second] = await Promise.all([asked(), asked()]);
	expect(first).toEqual(second);
	const { issuing } = granted(first);
	await Promise.all([1, 2, 3].map(() => carryOutIssuing(desk, issuing)));
	await carryOutIssuing(desk, issuing);
	expect(await issuingCalled(desk, issuing)).toMatchObject({ issued: 120, done: 120, isFinished: true });
	const written = await desk.db.selectFrom('mail_out').select('account').where('account', 'in', people).execute();
	expect(written).toHaveLength(120);
	const { rows } = await sql<{ jobs: number }>`select count(*)::integer as jobs from graphile_worker.jobs
		where task_identifier = 'issue-credentials'`.execute(desk.db);
	expect(rows[0]?.jobs).toBeGreaterThan(0);
});

test('a process that dies in the middle loses nothing, and the next goes on where it was', async () => {
	await persons(120);
	const id = await issue({ all: { customer }, expected: 120 });
	let slices = 0;
	const die = async () => {
		slices += 1;
		if (slices === 2) throw new Error('killed');
		return now();
	};
	await expect(carryOutIssuing({ ...desk, clock: { ...clock, now: die } }, id)).rejects.toThrow('killed');
	expect(await issuingCalled(desk, id)).toMatchObject({ issued: 50, done: 50, isFinished: false });
	expect(await counted()).toBe(70);
	await carryOutIssuing(desk, id);
	expect(await issuingCalled(desk, id)).toMatchObject({ issued: 120, isFinished: true });
});

test('the list is read a page at a time', async () => {
	const people = (await persons(withoutPerPage + 3)).toSorted((one, other) => one - other);
	const first = await peopleWithout(desk.db, { customer }, await now());
	expect(first).toMatchObject({ next: people[withoutPerPage - 1] });
	const rest = await peopleWithout(desk.db, { customer, after: first.next }, await now());
	expect([...first.people, ...rest.people].map(({ id }) => id)).toEqual(people);
	expect(rest.next).toBeUndefined();
});

test('what came of it can be looked up for some time', async () => {
	const id = await issue({ people: await persons(1) });
	clock.advance({ hours: 24 * issuingKeptDays + 1 });
	await sweepExpired(desk);
	expect(await issuingCalled(desk, id)).toBeDefined();
	await carryOutIssuing(desk, id);
	await sweepExpired(desk);
	expect(await issuingCalled(desk, id)).toBeUndefined();
});
