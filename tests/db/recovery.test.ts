import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { answersAfterMs, askRecovery } from '#lib/server/use-cases/ask-recovery.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { recover } from '#lib/server/use-cases/recover.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { giveAccount, giveCustomer, PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const refusal = (reason: string) => ({ ok: false, refusal: { reason } });
const admin = await giveStaff(desk, 'ada', 'administrator');
const customer = await giveCustomer(desk, 'Studio Bianchi');
const chosen = 'una frase tutta nuova';

let name = '';
let anna = 0;
let from = 0;
beforeEach(async () => {
	name = `anna-${randomUUID().slice(0, 8)}`;
	anna = await giveAccount(desk, { role: 'user', username: name, customer });
});

const ask = (typed = name, address = `192.0.2.${from++}`) => askRecovery(desk, { name: typed, address });
const mails = (kind: 'recovery' | 'password-changed' = 'recovery') =>
	desk.db
		.selectFrom('mail_out')
		.selectAll()
		.where('account', '=', anna)
		.where('kind', '=', kind)
		.orderBy('id')
		.execute();
async function tokens(): Promise<string[]> {
	const bodies = (await mails()).map(({ body }) => withAddresses(body, 'https://desk.example', desk.secretKey));
	return bodies.map((body) => body.match(/^https:\/\/desk\.example\/recover\/([\w-]{43})$/m)?.[1] ?? '');
}
async function asked(): Promise<string> {
	await ask();
	return (await tokens()).at(-1) ?? '';
}
const choose = (token: string, requestKey: string = randomUUID()) =>
	recover(desk, { token, password: chosen, requestKey, address: '' });
const letIn = async (password: string) => (await signIn(desk, { name, password, address: '' })).ok;

test('the link sets a new password once, ends every session, and the owner is told', async () => {
	const session = await desk.db
		.transaction()
		.execute(async (tx) => startSession(tx, { id: anna, role: 'user' }, await clock.now(tx)));
	const token = await asked();
	expect(await letIn(PASSWORD)).toBe(true);
	expect(await choose(token)).toEqual({ ok: true, value: undefined });
	expect([await letIn(PASSWORD), await letIn(chosen)]).toEqual([false, true]);
	expect(await viewerOf(desk, session.token)).toBeUndefined();
	expect(await mails('password-changed')).toHaveLength(1);
	expect(await choose(token)).toEqual(refusal('recovery-used'));
	const verbs = (await recorded(desk)).filter(({ subject }) => subject === anna).map(({ verb }) => verb);
	expect(verbs).toEqual(expect.arrayContaining(['recovery-asked', 'password-recovered']));
});

test('the same form sent twice, even at once, is one change and answers both times', async () => {
	const [token, key] = [await asked(), randomUUID()];
	const twice = await Promise.all([choose(token, key), choose(token, key)]);
	expect(twice).toEqual(Array(2).fill({ ok: true, value: undefined }));
	expect(await mails('password-changed')).toHaveLength(1);
});

test('it works for an hour and no longer', async () => {
	const token = await asked();
	clock.advance({ minutes: 60 });
	expect(await choose(token)).toEqual(refusal('recovery-expired'));
});

test('a new link takes the place of the former; asked for at once again, the one that is out stays', async () => {
	const former = await asked();
	await ask();
	expect(await tokens()).toEqual([former]);
	clock.advance({ minutes: 5 });
	const latter = await asked();
	expect(await choose(former)).toEqual(refusal('recovery-unknown'));
	expect(await choose(latter)).toMatchObject({ ok: true });
});

test('known, unknown, disabled and not yet activated are one answer, which comes no sooner for any', async () => {
	await giveAccount(desk, { role: 'user', username: `${name}-invited`, customer, activated: false });
	const gone = await giveAccount(desk, { role: 'user', username: `${name}-gone`, customer });
	granted(await disableAccount(desk, admin, { ...key(), account: gone }));
	for (const typed of [name, `${name}-invited`, `${name}-gone`, 'nobody', `${name}@example.it`.toUpperCase(), '']) {
		const started = performance.now();
		expect(await ask(typed)).toEqual({ ok: true, value: undefined });
		expect(performance.now() - started).toBeGreaterThan(answersAfterMs - 2);
	}
	const written = await desk.db.selectFrom('mail_out').select('account').where('kind', '=', 'recovery').execute();
	expect(written.filter(({ account }) => account === anna)).toHaveLength(1);
	expect(written.filter(({ account }) => account === gone)).toHaveLength(0);
});

test('tries are limited by name and by the network they come from, known or not', async () => {
	for (const typed of [name, `nobody-${name}`]) {
		const answers = await Promise.all(Array.from({ length: 11 }, () => ask(typed)));
		expect(answers.filter(({ ok }) => !ok)).toHaveLength(1);
	}
	const near = await Promise.all(
		Array.from({ length: 61 }, (_, nth) => ask(`${name}-${nth}`, `2001:db8:7:7::${nth + 1}`)),
	);
	expect(near.filter(({ ok }) => !ok)).toHaveLength(1);
});

test('disabling kills the link, and so does a password chosen in another way', async () => {
	const token = await asked();
	const renewed = granted(await renewActivation(desk, admin, { ...key(), account: anna }));
	granted(
		await activate(desk, { token: renewed.token ?? '', password: chosen, requestKey: randomUUID(), address: '' }),
	);
	expect(await choose(token)).toEqual(refusal('recovery-unknown'));
	clock.advance({ minutes: 5 });
	const next = await asked();
	granted(await disableAccount(desk, admin, { ...key(), account: anna }));
	expect(await choose(next)).toEqual(refusal('recovery-unknown'));
});

test('an address that only looks like another, or is quoted, is nobody’s', async () => {
	for (const email of ['аnna@example.it', '"anna"@example.it', 'anna@example.it\r\nBcc: x@example.it']) {
		const person = { name: 'Anna', username: `u${randomUUID().slice(0, 8)}`, email, language: 'it' } as const;
		const made = await createUser(desk, admin, { ...key(), customer, ...person });
		expect(made).toMatchObject({ ok: false, refusal: { reason: 'not-valid', field: 'email' } });
	}
	const person = { name: 'Anna', username: `u${randomUUID().slice(0, 8)}`, language: 'it' } as const;
	const taken = { ...key(), customer, ...person, email: `${name.toUpperCase()}@EXAMPLE.it` };
	expect(await createUser(desk, admin, taken)).toEqual(refusal('email-taken'));
});

test('a domain that only looks like another is another one, and found however it is typed', async () => {
	const person = { name: 'Anna', username: `u${randomUUID().slice(0, 8)}`, language: 'it' } as const;
	granted(await createUser(desk, admin, { ...key(), customer, ...person, email: `${name}@ex\u0430mple.it` }));
	const { id, email } = await desk.db
		.selectFrom('account')
		.select(['id', 'email'])
		.where('username', '=', person.username)
		.executeTakeFirstOrThrow();
	expect(email).toBe(`${name}@xn--exmple-4nf.it`);
	await desk.db
		.updateTable('account')
		.set({ password_hash: 'x', activated_at: await desk.clock.now(desk.db) })
		.where('id', '=', id)
		.execute();
	await ask(`${name}@EX\u0410MPLE.it`);
	expect(await mails()).toEqual([]);
	const toTheirs = desk.db
		.selectFrom('mail_out')
		.select('kind')
		.where('account', '=', id)
		.where('kind', '=', 'recovery');
	expect(await toTheirs.execute()).toHaveLength(1);
});

test('a password that is easily guessed is not taken, and the link goes on working', async () => {
	const token = await asked();
	const weakly = (password: string) => recover(desk, { token, password, requestKey: randomUUID(), address: '' });
	expect(await weakly('password123')).toEqual(refusal('password-common'));
	expect(await weakly(`${name}@Example`)).toEqual(refusal('password-personal'));
	expect(await choose(token)).toMatchObject({ ok: true });
});
