import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { issueActivation, refuseActivation } from '#lib/server/auth/activation.ts';
import { findLink } from '#lib/server/auth/links.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { giveAccount } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const refusal = (reason: string) => ({ ok: false, refusal: { reason } });
const issue = async (account: number) => {
	const now = await clock.now(desk.db);
	return (await desk.db.transaction().execute((tx) => issueActivation(tx, desk, account, now))).token;
};
const choose = (token: string, password = 'la-mia-password', requestKey: string = randomUUID()) =>
	activate(desk, { token, password, requestKey, address: '' });
const letIn = async (name: string, password: string) => (await signIn(desk, { name, password, address: '' })).ok;

let people = 0;
let anna = 0;
let name = '';
beforeEach(async () => {
	name = `anna-${people++}`;
	anna = await giveAccount(desk, { role: 'agent', username: name, activated: false });
});

test('the link sets the password, once', async () => {
	const token = await issue(anna);
	expect(await choose(token)).toEqual({ ok: true, value: name });
	expect(await letIn(name, 'la-mia-password')).toBe(true);
	expect(await choose(token, 'un-altra-password')).toEqual(refusal('link-used'));
	expect(await letIn(name, 'un-altra-password')).toBe(false);
});

test('the link works for seven days and no longer', async () => {
	const token = await issue(anna);
	clock.advance({ seconds: 7 * 24 * 60 * 60 - 1 });
	const link = await findLink(desk.db, 'activation', token);
	expect(refuseActivation(link, await clock.now(desk.db))).toBeUndefined();
	clock.advance({ seconds: 1 });
	expect(await choose(token)).toEqual(refusal('link-expired'));
});

test('a new link takes the place of the former', async () => {
	const [former, latter] = [await issue(anna), await issue(anna)];
	expect(await choose(former)).toEqual(refusal('link-unknown'));
	expect(await choose(latter)).toMatchObject({ ok: true });
});

test('the token is kept hashed only', async () => {
	const token = await issue(anna);
	const link = await desk.db.selectFrom('activation').selectAll().where('account', '=', anna).executeTakeFirstOrThrow();
	expect(JSON.stringify(link)).not.toContain(token);
	expect(link.token_hash.toString('base64url')).not.toBe(token);
});

test('the same form sent twice, even at once, is one activation and answers both times', async () => {
	const [token, key] = [await issue(anna), randomUUID()];
	const twice = await Promise.all([choose(token, undefined, key), choose(token, undefined, key)]);
	expect(twice).toEqual(Array(2).fill({ ok: true, value: name }));
	const told = (await recorded(desk)).filter(({ subject }) => subject === anna);
	expect(told).toMatchObject([{ verb: 'account-activated', actor: anna }]);
});

test('of two forms sent at once one chooses the password', async () => {
	const token = await issue(anna);
	const outcomes = await Promise.all([choose(token, 'prima-password'), choose(token, 'altra-password')]);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	const letInBy = await Promise.all([letIn(name, 'prima-password'), letIn(name, 'altra-password')]);
	expect(letInBy).toEqual(outcomes.map(({ ok }) => ok));
});

test('choosing a password anew ends what was signed in with the former', async () => {
	await choose(await issue(anna));
	const now = await clock.now(desk.db);
	const { token } = await desk.db.transaction().execute((tx) => startSession(tx, { id: anna, role: 'agent' }, now));
	await choose(await issue(anna), 'un-altra-password');
	expect(await viewerOf(desk, token)).toBeUndefined();
	expect([await letIn(name, 'la-mia-password'), await letIn(name, 'un-altra-password')]).toEqual([false, true]);
});

test('the link of a disabled account leads nowhere', async () => {
	const token = await issue(anna);
	const disabled_at = await clock.now(desk.db);
	await desk.db.updateTable('account').set({ disabled_at }).where('id', '=', anna).execute();
	expect(await choose(token)).toEqual(refusal('link-unknown'));
});
