import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { Audit } from '#lib/domain/audit.ts';
import type { StaffRole } from '#lib/domain/roles.ts';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { StaffViewer, UserViewer } from '#lib/server/access/viewer.ts';
import { viewerOf } from '#lib/server/auth/sessions.ts';
import { readQueueLog } from '#lib/server/db/queue-log.ts';
import { accountDetails, staff, usersOf } from '#lib/server/queries/accounts.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { disableUsers } from '#lib/server/use-cases/disable-users.ts';
import { enableAccount } from '#lib/server/use-cases/enable-account.ts';
import { openTicket } from '#lib/server/use-cases/open-ticket.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { takeNext } from '#lib/server/use-cases/take-next.ts';
import { giveAccount, giveCustomer, signedIn } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { recorded } from '../support/recorded.ts';

const { desk } = await testDesk();
let admin: StaffViewer;

beforeEach(async () => {
	// Each test has its own administrator as the only enabled one.
	await desk.db
		.updateTable('account')
		.set({ disabled_at: await desk.clock.now(desk.db) })
		.execute();
	admin = await staffViewer('administrator');
});

const key = () => ({ requestKey: randomUUID() });
const unique = () => `p${randomUUID().slice(0, 8)}`;

async function staffViewer(role: StaffRole, username = unique()): Promise<StaffViewer> {
	const id = await giveAccount(desk, { role, username });
	return { id, role, name: username, language: 'it', theme: undefined, proved: provedForGood };
}

function person(username = unique()) {
	return { name: 'Marta Riva', username, email: `${username}@example.it`, language: 'it' } as const;
}

function obtained<Value>(outcome: { ok: true; value: Value } | { ok: false; refusal: { reason: string } }): Value {
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	return outcome.value;
}

const session = async (id: number, role: StaffRole | 'user') =>
	(await signedIn(desk, { id, role })).replace('sportello=', '');

test('a new user gets a link once; sent again, the form tells that it was shown', async () => {
	const customer = await giveCustomer(desk, unique());
	const input = { ...key(), customer, ...person() };
	const { account, token } = obtained(await createUser(desk, admin, input));
	expect(token).toMatch(/^[\w-]{43}$/);
	expect(await createUser(desk, admin, input)).toEqual({ ok: true, value: { account, token: undefined } });
	expect((await usersOf(desk, customer)).people).toMatchObject([{ id: account, state: 'invited', role: 'user' }]);

	const kept = await desk.db.selectFrom('request_key').select('outcome').where('key', '=', input.requestKey).execute();
	expect(JSON.stringify(kept)).not.toContain(token);
	obtained(await activate(desk, { ...key(), token: token ?? '', password: 'pioppo-cancello', address: '' }));
	expect(await accountDetails(desk, account)).toMatchObject({ state: 'active', linkExpiresAt: undefined });
});

test('a renewed link takes the place of the one before', async () => {
	const created = obtained(await createStaff(desk, admin, { ...key(), role: 'agent', ...person() }));
	const renewed = obtained(await renewActivation(desk, admin, { ...key(), account: created.account }));
	const first = await activate(desk, {
		...key(),
		token: created.token ?? '',
		password: 'pioppo-cancello',
		address: '',
	});
	expect(first).toMatchObject({ ok: false, refusal: { reason: 'link-unknown' } });
	obtained(await activate(desk, { ...key(), token: renewed.token ?? '', password: 'pioppo-cancello', address: '' }));
});

test('names and addresses are kept the same way whoever types them', async () => {
	const name = unique();
	const typed = {
		name: '  Marta   Riva ',
		username: ` ${name.toUpperCase()}`,
		email: `M.Riva@STUDIO.Example `,
		language: 'it',
	} as const;
	const { account } = obtained(await createStaff(desk, admin, { ...key(), role: 'agent', ...typed }));
	expect(await accountDetails(desk, account)).toMatchObject({
		name: 'Marta Riva',
		username: name,
		email: 'M.Riva@studio.example',
	});
});

test.each([
	['username', { username: 'con spazio' }],
	['username', { username: 'io' }],
	['username', { username: 'marta@studio' }],
	['email', { email: 'marta' }],
	['email', { email: 'marta@studio@altro.it' }],
	['name', { name: '   ' }],
] as const)('a %s that cannot be is refused by name: %o', async (field, wrong) => {
	const outcome = await createStaff(desk, admin, { ...key(), role: 'agent', ...person(), ...wrong });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'not-valid', field } });
});

test('a username and an address belong to one account, also when two are made at once', async () => {
	const [one, two] = [person(), person()];
	const both = [
		{ ...one, email: `a-${one.email}` },
		{ ...one, username: one.username.toUpperCase(), email: `b-${one.email}` },
	];
	const made = await Promise.all(both.map((each) => createStaff(desk, admin, { ...key(), role: 'agent', ...each })));
	expect(made.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))).toEqual([{ reason: 'username-taken' }]);

	obtained(await createStaff(desk, admin, { ...key(), role: 'agent', ...two }));
	const same = await createStaff(desk, admin, { ...key(), role: 'agent', ...person(), email: two.email.toUpperCase() });
	expect(same).toEqual({ ok: false, refusal: { reason: 'email-taken' } });
});

test('a person is corrected; what was wrong and what is right is told', async () => {
	const agent = await staffViewer('agent');
	const change = { ...person(), role: 'supervisor', account: agent.id } as const;
	obtained(await changeAccount(desk, admin, { ...key(), ...change }));
	expect(await accountDetails(desk, agent.id)).toMatchObject({ name: 'Marta Riva', role: 'supervisor' });
	const [entry] = (await recorded(desk, 'account-changed')).filter(({ subject }) => subject === agent.id);
	expect(entry?.details).toMatchObject({
		from: { role: 'agent' },
		to: { role: 'supervisor', username: change.username },
	});
});

test('a user stays a user, whatever role is sent', async () => {
	const customer = await giveCustomer(desk, unique());
	const id = await giveAccount(desk, { role: 'user', username: unique(), customer });
	obtained(await changeAccount(desk, admin, { ...key(), account: id, ...person(), role: 'administrator' }));
	expect(await accountDetails(desk, id)).toMatchObject({ role: 'user' });
});

test('nobody disables themselves, and the last administrator stays one', async () => {
	const oneself = await disableAccount(desk, admin, { ...key(), account: admin.id });
	expect(oneself).toEqual({ ok: false, refusal: { reason: 'yourself' } });
	const lowered = await changeAccount(desk, admin, { ...key(), account: admin.id, ...person(), role: 'agent' });
	expect(lowered).toEqual({ ok: false, refusal: { reason: 'last-administrator' } });
	await staffViewer('administrator');
	obtained(await changeAccount(desk, admin, { ...key(), account: admin.id, ...person(), role: 'agent' }));
});

test('of two administrators who disable each other at once, one stays', async () => {
	const other = await staffViewer('administrator');
	const outcomes = await Promise.all([
		disableAccount(desk, admin, { ...key(), account: other.id }),
		disableAccount(desk, other, { ...key(), account: admin.id }),
	]);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	const enabled = (await staff(desk)).filter(({ role, state }) => role === 'administrator' && state === 'active');
	expect(enabled).toHaveLength(1);
});

test('who is disabled is out at once, and comes in again only once enabled', async () => {
	const agent = await staffViewer('agent');
	const token = await session(agent.id, 'agent');
	expect(await viewerOf(desk, token)).toMatchObject({ id: agent.id });
	obtained(await disableAccount(desk, admin, { ...key(), account: agent.id }));
	expect(await viewerOf(desk, token)).toBeUndefined();
	const renewed = await renewActivation(desk, admin, { ...key(), account: agent.id });
	expect(renewed).toEqual({ ok: false, refusal: { reason: 'enable-first' } });

	obtained(await enableAccount(desk, admin, { ...key(), account: agent.id }));
	expect(await viewerOf(desk, token)).toBeUndefined();
	expect(await viewerOf(desk, await session(agent.id, 'agent'))).toMatchObject({ id: agent.id });
});

test('a link that was out when its account was disabled leads nowhere, also afterwards', async () => {
	const { account, token = '' } = obtained(await createStaff(desk, admin, { ...key(), role: 'agent', ...person() }));
	obtained(await disableAccount(desk, admin, { ...key(), account }));
	obtained(await enableAccount(desk, admin, { ...key(), account }));
	const outcome = await activate(desk, { ...key(), token, password: 'pioppo-cancello', address: '' });
	expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'link-unknown' } });
	expect(await accountDetails(desk, account)).toMatchObject({ state: 'stale' });
});

test('what a disabled agent had in hand is put back at its number, and the order still holds', async () => {
	const user = await userWithLicence();
	const [first, second] = [await open(user), await open(user)];
	const [agent, colleague] = [await staffViewer('agent'), await staffViewer('agent')];
	expect(obtained(await takeNext(desk, agent, key()))).toEqual({ ticket: first });

	const disabled = await disableAccount(desk, admin, { ...key(), account: agent.id });
	expect(obtained(disabled)).toEqual({ putBack: [first] });
	expect(await takeNext(desk, agent, key())).toMatchObject({ ok: false, refusal: { reason: 'account-disabled' } });
	expect(obtained(await takeNext(desk, colleague, key()))).toEqual({ ticket: first });
	await expectOrderHeld();
	expect(second).toBe(first + 1);
});

test('an agent disabled while taking has nothing in hand afterwards', async () => {
	const user = await userWithLicence();
	for (let round = 0; round < 8; round++) {
		await open(user);
		const agent = await staffViewer('agent');
		await Promise.all([takeNext(desk, agent, key()), disableAccount(desk, admin, { ...key(), account: agent.id })]);
		expect(await accountDetails(desk, agent.id)).toMatchObject({ inHand: [], state: 'disabled' });
	}
	await expectOrderHeld();
});

async function userWithLicence(): Promise<UserViewer & { product: number }> {
	const at = await desk.clock.now(desk.db);
	const customer = await giveCustomer(desk, unique());
	const inserted = desk.db.insertInto('product').values({ name: unique(), created_at: at }).returning('id');
	const { id: product } = await inserted.executeTakeFirstOrThrow();
	await desk.db.insertInto('licence').values({ customer, product, granted_at: at }).execute();
	const id = await giveAccount(desk, { role: 'user', username: unique(), customer });
	return {
		id,
		role: 'user',
		name: 'Marta',
		language: 'it',
		theme: undefined,
		proved: provedForGood,
		customer,
		seesColleagues: true,
		product,
	};
}

async function open({ product, ...user }: UserViewer & { product: number }): Promise<number> {
	const environment = { version: '', operatingSystem: '', tools: '', files: [], follows: undefined };
	const said = { subject: 'Errore', description: 'Si chiude.', lane: 'technical' } as const;
	return obtained(await openTicket(desk, user, { ...key(), product, ...said, ...environment })).ticket;
}

async function expectOrderHeld(): Promise<void> {
	const audit = new Audit();
	for await (const fact of readQueueLog(desk.db)) audit.read(fact);
	expect(audit.report().findings).toEqual([]);
}

test('all people of a customer are shut out at once, nobody else, and each comes back alone', async () => {
	const [customer, other] = [await giveCustomer(desk, unique()), await giveCustomer(desk, unique())];
	const user = (of: number) => giveAccount(desk, { role: 'user', username: unique(), customer: of });
	const [one, two, before, stranger] = [
		await user(customer),
		await user(customer),
		await user(customer),
		await user(other),
	];
	obtained(await disableAccount(desk, admin, { ...key(), account: before }));
	const invited = obtained(await createUser(desk, admin, { ...key(), customer, ...person() }));
	const [theirs, strange] = [await session(one, 'user'), await session(stranger, 'user')];
	const input = { ...key(), customer };
	const accounts = [one, two, invited.account];
	for (const _ of 'twice') expect(obtained(await disableUsers(desk, admin, input))).toEqual({ accounts });
	expect(await viewerOf(desk, theirs)).toBeUndefined();
	expect(await viewerOf(desk, strange)).toMatchObject({ id: stranger });
	expect((await usersOf(desk, customer)).people.map(({ state }) => state)).toEqual(Array(4).fill('disabled'));
	const late = await activate(desk, { ...key(), token: invited.token ?? '', password: 'pioppo-cancello', address: '' });
	expect(late).toMatchObject({ ok: false, refusal: { reason: 'link-unknown' } });

	const told = (await recorded(desk)).filter((entry) => entry.actor === admin.id && entry.customer === customer);
	const whole = { details: { accounts: accounts.length } };
	expect(told.filter(({ verb }) => verb === 'users-disabled')).toMatchObject([whole]);
	const disabled = told.filter(({ verb }) => verb === 'account-disabled');
	expect(disabled.map(({ subject }) => subject)).toEqual([before, ...accounts]);

	obtained(await enableAccount(desk, admin, { ...key(), account: two }));
	expect((await usersOf(desk, customer)).people.filter(({ state }) => state === 'active')).toMatchObject([{ id: two }]);
	expect(obtained(await disableUsers(desk, admin, { ...key(), customer }))).toEqual({ accounts: [two] });
	expect(obtained(await disableUsers(desk, admin, { ...key(), customer }))).toEqual({ accounts: [] });
	expect(await disableUsers(desk, admin, { ...key(), customer: 999_999 })).toMatchObject({
		refusal: { reason: 'unknown-record' },
	});
});

test('who is no administrator any more shuts out nobody', async () => {
	const customer = await giveCustomer(desk, unique());
	await giveAccount(desk, { role: 'user', username: unique(), customer });
	const second = await staffViewer('administrator');
	obtained(await disableAccount(desk, second, { ...key(), account: admin.id }));
	expect(await disableUsers(desk, admin, { ...key(), customer })).toMatchObject({
		refusal: { reason: 'administrators-only' },
	});
	expect((await usersOf(desk, customer)).people.map(({ state }) => state)).toEqual(['active']);
});
