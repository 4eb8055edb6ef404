import { beforeEach, describe, expect, test } from 'vitest';
import { attemptLimits } from '#lib/server/auth/attempts.ts';
import { viewerOf } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { entered, giveAccount, giveCustomer, PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';

const { desk, clock } = await testDesk();
const customer = await giveCustomer(desk, 'Studio Bianchi');
const anna = await giveAccount(desk, { role: 'user', username: 'anna', customer });
await giveAccount(desk, { role: 'agent', username: 'not-yet', activated: false });
const gone = await giveAccount(desk, { role: 'agent', username: 'gone' });
await desk.db
	.updateTable('account')
	.set({ disabled_at: await clock.now(desk.db) })
	.where('id', '=', gone)
	.execute();

const address = '192.0.2.1';
const wrong = { ok: false, refusal: { reason: 'wrong-credentials' } };
const limited = (minutes: number) => ({ ok: false, refusal: { reason: 'too-many-attempts', minutes } });

beforeEach(async () => {
	await desk.db.deleteFrom('sign_in_attempt').execute();
});

test.each(['anna', 'ANNA', ' anna ', 'anna@example.it', 'Anna@Example.IT'])(
	'%j with the right password is let in',
	async (name) => {
		const outcome = await signIn(desk, { name, password: PASSWORD, address });
		if (!outcome.ok) throw new Error(outcome.refusal.reason);
		expect(outcome.value).toMatchObject({ account: anna, role: 'user' });
		expect(await viewerOf(desk, entered(outcome.value).session.token)).toMatchObject({
			id: anna,
			customer,
			seesColleagues: true,
		});
	},
);

test.each([
	['a wrong password', 'anna', 'not-the-password'],
	['no password', 'anna', ''],
	['an unknown name', 'nobody', PASSWORD],
	['an unknown address', 'nobody@example.it', PASSWORD],
	['an account not yet activated', 'not-yet', PASSWORD],
	['a disabled account', 'gone', PASSWORD],
	['a name no database would keep', 'an\0na', 'not-the-password'],
	['an empty name', '', PASSWORD],
])('%s has the same answer as any other', async (_, name, password) => {
	expect(await signIn(desk, { name, password, address })).toEqual(wrong);
});

test('the token is kept hashed only', async () => {
	const outcome = await signIn(desk, { name: 'anna', password: PASSWORD, address });
	if (!outcome.ok) throw new Error(outcome.refusal.reason);
	const sessions = await desk.db.selectFrom('session').select('token_hash').execute();
	const kept = sessions.map(({ token_hash }) => token_hash.toString('base64url'));
	expect(kept).not.toHaveLength(0);
	expect(kept).not.toContain(entered(outcome.value).session.token);
});

describe('somebody who guesses', () => {
	const guess = (name: string, from = address) => signIn(desk, { name, password: 'not-the-password', address: from });

	test.each(['anna', 'nobody'])('is stopped after ten tries at %s, known or not, from wherever', async (name) => {
		for (let i = 0; i < attemptLimits.account; i++) expect(await guess(name, `192.0.2.${i}`)).toEqual(wrong);
		expect(await guess(name, '198.51.100.1')).toEqual(limited(15));
	});

	test('does not get more tries by spelling the name in other ways', async () => {
		const spellings = ['anna', 'ANNA', ' anna', 'anna\t', 'An\0na'];
		for (let i = 0; i < attemptLimits.account; i++) await guess(spellings[i % spellings.length] ?? '');
		for (const name of spellings) expect(await guess(name)).toEqual(limited(15));
	});

	test('does not learn that a username and an address belong together', async () => {
		for (let i = 0; i < attemptLimits.account; i++) await guess('anna');
		expect(await guess('anna@example.it')).toEqual(wrong);
	});

	test('is not let in while stopped, even with the right password', async () => {
		for (let i = 0; i < attemptLimits.account; i++) await guess('anna');
		clock.advance({ minutes: 5 });
		expect(await signIn(desk, { name: 'anna', password: PASSWORD, address })).toEqual(limited(10));
		clock.advance({ minutes: 10 });
		expect(await signIn(desk, { name: 'anna', password: PASSWORD, address })).toMatchObject({ ok: true });
	});

	test('does not get more tries by asking all at once', async () => {
		const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => guess('anna', `192.0.2.${i}`)));
		expect(answers.filter((answer) => !answer.ok && answer.refusal.reason === 'wrong-credentials')).toHaveLength(
			attemptLimits.account,
		);
	});
});

test('being let in clears the tries of the account', async () => {
	for (let i = 1; i < attemptLimits.account; i++) await signIn(desk, { name: 'anna', password: 'no', address });
	await signIn(desk, { name: 'anna', password: PASSWORD, address });
	expect(await signIn(desk, { name: 'anna', password: 'no', address })).toEqual(wrong);
});
