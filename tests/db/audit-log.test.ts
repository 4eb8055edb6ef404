import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { record } from '#lib/server/db/audit-log.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { setLicences } from '#lib/server/use-cases/set-licences.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { giveAccount, PASSWORD } from '../support/accounts.ts';
import { MONDAY_MORNING, testDesk } from '../support/desk.ts';
import { giveProduct, giveStaff, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const { desk } = await testDesk();
const { product, chiara } = await testHouse(desk);
const ada = await giveStaff(desk, 'ada', 'administrator');
const address = '192.0.2.7';
const atCounter = { ...desk, from: { address, browser: 'Firefox/140' } };

const last = () => desk.db.selectFrom('audit_log').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();

test('an entry tells who, what, whom, when and from where, by the names of that moment', async () => {
	const dora = await giveAccount(desk, { role: 'user', username: 'dora', customer: chiara.customer });
	const person = { name: 'Dora Neri', username: 'dora', email: 'dora@example.it', language: 'it' } as const;
	granted(await changeAccount(atCounter, ada, { ...key(), account: dora, ...person }));
	await desk.db.updateTable('account').set({ name: 'Altro nome' }).where('id', 'in', [ada.id, dora]).execute();
	expect(await last()).toMatchObject({
		at: MONDAY_MORNING,
		area: 'people',
		verb: 'account-changed',
		actor: ada.id,
		actor_name: 'Ada',
		subject_kind: 'account',
		subject: dora,
		subject_name: 'Dora Neri',
		customer: chiara.customer,
		address,
		browser: 'Firefox/140',
		details: { from: { name: 'Dora' }, to: { name: 'Dora Neri' } },
	});
});

test('what a customer is licensed for is told by the names of the products', async () => {
	const other = await giveProduct(desk, 'Mappale');
	granted(await setLicences(atCounter, ada, { ...key(), customer: chiara.customer, products: [other] }));
	expect(await last()).toMatchObject({ customer: chiara.customer, details: { granted: ['Mappale'] } });
	granted(await setLicences(atCounter, ada, { ...key(), customer: chiara.customer, products: [product] }));
	expect(await last()).toMatchObject({ subject_kind: 'customer', details: { withdrawn: ['Mappale'] } });
});

test('a sign-in and a refused one are told with their reason, and a name nobody has is not kept', async () => {
	await giveAccount(desk, { role: 'agent', username: 'not-yet', activated: false });
	const before = (await recorded(desk)).length;
	const typed = 'cavallo-batteria-graffetta';
	await signIn(atCounter, { name: typed, password: PASSWORD, address });
	await signIn(atCounter, { name: 'not-yet', password: PASSWORD, address });
	await signIn(atCounter, { name: 'ada', password: 'sbagliata', address });
	await signIn(atCounter, { name: 'ada', password: PASSWORD, address });
	const refused = { verb: 'sign-in-refused', actor: null };
	expect((await recorded(desk)).slice(before)).toMatchObject([
		{ ...refused, subject: null, details: { reason: 'unknown-name' } },
		{ ...refused, subject: expect.any(Number), details: { reason: 'not-activated' } },
		{ ...refused, subject: ada.id, details: { reason: 'wrong-password' } },
		{ verb: 'signed-in', actor: ada.id, subject: ada.id },
	]);
	const { rows } = await sql<{ text: string }>`select string_agg(t::text, '') as text from audit_log t`.execute(
		desk.db,
	);
	for (const secret of [typed, PASSWORD, 'sbagliata']) expect(rows[0]?.text).not.toContain(secret);
});

test('who goes on trying is told of once', async () => {
	for (let i = 0; i < 25; i++) await signIn(atCounter, { name: 'nobody', password: 'x', address: `198.51.100.${i}` });
	const stopped = await recorded(desk, 'sign-in-stopped');
	expect(stopped.map(({ details }) => details)).toEqual([{ counted: 'name', minutes: 15 }]);
});

test('nothing is told of an act that was refused, or rolled back', async () => {
	const before = await recorded(desk);
	const person = { name: 'Ada', username: 'dora', email: 'ada@example.it', language: 'it' } as const;
	expect(await changeAccount(atCounter, ada, { ...key(), account: ada.id, ...person })).toMatchObject({ ok: false });
	const act = desk.db.transaction().execute(async (tx) => {
		await record(tx, desk, { at: MONDAY_MORNING, verb: 'signed-in', by: ada.id, about: { account: ada.id } });
		throw new Error('a crash');
	});
	await expect(act).rejects.toThrow('a crash');
	expect(await recorded(desk)).toEqual(before);
});

test('entries are deleted only once their months and years are over, and an entry says how many', async () => {
	const acted = async (at: string, verb: 'signed-out' | 'account-enabled') =>
		desk.db
			.transaction()
			.execute((tx) =>
				record(tx, desk, { at: Temporal.Instant.from(at), verb, by: ada.id, about: { account: ada.id } }),
			);
	await acted('2025-10-31T23:59:59Z', 'signed-out');
	await acted('2025-11-01T00:00:00Z', 'signed-out');
	await acted('2016-10-31T23:59:59Z', 'account-enabled');
	await acted('2016-11-01T00:00:00Z', 'account-enabled');
	const before = await recorded(desk);
	await sweepExpired(desk);
	await sweepExpired(desk);
	const after = await recorded(desk);
	expect(after.at(-1)).toMatchObject({ verb: 'audit-swept', actor: null, details: { entries: 2 } });
	expect(after).toHaveLength(before.length - 2 + 1);
	const oldest = desk.db.selectFrom('audit_log').select('at').orderBy('at').limit(2);
	const kept = ['2016-11-01T00:00:00Z', '2025-11-01T00:00:00Z'].map((at) => ({ at: Temporal.Instant.from(at) }));
	expect(await oldest.execute()).toEqual(kept);
});

test.each([
	['changed', sql`update audit_log set actor_name = 'Nessuno'`],
	['deleted', sql`delete from audit_log`],
	['emptied', sql`truncate audit_log`],
])('entries cannot be %s', async (_, statement) => {
	await expect(statement.execute(desk.db)).rejects.toThrow('only ever added to');
	expect(await recorded(desk)).not.toHaveLength(0);
});
