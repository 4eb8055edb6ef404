import { expect, test } from 'vitest';
import type { Role } from '#lib/domain/roles.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { signOut } from '#lib/server/use-cases/sign-out.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const customer = await giveCustomer(desk, 'Studio Bianchi');
const anna = { id: await giveAccount(desk, { role: 'user', username: 'anna', customer }), role: 'user' as Role };
const carlo = { id: await giveAccount(desk, { role: 'agent', username: 'carlo' }), role: 'agent' as Role };

async function session(account: { id: number; role: Role }): Promise<string> {
	const now = await clock.now(desk.db);
	return (await desk.db.transaction().execute((tx) => startSession(tx, account, now))).token;
}
const isSignedIn = async (token: string) => (await viewerOf(desk, token)) !== undefined;

test('nobody is behind a token that was never given', async () => {
	expect(await viewerOf(desk, 'x')).toBeUndefined();
	expect(await viewerOf(desk, '')).toBeUndefined();
});

test.each([
	{ who: 'staff', account: carlo, idle: 12 },
	{ who: 'a user', account: anna, idle: 30 * 24 },
])('the session of $who ends $idle hours after it was last used', async ({ account, idle }) => {
	const token = await session(account);
	clock.advance({ minutes: idle * 60 - 1 });
	expect(await isSignedIn(token)).toBe(true);
	clock.advance({ minutes: idle * 60 - 1 });
	expect(await isSignedIn(token)).toBe(true);
	clock.advance({ hours: idle });
	expect(await isSignedIn(token)).toBe(false);
});

test.each([
	{ who: 'staff', account: carlo, step: 11, absolute: 7 * 24 },
	{ who: 'a user', account: anna, step: 29 * 24, absolute: 90 * 24 },
])('the session of $who ends after $absolute hours, however much it is used', async ({ account, step, absolute }) => {
	const token = await session(account);
	const end = (await clock.now(desk.db)).add({ hours: absolute });
	for (let hours = step; hours < absolute; hours += step) {
		clock.advance({ hours: step });
		expect(await isSignedIn(token)).toBe(true);
	}
	clock.set(end);
	expect(await isSignedIn(token)).toBe(false);
});

test('using a session is written down every few minutes, not every time', async () => {
	const token = await session(carlo);
	const started = await clock.now(desk.db);
	const seen = async () =>
		(
			await desk.db
				.selectFrom('session')
				.select('seen_at')
				.where('account', '=', carlo.id)
				.orderBy('created_at', 'desc')
				.executeTakeFirstOrThrow()
		).seen_at.toString();
	clock.advance({ minutes: 4 });
	await viewerOf(desk, token);
	expect(await seen()).toBe(started.toString());
	clock.advance({ minutes: 1 });
	await viewerOf(desk, token);
	expect(await seen()).toBe(started.add({ minutes: 5 }).toString());
});

test('signing out ends that session and no other', async () => {
	const [here, there] = [await session(carlo), await session(carlo)];
	await signOut(desk, here);
	await signOut(desk, here);
	expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, true]);
	expect(await recorded(desk, 'signed-out')).toMatchObject([{ actor: carlo.id, subject: carlo.id }]);
});

test('a disabled account is signed in nowhere', async () => {
	const token = await session(carlo);
	const disabled_at = await clock.now(desk.db);
	await desk.db.updateTable('account').set({ disabled_at }).where('id', '=', carlo.id).execute();
	expect(await isSignedIn(token)).toBe(false);
});
