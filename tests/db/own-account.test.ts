import { describe, expect, test } from 'vitest';
import { textLimits } from '#lib/domain/limits.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { ownAccount, ownSessions } from '#lib/server/queries/own-account.ts';
import { changeName } from '#lib/server/use-cases/change-name.ts';
import { chooseNotices } from '#lib/server/use-cases/choose-notices.ts';
import { endSessions } from '#lib/server/use-cases/end-sessions.ts';
import { signIn } from '#lib/server/use-cases/sign-in.ts';
import { entered, PASSWORD } from '../support/accounts.ts';
import { testDesk } from '../support/desk.ts';
import { giveLicence, giveProduct, granted, key, testHouse } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const { desk, clock } = await testDesk();
const { paola, andrea, chiara } = await testHouse(desk);

const eventsOf = async (type: 'notices-chosen') => {
	const told = desk.db.selectFrom('event').select(['actor', 'account', 'data']).where('type', '=', type);
	return (await told.orderBy('id').execute()).slice(-1);
};
const lastRecorded = async (verb: 'account-changed' | 'sessions-ended') => (await recorded(desk, verb)).slice(-1);

describe('a name', () => {
	test('is changed by whoever bears it, and the audit log tells what it was', async () => {
		granted(await changeName(desk, paola, { ...key(), name: '  Paola   Ferri ' }));
		const data = { from: { name: 'Paola' }, to: { name: 'Paola Ferri' } };
		const entry = { actor: paola.id, subject: paola.id, details: data };
		expect(await lastRecorded('account-changed')).toMatchObject([entry]);
		const named = desk.db.selectFrom('account').select('name').where('id', 'in', [paola.id, andrea.id]).orderBy('id');
		expect((await named.execute()).map(({ name }) => name)).toEqual(['Paola Ferri', 'Andrea']);
	});

	test('that is sent twice, or is the same, is no change', async () => {
		const before = await recorded(desk, 'account-changed');
		const sent = { ...key(), name: 'Paola Ferri' };
		granted(await changeName(desk, paola, sent));
		granted(await changeName(desk, paola, sent));
		expect(await recorded(desk, 'account-changed')).toEqual(before);
	});

	test.each(['', ' \t', 'x'.repeat(textLimits.name + 1)])(
		'is refused when it is empty or too long: %j',
		async (name) => {
			const refusal = { reason: 'not-valid', field: 'name' };
			expect(await changeName(desk, paola, { ...key(), name })).toEqual({ ok: false, refusal });
		},
	);
});

test('what is not wanted is kept by kind, and can be wanted again', async () => {
	const muted = async () => (await ownAccount(desk, paola)).muted;
	granted(await chooseNotices(desk, paola, { ...key(), wanted: ['merged'] }));
	expect(await muted()).toEqual(['answered', 'resolved']);
	expect(await eventsOf('notices-chosen')).toMatchObject([{ data: { muted: ['answered', 'resolved'] } }]);
	expect((await ownAccount(desk, andrea)).muted).toEqual([]);
	granted(await chooseNotices(desk, paola, { ...key(), wanted: ['answered', 'resolved', 'merged'] }));
	expect(await muted()).toEqual([]);
});

test('the page knows the customer and its licences, and nobody else’s', async () => {
	await giveLicence(desk, chiara, await giveProduct(desk, 'Catasto'));
	expect(await ownAccount(desk, paola)).toMatchObject({
		username: 'paola',
		email: 'paola@example.it',
		customer: { name: 'Ferri e Landi', colleaguesSeeTickets: true },
		licences: ['Isoipsa'],
	});
	expect((await ownAccount(desk, chiara)).licences).toEqual(['Catasto', 'Isoipsa']);
});

describe('sessions', () => {
	const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
	const enter = async (who: { id: number }, userAgent = firefox) => {
		const now = await clock.now(desk.db);
		return (await desk.db.transaction().execute((tx) => startSession(tx, { ...who, role: 'user' }, now, userAgent)))
			.token;
	};
	const isIn = async (token: string) => (await viewerOf(desk, token)) !== undefined;
	const idOf = async (token: string, who = paola) =>
		(await ownSessions(desk, who, token)).find(({ isThis }) => isThis)?.id ?? 0;

	test('signing in writes down what the browser says of itself', async () => {
		const input = { name: 'tommaso', password: PASSWORD, address: '', userAgent: `${firefox}\u0000${'x'.repeat(400)}` };
		const { session, account } = entered(granted(await signIn(desk, input)));
		const kept = desk.db.selectFrom('session').select('user_agent').where('account', '=', account);
		expect((await kept.executeTakeFirstOrThrow()).user_agent).toMatch(/^Mozilla.*Firefox\/145\.0x+$/);
		expect(await isIn(session.token)).toBe(true);
	});

	test('are listed with the one in use first, the others as they were last used; of nobody else, and none that is over', async () => {
		const past = await enter(chiara);
		clock.advance({ hours: 31 * 24 });
		const [first, second, here] = [await enter(chiara, ''), await enter(chiara), await enter(chiara, 'curl/8')];
		await enter(andrea);
		clock.advance({ minutes: 10 });
		await viewerOf(desk, second);
		const listed = await ownSessions(desk, chiara, here);
		expect(listed.map(({ isThis, device }) => [isThis, device])).toEqual([
			[true, {}],
			[false, { browser: 'Firefox', system: 'Linux' }],
			[false, {}],
		]);
		expect(listed.map(({ seen }) => seen)).toEqual([
			listed[2]?.since,
			(await clock.now(desk.db)).toString(),
			listed[2]?.since,
		]);
		expect(await idOf(first, chiara)).toBe(listed[2]?.id);
		expect(await isIn(past)).toBe(false);
	});

	test('one is ended by its key, at once, and no other', async () => {
		const [here, there] = [await enter(paola), await enter(paola)];
		const session = await idOf(there);
		granted(await endSessions(desk, paola, { ...key(), session }));
		expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
		const entry = { actor: paola.id, subject: paola.id, details: { sessions: 1 } };
		expect(await lastRecorded('sessions-ended')).toMatchObject([entry]);
	});

	test('somebody else’s is as unknown as one that never was, even a colleague’s', async () => {
		const theirs = await enter(andrea);
		const refusal = { reason: 'unknown-session' };
		for (const session of [await idOf(theirs, andrea), 999_999_999]) {
			expect(await endSessions(desk, paola, { ...key(), session })).toEqual({ ok: false, refusal });
		}
		expect(await isIn(theirs)).toBe(true);
	});

	test('all others are ended together; the one in use and those of others go on', async () => {
		const [here, ...others] = [await enter(paola), await enter(paola), await enter(paola)];
		const theirs = await enter(andrea);
		granted(await endSessions(desk, paola, { ...key(), allBut: here }));
		expect(await Promise.all([here, theirs, ...others].map(isIn))).toEqual([true, true, false, false]);
		granted(await endSessions(desk, paola, { ...key(), allBut: here }));
		expect(await ownSessions(desk, paola, here)).toHaveLength(1);
	});
});
