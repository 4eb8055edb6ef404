import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { provedForGood } from '#lib/server/access/recent-proof.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { claim } from '#lib/server/db/mail-queue.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { ownAddress } from '#lib/server/queries/own-account.ts';
import { askNewAddress } from '#lib/server/use-cases/ask-new-address.ts';
import { askRecovery } from '#lib/server/use-cases/ask-recovery.ts';
import { changeAccount } from '#lib/server/use-cases/change-account.ts';
import { changePassword } from '#lib/server/use-cases/change-password.ts';
import { confirmAddress } from '#lib/server/use-cases/confirm-address.ts';
import { disableAccount } from '#lib/server/use-cases/disable-account.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { stopAddress } from '#lib/server/use-cases/stop-address.ts';
import { giveAccount, giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const admin = await giveStaff(desk, 'ada', 'administrator');
const customer = await giveCustomer(desk, 'Studio Bianchi');

let viewer: Viewer;
let [name, fresh] = ['', ''];
beforeEach(async () => {
	name = `anna-${randomUUID().slice(0, 8)}`;
	fresh = `${name}.nuova@example.it`;
	const id = await giveAccount(desk, { role: 'user', username: name, customer });
	const reads = { name, language: 'it', theme: undefined } as const;
	viewer = { id, role: 'user', customer, seesColleagues: true, ...reads, proved: provedForGood };
});

const refusal = (reason: string) => ({ ok: false, refusal: { reason } });
const ask = (email = fresh) => askNewAddress(desk, viewer, { ...key(), email });
const begun = async () =>
	desk.db.transaction().execute(async (tx) => (await startSession(tx, viewer, await clock.now(tx))).token);
const addressOf = async (id = viewer.id) =>
	(await desk.db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;
const mails = (account = viewer.id) =>
	desk.db
		.selectFrom('mail_out')
		.select(['kind', 'address', 'subject', 'body'])
		.where('account', '=', account)
		.orderBy('id')
		.execute();
const kinds = async (account?: number) => (await mails(account)).map(({ kind, address }) => [kind, address]);

/** The links that are out: the last that were mailed to each address. */
async function links() {
	const written = (await mails()).map(({ body }) => withAddresses(body, '', desk.secretKey));
	const last = (pattern: RegExp, among: string[]) =>
		among.map((body) => pattern.exec(body)?.[1]).findLast(Boolean) ?? '';
	const [present, there] = [/\/stop-address/, /Buongiorno,/].map((mark) => written.filter((body) => mark.test(body)));
	const confirm = /^\/confirm-address\/([\w-]{43})$/m;
	return {
		present: last(confirm, present ?? []),
		new: last(confirm, there ?? []),
		stop: last(/^\/stop-address\/([\w-]{43})$/m, present ?? []),
	};
}
const confirm = (token: string, session?: string) => confirmAddress(desk, { token, session });
const verbs = async () =>
	(await recorded(desk, 'address-asked', 'address-confirmed', 'address-changed', 'address-stopped'))
		.filter(({ subject }) => subject === viewer.id)
		.map(({ verb, details }) => [verb, details]);

test.each(['present', 'new'] as const)('changes once it is confirmed at both, the %s address first', async (first) => {
	const [here, elsewhere] = [await begun(), await begun()];
	const before = await addressOf();
	expect(await ask()).toEqual({ ok: true, value: undefined });
	expect(await kinds()).toEqual([
		['address-change', before],
		['address-confirm', fresh],
	]);
	await askRecovery(desk, { name, address: randomUUID() });
	const out = await links();
	const second = first === 'new' ? 'present' : 'new';
	expect(await confirm(out[first], here)).toEqual({ ok: true, value: { side: first, isDone: false } });
	expect(await confirm(out[first], here)).toEqual({ ok: true, value: { side: first, isDone: false } });
	expect(await addressOf()).toBe(before);
	expect((await ownAddress(desk, viewer)).change?.confirmed).toEqual({ present: false, new: false, [first]: true });
	expect(await confirm(out[second], here)).toEqual({ ok: true, value: { side: second, isDone: true } });

	expect(await ownAddress(desk, viewer)).toEqual({ email: fresh, change: undefined });
	expect([(await viewerOf(desk, here))?.id, await viewerOf(desk, elsewhere)]).toEqual([viewer.id, undefined]);
	expect(await desk.db.selectFrom('recovery').select('account').where('account', '=', viewer.id).execute()).toEqual([]);
	expect((await kinds()).slice(-2)).toEqual([
		['address-changed', before],
		['address-changed', fresh],
	]);
	for (const token of [out.present, out.new]) expect(await confirm(token)).toEqual(refusal('address-used'));
	expect(await stopAddress(desk, { token: out.stop })).toEqual(refusal('address-used'));
	expect(await verbs()).toEqual([
		['address-asked', { email: fresh }],
		['address-confirmed', { side: first }],
		['address-confirmed', { side: second }],
		['address-changed', { from: { email: before }, to: { email: fresh } }],
	]);
});

test('both confirmed at once is one change', async () => {
	await ask();
	const out = await links();
	const outcomes = await Promise.all([confirm(out.present), confirm(out.new)]);
	expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isDone)).toHaveLength(1);
	expect(await addressOf()).toBe(fresh);
	expect((await kinds()).filter(([kind]) => kind === 'address-changed')).toHaveLength(2);
});

test('“this was not me” leaves the address, and ends every session and link', async () => {
	const here = await begun();
	const before = await addressOf();
	await ask();
	const out = await links();
	await confirm(out.new);
	expect(await stopAddress(desk, { token: out.stop })).toEqual({ ok: true, value: undefined });
	expect([await addressOf(), await viewerOf(desk, here)]).toEqual([before, undefined]);
	for (const token of [out.present, out.new]) expect(await confirm(token)).toEqual(refusal('address-unknown'));
	expect(await stopAddress(desk, { token: out.stop })).toEqual(refusal('address-unknown'));
	expect((await verbs()).at(-1)).toEqual(['address-stopped', {}]);
});

test('a link does what it is for and nothing else, and no token is kept', async () => {
	await ask();
	const out = await links();
	expect(await confirm(out.stop)).toEqual(refusal('address-unknown'));
	for (const token of [out.present, out.new, '']) {
		expect(await stopAddress(desk, { token })).toEqual(refusal('address-unknown'));
	}
	expect(new Set(Object.values(out)).size).toBe(3);
	const kept = JSON.stringify([await mails(), await desk.db.selectFrom('new_address').selectAll().execute()]);
	for (const token of Object.values(out)) expect(kept).not.toContain(token);
});

test('a new request takes the place of the former; after a day the links end', async () => {
	await ask();
	const former = await links();
	await ask(`altra.${fresh}`);
	for (const token of Object.values(former)) {
		expect(await confirm(token)).toEqual(refusal('address-unknown'));
		expect(await stopAddress(desk, { token })).toEqual(refusal('address-unknown'));
	}
	const out = await links();
	await confirm(out.new);
	clock.advance({ hours: 24 });
	expect(await confirm(out.present)).toEqual(refusal('address-expired'));
	expect((await ownAddress(desk, viewer)).change).toBeUndefined();
	expect(await stopAddress(desk, { token: out.stop })).toMatchObject({ ok: true });
});

test('an address of somebody else is answered alike, and it is they who are told', async () => {
	const other = await giveAccount(desk, { role: 'user', username: `${name}-b`, customer });
	const taken = await addressOf(other);
	expect(await ask(taken.toUpperCase().replace('EXAMPLE.IT', 'example.it'))).toEqual({ ok: true, value: undefined });
	expect((await ownAddress(desk, viewer)).change?.confirmed).toEqual({ present: false, new: false });
	expect((await kinds()).map(([kind]) => kind)).toEqual(['address-change']);
	const [told] = await mails(other);
	expect(told?.kind).toBe('address-taken');
	// Nobody's username: they stand in quotes.
	expect(told?.body).not.toContain('«');
	expect(told?.body).not.toMatch(/confirm-address|stop-address/);
	expect(await confirm((await links()).present)).toMatchObject({ value: { isDone: false } });
});

test('an address that was given to somebody else since is refused, and nothing has changed', async () => {
	await ask();
	const out = await links();
	await confirm(out.new);
	const other = await giveAccount(desk, { role: 'user', username: `${name}-c`, customer });
	await desk.db.updateTable('account').set({ email: fresh.toUpperCase() }).where('id', '=', other).execute();
	const before = await addressOf();
	expect(await confirm(out.present)).toEqual(refusal('address-taken'));
	expect(await addressOf()).toBe(before);
	expect(await verbs()).toHaveLength(2);
});

test('one’s own, one that is none, and no recent proof are refused', async () => {
	expect(await ask(await addressOf())).toEqual(refusal('address-yours'));
	for (const none of ['paola', 'paola@', 'päola@example.it', '"a b"@example.it', 'a@b@c.it', 'a@b.it\nBcc: c@d.it']) {
		expect(await ask(none)).toMatchObject({ ok: false, refusal: { reason: 'not-valid', field: 'email' } });
	}
	viewer.proved = { at: (await clock.now(desk.db)).subtract({ minutes: 16 }), withCode: false };
	expect(await ask()).toMatchObject(refusal('proof-needed'));
	expect(await mails()).toEqual([]);
});

test('another password, or disabling, ends the links', async () => {
	await ask();
	const first = await links();
	granted(await changePassword(desk, viewer, { ...key(), password: 'una frase tutta nuova', token: '' }));
	expect(await confirm(first.new)).toEqual(refusal('address-unknown'));
	await ask();
	const second = await links();
	granted(await disableAccount(desk, admin, { ...key(), account: viewer.id }));
	expect(await confirm(second.new)).toEqual(refusal('address-unknown'));
});

test('a mail to another address goes there alone, and names nobody', async () => {
	await ask();
	const at = await clock.now(desk.db);
	const next = (now: Temporal.Instant) =>
		desk.db.transaction().execute((tx) => claim(tx, viewer.id, { now, until: now.add({ minutes: 9 }), perHour: 1 }));
	const parcel = await next(at);
	expect(parcel).toMatchObject({ to: { name: '', email: await addressOf() }, notices: [{ kind: 'address-change' }] });
	const body = (await mails()).find(({ kind }) => kind === 'address-confirm')?.body ?? '';
	expect(body).not.toMatch(new RegExp(`${name}|Studio`, 'i'));
});

test('an administrator’s change of an address in use is confirmed by its owner; the rest holds at once', async () => {
	const before = await addressOf();
	const person = { name: 'Anna Nuova', username: name, email: fresh, language: 'it' as const };
	const change = (email = fresh) => changeAccount(desk, admin, { ...key(), ...person, email, account: viewer.id });
	expect(await change(`${admin.name}@example.it`)).toEqual(refusal('email-taken'));
	expect(granted(await change())).toEqual({ address: 'to-confirm' });
	expect(await desk.db.selectFrom('account').select(['name', 'email']).where('id', '=', viewer.id).execute()).toEqual([
		{ name: 'Anna Nuova', email: before },
	]);
	const out = await links();
	await confirm(out.present);
	await confirm(out.new);
	expect(await addressOf()).toBe(fresh);
	expect(granted(await change())).toEqual({ address: 'same' });
});

test('that of somebody not activated yet changes at once, and the link that is out goes there anew', async () => {
	const username = `${name}-d`;
	const account = await giveAccount(desk, { role: 'user', username, customer, activated: false });
	const change = (email: string) =>
		changeAccount(desk, admin, { ...key(), name: 'Dino', username, email, language: 'it', account });
	expect(granted(await change(fresh))).toEqual({ address: 'at-once' });
	expect([await addressOf(account), await mails(account)]).toEqual([fresh, []]);
	granted(await renewActivation(desk, admin, { ...key(), account }));
	granted(await change(`altra.${fresh}`));
	expect(await kinds(account)).toEqual([
		['activation', null],
		['activation', null],
	]);
	const [former, now] = (await mails(account)).map(({ body }) => /\{link:([^}]+)\}/.exec(body)?.[1]);
	expect(former).not.toBe(now);
	const { nonce } = await desk.db
		.selectFrom('activation')
		.select('nonce')
		.where('account', '=', account)
		.executeTakeFirstOrThrow();
	expect(nonce).toBe(now);
});
