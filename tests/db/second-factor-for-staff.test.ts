import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { secondFactorOf } from '#lib/server/auth/second-factor.ts';
import { viewerOf } from '#lib/server/auth/sessions.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { finishSignIn, setUpAtSignIn } from '#lib/server/use-cases/finish-sign-in.ts';
import { removeSecondFactor } from '#lib/server/use-cases/remove-second-factor.ts';
import { requireSecondFactor } from '#lib/server/use-cases/require-second-factor.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { type NextStep, signIn } from '#lib/server/use-cases/sign-in.ts';
import { PASSWORD } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';

const testing = await testDesk();
const { desk } = testing;
const { marta, paola } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');

beforeEach(async () => {
	await desk.db.deleteFrom('second_factor').execute();
	await desk.db.updateTable('sign_in_rule').set({ second_factor_for_staff: false }).execute();
});

async function giveFactor(viewer: Viewer) {
	granted(await beginSecondFactor(desk, viewer));
	const phone = await authenticator(testing, viewer.id);
	granted(await setUpSecondFactor(desk, viewer, { code: await phone.shows(), token: '' }));
	return phone;
}
const enter = async (name: string) => granted(await signIn(desk, { name, password: PASSWORD, address: '' }));
const require = (viewer: Viewer, required = true) => requireSecondFactor(desk, viewer, { ...key(), required });

test('who asks it of the others has one', async () => {
	expect(await require(elena)).toEqual({ ok: false, refusal: { reason: 'own-second-factor-first' } });
	await giveFactor(elena);
	granted(await require(elena));
	expect(await require(marta)).toEqual({ ok: false, refusal: { reason: 'administrators-only' } });
	const log = desk.db.selectFrom('audit_log').select('actor').where('verb', '=', 'second-factor-required');
	expect(await log.execute()).toEqual([{ actor: elena.id }]);
});

test('staff without one are not signed in by the password: a first code lets them in, with their recovery codes', async () => {
	await giveFactor(elena);
	granted(await require(elena));
	const { token, next } = (await enter('marta')) as NextStep;
	expect(next).toBe('set-up');
	expect(await viewerOf(desk, token)).toBeUndefined();
	const over = { ok: false, refusal: { reason: 'sign-in-step-over' } };
	expect(await finishSignIn(desk, { token, code: '000000', address: '' })).toEqual(over);

	const phone = await authenticator(testing, marta.id);
	const guess = { token, code: await phone.doesNotShow(), address: '' };
	expect(await setUpAtSignIn(desk, guess)).toEqual({ ok: false, refusal: { reason: 'wrong-first-code' } });
	const done = granted(await setUpAtSignIn(desk, { ...guess, code: await phone.shows() }));
	expect(done.codes).toHaveLength(10);
	expect((await viewerOf(desk, done.session.token))?.id).toBe(marta.id);
	expect((await enter('marta')) as NextStep).toMatchObject({ next: 'code' });
});

test('a step that asks for a code sets up nothing, whoever has the password', async () => {
	const phone = await giveFactor(marta);
	const { token } = (await enter('marta')) as NextStep;
	const outcome = await setUpAtSignIn(desk, { token, code: await phone.next(), address: '' });
	expect(outcome).toEqual({ ok: false, refusal: { reason: 'sign-in-step-over' } });
	expect(await secondFactorOf(desk.db, marta.id)).toBeDefined();
});

test('customers decide for themselves, and so does everybody while it is not required', async () => {
	expect('session' in (await enter('marta'))).toBe(true);
	await giveFactor(elena);
	granted(await require(elena));
	expect('session' in (await enter(paola.name))).toBe(true);
	granted(await require(elena, false));
	expect('session' in (await enter('marta'))).toBe(true);
});

test('staff do not remove their own while it is required', async () => {
	await giveFactor(elena);
	granted(await require(elena));
	const refusal = { reason: 'second-factor-required' };
	expect(await removeSecondFactor(desk, elena, key())).toEqual({ ok: false, refusal });
	granted(await require(elena, false));
	granted(await removeSecondFactor(desk, elena, key()));
});
