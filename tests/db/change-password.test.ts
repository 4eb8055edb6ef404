import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { askRecovery } from '#lib/server/use-cases/ask-recovery.ts';
import { changePassword } from '#lib/server/use-cases/change-password.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { giveAccount, giveCustomer, PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const customer = await giveCustomer(desk, 'Studio Bianchi');
const chosen = 'una frase tutta nuova';

let viewer: Viewer;
let name = '';
beforeEach(async () => {
	name = `anna-${randomUUID().slice(0, 8)}`;
	const id = await giveAccount(desk, { role: 'user', username: name, customer });
	const reads = { name, language: 'it', theme: undefined } as const;
	viewer = { id, role: 'user', customer, seesColleagues: true, ...reads, proved: provedForGood };
});

const begun = async () =>
	desk.db.transaction().execute(async (tx) => (await startSession(tx, viewer, await clock.now(tx))).token);
const change = (token: string, requestKey: string = randomUUID(), password = chosen) =>
	changePassword(desk, viewer, { password, token, requestKey });
const letIn = async (password: string) => (await signIn(desk, { name, password, address: randomUUID() })).ok;
const mails = async () => {
	const written = desk.db.selectFrom('mail_out').select('kind').where('account', '=', viewer.id).orderBy('id');
	return (await written.execute()).map(({ kind }) => kind);
};

test('another password is chosen; the session goes on, the others and every link end, and the owner is told', async () => {
	const [here, elsewhere] = [await begun(), await begun()];
	await askRecovery(desk, { name, address: randomUUID() });
	expect(await change(here)).toEqual({ ok: true, value: undefined });
	expect([await letIn(PASSWORD), await letIn(chosen)]).toEqual([false, true]);
	expect([(await viewerOf(desk, here))?.id, await viewerOf(desk, elsewhere)]).toEqual([viewer.id, undefined]);
	expect(await desk.db.selectFrom('recovery').select('account').where('account', '=', viewer.id).execute()).toEqual([]);
	expect(await mails()).toEqual(['recovery', 'password-changed']);
	const entries = (await recorded(desk, 'password-changed')).filter(({ subject }) => subject === viewer.id);
	expect(entries).toMatchObject([{ actor: viewer.id, details: {} }]);
});

test('sent twice it is done once; sent again with another password it is another request, and refused', async () => {
	const [here, key] = [await begun(), randomUUID()];
	const twice = await Promise.all([change(here, key), change(here, key)]);
	expect(twice).toEqual(Array(2).fill({ ok: true, value: undefined }));
	expect(await mails()).toEqual(['password-changed']);
	expect(await change(here, key, 'una frase ancora diversa')).toMatchObject({
		refusal: { reason: 'request-key-reused' },
	});
	expect(await letIn(chosen)).toBe(true);
	const kept = desk.db.selectFrom('request_key').select(['outcome', 'digest']).where('account', '=', viewer.id);
	expect(JSON.stringify(await kept.execute())).not.toContain(chosen);
});

test('whoever has not just shown the present one is asked, however recently they signed in', async () => {
	const here = await begun();
	const at = (await clock.now(desk.db)).subtract({ seconds: 11 });
	viewer.proved = { at, withCode: true };
	expect(await change(here)).toEqual({ ok: false, refusal: { reason: 'proof-needed', withCode: true } });
	expect([await letIn(PASSWORD), await mails()]).toEqual([true, []]);
});

test.each([
	['common', 'password123'],
	['personal', () => `${name}!`],
])('one that is %s is not taken', async (kind, password) => {
	const typed = typeof password === 'string' ? password : password();
	const outcome = await change(await begun(), randomUUID(), typed);
	expect(outcome).toEqual({ ok: false, refusal: { reason: `password-${kind}` } });
	expect(await letIn(PASSWORD)).toBe(true);
});
