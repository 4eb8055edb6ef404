import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSetupLink, prepareSetupLink } from '#lib/server/auth/setup-link.ts';
import { type SetUp, setUp } from '#lib/server/use-cases/set-up.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { giveAccount, PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';

const gone = { ok: false, refusal: { reason: 'link-unknown' } };
const rita: Omit<SetUp, 'token' | 'requestKey'> = {
	name: 'Rita Neri',
	username: 'Rita',
	email: 'rita@Example.IT',
	language: 'it',
	password: PASSWORD,
};
const request = (token: string) => ({ ...rita, token, requestKey: randomUUID() });

test('the link makes the first administrator, who can sign in, and is gone', async () => {
	const { desk } = await testDesk();
	const token = (await prepareSetupLink(desk)) ?? '';
	expect(await isSetupLink(desk.db, token)).toBe(true);
	expect(await setUp(desk, request(token))).toEqual({ ok: true, value: 'rita' });
	expect(await signIn(desk, { name: 'rita', password: PASSWORD, address: '' })).toMatchObject({ ok: true });

	expect(await isSetupLink(desk.db, token)).toBe(false);
	expect(await prepareSetupLink(desk)).toBeUndefined();
	expect(await setUp(desk, { ...request(token), username: 'other', email: 'o@example.it' })).toEqual(gone);
});

test('each start makes a new link, which takes the place of the former', async () => {
	const { desk } = await testDesk();
	const [former = '', latter = ''] = [await prepareSetupLink(desk), await prepareSetupLink(desk)];
	expect(await isSetupLink(desk.db, former)).toBe(false);
	expect(await isSetupLink(desk.db, latter)).toBe(true);
	expect(await setUp(desk, request(former))).toEqual(gone);
	const { token_hash } = await desk.db.selectFrom('setup_link').select('token_hash').executeTakeFirstOrThrow();
	expect(token_hash.toString('base64url')).not.toBe(latter);
});

test('of many who use the link at the same time one becomes the administrator', async () => {
	const { desk } = await testDesk();
	const token = (await prepareSetupLink(desk)) ?? '';
	const outcomes = await Promise.all(
		Array.from({ length: 8 }, (_, i) => setUp(desk, { ...request(token), username: `rita-${i}`, email: `r${i}@a.it` })),
	);
	expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(Array(7).fill(gone));
	expect(await desk.db.selectFrom('account').select('role').execute()).toEqual([{ role: 'administrator' }]);
});

test('the same form sent twice makes one administrator and answers both times', async () => {
	const { desk } = await testDesk();
	const form = request((await prepareSetupLink(desk)) ?? '');
	expect(await Promise.all([setUp(desk, form), setUp(desk, form)])).toEqual(Array(2).fill({ ok: true, value: 'rita' }));
	expect(await setUp(desk, form)).toEqual({ ok: true, value: 'rita' });
});

test('a name that somebody has, or that is none, is refused and the link stays', async () => {
	const { desk } = await testDesk();
	await giveAccount(desk, { role: 'agent', username: 'rita' });
	const token = (await prepareSetupLink(desk)) ?? '';
	expect(await setUp(desk, request(token))).toEqual({ ok: false, refusal: { reason: 'name-taken' } });
	const notValid = { ok: false, refusal: { reason: 'not-valid', field: 'username' } };
	expect(await setUp(desk, { ...request(token), username: 'r@neri' })).toEqual(notValid);
	expect(await isSetupLink(desk.db, token)).toBe(true);
});
