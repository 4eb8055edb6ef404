import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { StaffViewer } from '#lib/server/access/viewer.ts';
import { withAddresses } from '#lib/server/mail/addresses.ts';
import { activate } from '#lib/server/use-cases/activate.ts';
import { createUser } from '#lib/server/use-cases/create-user.ts';
import { remindActivations } from '#lib/server/use-cases/remind-activations.ts';
import { renewActivation } from '#lib/server/use-cases/renew-activation.ts';
import { giveCustomer } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted, key } from '../support/house.ts';

const { desk, clock } = await testDesk();
const origin = 'https://assistenza.example.it';
const admin: StaffViewer = await giveStaff(desk, 'ada', 'administrator');
const customer = await giveCustomer(desk, 'Studio Bianchi');

let account = 0;
let token: string | undefined;
beforeEach(async () => {
	const username = `u${randomUUID().slice(0, 8)}`;
	const person = { name: 'Anna\r\n/activate/x', username, email: `${username}@example.it`, language: 'it' } as const;
	({ account, token } = granted(await createUser(desk, admin, { ...key(), customer, ...person })));
});

const mails = () => desk.db.selectFrom('mail_out').selectAll().where('account', '=', account).orderBy('id').execute();
const linkIn = (body: string) => withAddresses(body, origin, desk.secretKey).match(/\/activate\/([\w-]{43})$/m)?.[1];

test('issuing writes a mail whose link works, and nothing that is kept holds it', async () => {
	const [mail, ...more] = await mails();
	expect(more).toEqual([]);
	expect(mail).toMatchObject({ kind: 'activation', ticket: null, language: 'it' });
	expect(mail?.body).not.toContain(token);
	expect(linkIn(mail?.body ?? '')).toBe(token);
	const chosen = { token: linkIn(mail?.body ?? '') ?? '', password: 'una frase lunga', requestKey: randomUUID() };
	expect(await activate(desk, { ...chosen, address: '' })).toMatchObject({ ok: true });
});

test('who may not open the link sees that there is one, and not more', async () => {
	const [mail] = await mails();
	const shown = withAddresses(mail?.body ?? '', origin, 'masked');
	expect(shown).toContain(`\n${origin}/activate/…\n`);
	expect(shown).not.toContain(token);
});

test('a new link comes in a mail of its own, and the former leads nowhere', async () => {
	const renewed = granted(await renewActivation(desk, admin, { ...key(), account }));
	const links = (await mails()).map(({ body }) => linkIn(body));
	expect(links).toEqual([token, renewed.token]);
	const former = await activate(desk, {
		token: token ?? '',
		password: 'una frase lunga',
		requestKey: randomUUID(),
		address: '',
	});
	expect(former).toEqual({ ok: false, refusal: { reason: 'link-unknown' } });
});

test('a name makes no line of its own, and no link', async () => {
	const [mail] = await mails();
	expect(mail?.body.startsWith('Gentile Anna /activate/x,\n')).toBe(true);
	const forged = `> /activate/{link:${randomUUID()}}\nGentile /activate/{link:${randomUUID()}},`;
	expect(withAddresses(forged, origin, desk.secretKey)).toBe(forged);
});

test('a link that nobody has used is brought to mind once before it ends, and is the same', async () => {
	const reminders = async () => (await mails()).filter(({ kind }) => kind === 'activation-reminder');
	await remindActivations(desk);
	expect(await reminders()).toEqual([]);
	clock.advance({ hours: 5 * 24 });
	await Promise.all([remindActivations(desk), remindActivations(desk)]);
	await remindActivations(desk);
	expect((await reminders()).map(({ body }) => linkIn(body))).toEqual([token]);
	granted(await renewActivation(desk, admin, { ...key(), account }));
	clock.advance({ hours: 7 * 24 });
	await remindActivations(desk);
	expect(await reminders()).toHaveLength(1);
});

test('who has chosen a password is reminded of nothing', async () => {
	const first = account;
	granted(
		await activate(desk, { token: token ?? '', password: 'una frase lunga', requestKey: randomUUID(), address: '' }),
	);
	granted(await renewActivation(desk, admin, { ...key(), account: first }));
	clock.advance({ hours: 6 * 24 });
	await remindActivations(desk);
	expect((await mails()).map(({ kind }) => kind)).toEqual(['activation', 'activation']);
});
