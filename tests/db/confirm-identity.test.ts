import { describe, expect, test } from 'vitest';
import { proofMinutes } from '#lib/domain/credentials.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { attemptLimits } from '#lib/server/auth/attempts.ts';
import { endSessionsOf, startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { changeCustomer } from '#lib/server/use-cases/change-customer.ts';
import { confirmIdentity } from '#lib/server/use-cases/confirm-identity.ts';
import { createStaff } from '#lib/server/use-cases/create-staff.ts';
import { endSessions } from '#lib/server/use-cases/end-sessions.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key, testHouse } from '../support/house.ts';

const { desk, clock } = await testDesk();
const { paola, chiara } = await testHouse(desk);
const elena = await giveStaff(desk, 'elena', 'administrator');
const address = '192.0.2.7';
const needed = { ok: false, refusal: { reason: 'proof-needed', withCode: false } };

async function signedIn({ id, role }: Viewer): Promise<{ token: string; viewer: Viewer }> {
	const now = await clock.now(desk.db);
	const { token } = await desk.db.transaction().execute((tx) => startSession(tx, { id, role }, now));
	return { token, viewer: await seen(token) };
}
async function seen(token: string): Promise<Viewer> {
	const viewer = await viewerOf(desk, token);
	if (!viewer) throw new Error('Nobody is signed in with this token.');
	return viewer;
}
const prove = (viewer: Viewer, token: string, password = PASSWORD, from = address) =>
	confirmIdentity(desk, viewer, { token, password, code: '', address: from });
const endOthers = async (viewer: Viewer, token: string) => endSessions(desk, viewer, { ...key(), allBut: token });

describe('what bears on who comes in', () => {
	test('is done for a quarter of an hour after signing in, and asks again from then on', async () => {
		const { token } = await signedIn(paola);
		clock.advance({ minutes: proofMinutes - 1 });
		expect((await endOthers(await seen(token), token)).ok).toBe(true);
		clock.advance({ minutes: 1 });
		expect(await endOthers(await seen(token), token)).toEqual(needed);
	});

	test('is done again once the password was given, under another token', async () => {
		const { token, viewer } = await signedIn(paola);
		clock.advance({ hours: 3 });
		const { session } = granted(await prove(viewer, token));
		expect(await viewerOf(desk, token)).toBeUndefined();
		expect((await endOthers(await seen(session.token), session.token)).ok).toBe(true);
	});

	test('of a customer is who sees whose tickets, and not what they are called', async () => {
		const { token } = await signedIn(elena);
		clock.advance({ minutes: proofMinutes });
		const change = { customer: paola.customer, name: 'Ferri, Landi e figli', colleaguesSeeTickets: true };
		const viewer = await seen(token);
		granted(await changeCustomer(desk, viewer, { ...key(), ...change }));
		const closed = { ...change, name: 'Ferri e Landi', colleaguesSeeTickets: false };
		expect(await changeCustomer(desk, viewer, { ...key(), ...closed })).toEqual(needed);
		const { session } = granted(await prove(viewer, token));
		granted(await changeCustomer(desk, await seen(session.token), { ...key(), ...closed }));
	});

	test('is refused an administrator whose proof is old, before anything else is looked at', async () => {
		const { token } = await signedIn(elena);
		clock.advance({ minutes: proofMinutes });
		const gino = { ...key(), name: '', username: 'x', email: 'x', language: 'it', role: 'agent' } as const;
		expect(await createStaff(desk, await seen(token), gino)).toEqual(needed);
		const { token: _, proved: __, ...withoutSession } = { ...elena, token };
		expect(await createStaff(desk, withoutSession, gino)).toEqual(needed);
	});
});

test('a session that was confirmed ends when it would have ended', async () => {
	const { token, viewer } = await signedIn(paola);
	const end = (await clock.now(desk.db)).add({ hours: 90 * 24 });
	let current = token;
	for (let day = 0; day < 90; day += 20) {
		clock.advance({ hours: 20 * 24 - 1 });
		const { session } = granted(await prove(viewer, current));
		current = session.token;
		expect(session.hours).toBe(Math.ceil((await clock.now(desk.db)).until(end).total('hours')));
		if (day === 60) break;
	}
	clock.set(end);
	expect(await viewerOf(desk, current)).toBeUndefined();
});

describe('whoever confirms', () => {
	test('with another password, or in another’s session, gets nowhere', async () => {
		const { token, viewer } = await signedIn(paola);
		const theirs = await signedIn(chiara);
		const wrong = { ok: false, refusal: { reason: 'wrong-password', withCode: false } };
		expect(await prove(viewer, token, 'cavallo-batterie')).toEqual(wrong);
		expect(await prove(viewer, theirs.token)).toEqual(wrong);
		expect((await seen(theirs.token)).id).toBe(chiara.id);
		await desk.db.transaction().execute((tx) => endSessionsOf(tx, paola.id));
		expect(await prove(viewer, token)).toEqual(wrong);
	});

	test('is stopped after ten wrong passwords, from wherever, and the log tells of each that was tried', async () => {
		const { token, viewer } = await signedIn(chiara);
		for (let n = 0; n < attemptLimits.account; n++) await prove(viewer, token, 'sbagliata', `192.0.2.${n}`);
		expect(await prove(viewer, token)).toMatchObject({ refusal: { reason: 'too-many-attempts' } });
		const told = desk.db.selectFrom('audit_log').select('subject').where('verb', '=', 'proof-refused');
		expect(await told.where('actor', '=', chiara.id).execute()).toHaveLength(attemptLimits.account);
		clock.advance({ minutes: attemptLimits.windowMinutes });
		expect((await prove(viewer, token)).ok).toBe(true);
	});

	test('cannot be stopped by what is typed to sign in', async () => {
		const { token, viewer } = await signedIn(paola);
		for (let n = 0; n <= attemptLimits.account; n++) {
			await signIn(desk, { name: `\0proof:${paola.id}`, password: 'x', address: `198.51.100.${n}` });
		}
		expect((await prove(viewer, token)).ok).toBe(true);
	});
});
