import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { attemptLimits } from '#lib/server/auth/attempts.ts';
import { secondFactorOf } from '#lib/server/auth/second-factor.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { beginStep } from '#lib/server/auth/sign-in-step.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { confirmIdentity } from '#lib/server/use-cases/confirm-identity.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { finishSignIn } from '#lib/server/use-cases/finish-sign-in.ts';
import { removeSecondFactor } from '#lib/server/use-cases/remove-second-factor.ts';
import { renewRecoveryCodes } from '#lib/server/use-cases/renew-recovery-codes.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { type NextStep, signIn } from '#lib/server/use-cases/sign-in.ts';
import { sweepExpired } from '#lib/server/use-cases/sweep-expired.ts';
import { takeSecondFactorAway } from '#lib/server/use-cases/take-second-factor-away.ts';
import { entered, giveAccount, giveCustomer, PASSWORD } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const customer = await giveCustomer(desk, 'Studio Bianchi');
const elena = await giveStaff(desk, 'elena', 'administrator');
const wrongCode = { ok: false, refusal: { reason: 'wrong-code' } };
const isOver = { ok: false, refusal: { reason: 'sign-in-step-over' } };
let nth = 0;

/** A user with a second factor: their telephone, their recovery codes, and themselves signed in. */
async function withFactor(username = `user${++nth}`) {
	const id = await giveAccount(desk, { role: 'user', username, customer });
	const now = await clock.now(desk.db);
	const session = await desk.db.transaction().execute((tx) => startSession(tx, { id, role: 'user' }, now));
	const viewer = await seen(session.token);
	granted(await beginSecondFactor(desk, viewer));
	const phone = await authenticator(testing, id);
	const set = granted(await setUpSecondFactor(desk, viewer, { code: await phone.shows(), token: session.token }));
	const token = set.session?.token ?? '';
	return { id, username, viewer: await seen(token), token, phone, codes: set.codes };
}
async function seen(token: string): Promise<Viewer> {
	const viewer = await viewerOf(desk, token);
	if (!viewer) throw new Error('Nobody is signed in with this token.');
	return viewer;
}
async function password(name: string, address = ''): Promise<string> {
	const { token, next } = granted(await signIn(desk, { name, password: PASSWORD, address })) as NextStep;
	expect(next).toBe('code');
	return token;
}
/** As by the password, which takes its time. */
const stepOf = async (id: number) => {
	const now = await clock.now(desk.db);
	return desk.db.transaction().execute((tx) => beginStep(tx, id, now));
};
const finish = (token: string, code: string, address = '') => finishSignIn(desk, { token, code, address });

describe('setting up', () => {
	test('asks for a first code, and gives ten recovery codes that are kept nowhere, nor is the secret', async () => {
		const { id, viewer, codes } = await withFactor();
		expect(codes).toHaveLength(10);
		expect(await secondFactorOf(desk.db, id)).toMatchObject({ codesLeft: 10 });
		expect(viewer.proved?.withCode).toBe(true);
		const { rows } = await sql<{ all: string }>`select string_agg(t::text, '') as all from (
			select f::text as t from second_factor f union all select c::text from recovery_code c
			union all select m::text from mail_out m union all select a::text from audit_log a
			union all select k::text from request_key k) as every`.execute(desk.db);
		for (const code of codes) expect(rows[0]?.all).not.toContain(code);
	});

	test('with a code that is not of it leaves everything as it was', async () => {
		const id = await giveAccount(desk, { role: 'user', username: 'bruno', customer });
		const { session } = entered(granted(await signIn(desk, { name: 'bruno', password: PASSWORD, address: '' })));
		const viewer = await seen(session.token);
		granted(await beginSecondFactor(desk, viewer));
		const phone = await authenticator(testing, id);
		const refusal = { reason: 'wrong-first-code' };
		const sent = { code: await phone.doesNotShow(), token: session.token };
		expect(await setUpSecondFactor(desk, viewer, sent)).toEqual({ ok: false, refusal });
		expect(await secondFactorOf(desk.db, id)).toBeUndefined();
		expect('session' in granted(await signIn(desk, { name: 'bruno', password: PASSWORD, address: '' }))).toBe(true);
	});

	test('replaces no second factor there is, and gives the session another token', async () => {
		const { viewer, token, phone } = await withFactor();
		const refusal = { reason: 'second-factor-there' };
		expect(await beginSecondFactor(desk, viewer)).toEqual({ ok: false, refusal });
		expect(await setUpSecondFactor(desk, viewer, { code: await phone.next(), token })).toEqual({ ok: false, refusal });
	});

	test('is told to whose account it is, without a promise or a secret', async () => {
		const { id } = await withFactor();
		const told = desk.db.selectFrom('mail_out').select(['kind', 'subject', 'body']).where('account', '=', id);
		const [mail] = await told.execute();
		expect(mail).toMatchObject({ kind: 'second-factor', subject: 'Il secondo fattore è attivo' });
		expect(mail?.body).toMatch(/^Gentile User\d+,\n\nd’ora in poi.*\n\/access\n/s);
	});
});

describe('between password and code', () => {
	test('nobody is signed in: the token is of no session', async () => {
		const { username } = await withFactor();
		expect(await viewerOf(desk, await password(username))).toBeUndefined();
	});

	test('the code lets in, once', async () => {
		const { username, id, phone } = await withFactor();
		const step = await password(username);
		const code = await phone.next();
		const done = granted(await finish(step, code));
		expect((await seen(done.session.token)).id).toBe(id);
		expect(await finish(step, await phone.next())).toEqual(isOver);
		expect(await finish(await password(username), code)).toEqual(wrongCode);
	});

	test('the code that set it up, the one before and one used at the same moment do not count', async () => {
		const { username, phone } = await withFactor();
		expect(await finish(await password(username), await phone.shows())).toEqual(wrongCode);
		const [one, other, code] = [await password(username), await password(username), await phone.next()];
		const both = await Promise.all([finish(one, code), finish(other, code)]);
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await finish(await password(username), await phone.shows(-1))).toEqual(wrongCode);
	});

	test('ten minutes pass, and it begins again; what is over is swept', async () => {
		const { username, phone } = await withFactor();
		const step = await password(username);
		clock.advance({ minutes: 10 });
		expect(await finish(step, await phone.next())).toEqual(isOver);
		await sweepExpired(desk);
		const left = desk.db.selectFrom('sign_in_step').select('account');
		expect(await left.execute()).toEqual([]);
	});

	test('an account that is disabled meanwhile lets nobody in', async () => {
		const { username, id, phone } = await withFactor();
		const step = await password(username);
		granted(await disableAccount(desk, elena, { ...key(), account: id }));
		expect(await finish(step, await phone.next())).toEqual(isOver);
	});

	test.each(['', ' ', '12345', '0000000000000', 'x'.repeat(10_000)])('%j is a wrong code', async (code) => {
		const { username } = await withFactor();
		expect(await finish(await password(username), code)).toEqual(wrongCode);
	});
});

describe('a recovery code', () => {
	test('lets in once, however it is typed; whose it is is told how many are left', async () => {
		const { username, id, codes } = await withFactor();
		const code = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
		granted(await finish(await password(username), code));
		expect(await finish(await password(username), code)).toEqual(wrongCode);
		expect(await secondFactorOf(desk.db, id)).toMatchObject({ codesLeft: 9 });
		const told = desk.db.selectFrom('mail_out').select('body').where('account', '=', id).orderBy('id', 'desc');
		expect((await told.executeTakeFirstOrThrow()).body).toContain('Ne restano 9.');
	});

	test('of somebody else, or of before there were new ones, does not', async () => {
		const [one, other] = [await withFactor(), await withFactor()];
		expect(await finish(await password(one.username), other.codes[0] ?? '')).toEqual(wrongCode);
		const renewed = granted(await renewRecoveryCodes(desk, one.viewer));
		expect(await finish(await password(one.username), one.codes[0] ?? '')).toEqual(wrongCode);
		granted(await finish(await password(one.username), renewed[0] ?? ''));
	});
});

describe('whoever guesses codes', () => {
	test('is stopped after ten, from wherever; the right code no longer counts, a recovery code does', async () => {
		const { id, phone, codes } = await withFactor();
		const guess = await phone.doesNotShow();
		for (let n = 0; n < attemptLimits.account; n++) {
			expect(await finish(await stepOf(id), guess, `192.0.2.${n}`)).toEqual(wrongCode);
		}
		const right = await finish(await stepOf(id), await phone.next());
		expect(right).toMatchObject({ refusal: { reason: 'too-many-attempts' } });
		granted(await finish(await stepOf(id), codes[0] ?? ''));
	});

	test('gets no more tries by giving the password again, nor all at once', async () => {
		const { id, phone } = await withFactor();
		const guess = await phone.doesNotShow();
		const steps = await Promise.all(Array.from({ length: 20 }, () => stepOf(id)));
		const tried = await Promise.all(steps.map((step, n) => finish(step, guess, `192.0.2.${n}`)));
		expect(tried.filter((outcome) => !outcome.ok && outcome.refusal.reason === 'wrong-code')).toHaveLength(10);
	});

	test('gets thirty in a day, whatever they wait; who has the telephone loses none of them', async () => {
		const { id, phone } = await withFactor();
		let tried = 0;
		for (let quarter = 0; quarter < 5; quarter++) {
			const guess = await phone.doesNotShow();
			for (let n = 0; n < attemptLimits.account; n++) {
				const outcome = await finish(await stepOf(id), guess, `192.0.${quarter}.${n}`);
				if (!outcome.ok && outcome.refusal.reason === 'wrong-code') tried += 1;
			}
			clock.advance({ minutes: attemptLimits.windowMinutes });
		}
		expect(tried).toBe(30);
		clock.advance({ hours: 24 });
		for (let n = 0; n < 40; n++) granted(await finish(await stepOf(id), await phone.next()));
	});
});

describe('who is signed in', () => {
	test('is asked for password and code, and neither alone will do', async () => {
		const { viewer, token, phone } = await withFactor();
		const prove = (given: { password: string; code: string }) =>
			confirmIdentity(desk, viewer, { ...given, token, address: '' });
		expect(await prove({ password: PASSWORD, code: '' })).toEqual(wrongCode);
		expect(await prove({ password: 'sbagliata', code: await phone.next() })).toMatchObject({
			refusal: { reason: 'wrong-password', withCode: true },
		});
		granted(await prove({ password: PASSWORD, code: await phone.shows() }));
	});

	test('removes their own only by a proof of its own', async () => {
		const { id, viewer, token, phone } = await withFactor();
		clock.advance({ minutes: 2 });
		const refusal = { reason: 'proof-needed', withCode: true };
		expect(await removeSecondFactor(desk, viewer, key())).toEqual({ ok: false, refusal });
		const proof = { token, password: PASSWORD, code: await phone.shows(), address: '' };
		const { session } = granted(await confirmIdentity(desk, viewer, proof));
		granted(await removeSecondFactor(desk, await seen(session.token), key()));
		expect(await secondFactorOf(desk.db, id)).toBeUndefined();
	});
});

test('a lost telephone: an administrator takes it away, sessions and steps end, and the person is told', async () => {
	const { id, username, token, phone } = await withFactor();
	const step = await password(username);
	granted(await takeSecondFactorAway(desk, elena, { ...key(), account: id }));
	expect(await viewerOf(desk, token)).toBeUndefined();
	expect(await finish(step, await phone.next())).toEqual(isOver);
	expect('session' in granted(await signIn(desk, { name: username, password: PASSWORD, address: '' }))).toBe(true);
	const told = desk.db.selectFrom('mail_out').select('subject').where('account', '=', id).orderBy('id', 'desc');
	expect((await told.executeTakeFirstOrThrow()).subject).toBe('Il secondo fattore è stato tolto');
	const log = desk.db.selectFrom('audit_log').select(['actor', 'subject']).where('verb', '=', 'second-factor-removed');
	expect(await log.orderBy('id', 'desc').executeTakeFirstOrThrow()).toEqual({ actor: elena.id, subject: id });
	const again = await takeSecondFactorAway(desk, elena, { ...key(), account: id });
	expect(again).toEqual({ ok: false, refusal: { reason: 'no-second-factor' } });
});
