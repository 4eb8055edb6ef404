import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyFits } from '#lib/server/auth/key-fits.ts';
import { begunSecret } from '#lib/server/auth/second-factor.ts';
import type { Desk } from '#lib/server/desk.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { confirmIdentity } from '#lib/server/use-cases/confirm-identity.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { finishSignIn } from '#lib/server/use-cases/finish-sign-in.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { type NextStep, signIn } from '#lib/server/use-cases/sign-in.ts';
import { takeSecondFactorAway } from '#lib/server/use-cases/take-second-factor-away.ts';
import { secretKeyFrom } from '#platform/secret-key.ts';
import { entered, PASSWORD } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const testing = await testDesk();
const { desk } = testing;
const { paola, andrea } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
/** The same house, started without its key. */
const lost: Desk = { ...desk, secretKey: secretKeyFrom(randomBytes(32)) };
const unreadable = { ok: false, refusal: { reason: 'second-factor-unreadable' } };

const person = { name: 'Nora', username: 'nora', email: 'nora@example.it', language: 'it' } as const;
const enter = async () => granted(await signIn(lost, { name: 'paola', password: PASSWORD, address: '' }));

describe('with another secret key', async () => {
	expect(await keyFits(lost)).toBe(true);
	const issued = granted(await createUser(desk, elena, { ...key(), ...person, customer: paola.customer }));
	granted(await beginSecondFactor(desk, paola));
	const phone = await authenticator(testing, paola.id);
	const { codes } = granted(await setUpSecondFactor(desk, paola, { code: await phone.shows(), token: '' }));

	test('it is known at the start, by a link or by a second factor', async () => {
		expect([await keyFits(desk), await keyFits(lost)]).toEqual([true, false]);
		await desk.db.updateTable('activation').set({ nonce: null }).execute();
		expect([await keyFits(desk), await keyFits(lost)]).toEqual([true, false]);
	});

	test('no code of the app and no recovery code counts, and it is said why; the log has it', async () => {
		for (const code of [await phone.next(), codes[0] ?? '']) {
			const { token } = (await enter()) as NextStep;
			expect(await finishSignIn(lost, { token, code, address: '' })).toEqual(unreadable);
			const proof = { token, password: PASSWORD, code, address: '' };
			expect(await confirmIdentity(lost, paola, proof)).toEqual(unreadable);
		}
		const refusals = await recorded(desk, 'sign-in-refused', 'proof-refused');
		expect(refusals.map(({ details }) => details)).toEqual(Array(4).fill({ reason: 'second-factor-unreadable' }));
	});

	test('a link that was sent before goes on working', async () => {
		const chosen = { ...key(), token: issued.token ?? '', password: 'una frase lunga', address: '' };
		granted(await activate(lost, chosen));
	});

	test('a set-up that was begun shows nothing, and begins anew', async () => {
		granted(await beginSecondFactor(desk, andrea));
		expect(await begunSecret(lost, andrea.id)).toBeUndefined();
		granted(await beginSecondFactor(lost, andrea));
		expect(await begunSecret(lost, andrea.id)).toHaveLength(20);
	});

	test('an administrator takes the second factor away, and the password alone lets in', async () => {
		granted(await takeSecondFactorAway(lost, elena, { ...key(), account: paola.id }));
		expect(entered(await enter()).account).toBe(paola.id);
	});
});
