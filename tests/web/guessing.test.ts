import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { issueActivation } from '#lib/server/auth/activation.ts';
import { attemptLimits, countAttempt } from '#lib/server/auth/attempts.ts';
import { derivedToken } from '#lib/server/auth/derived-token.ts';
import { issueRecovery } from '#lib/server/auth/recovery.ts';
import { beginStep } from '#lib/server/auth/sign-in-step.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { signedIn } from '../support/accounts.ts';
import { authenticator } from '../support/authenticator.ts';
import { post, wordsOf } from '../support/browse.ts';
import { testDesk } from '../support/desk.ts';
import { granted, testHouse } from '../support/house.ts';
import { startWeb } from '../support/web.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const { paola, andrea, marta } = await testHouse(desk);
// What a proxy says of the address is believed, so that a test can come from anywhere.
const web = await startWeb(testing, { environment: { TRUSTED_PROXY: '127.0.0.1, ::1' } });
type Who = typeof paola | typeof marta;

const from = (address: string, headers = {}) => ({ 'x-forwarded-for': address, ...headers });
const inTransaction = desk.db.transaction();
const twice = { password: 'una frase tutta nuova', passwordAgain: 'una frase tutta nuova' };

beforeEach(async () => {
	await desk.db.deleteFrom('sign_in_attempt').execute();
	clock.advance({ minutes: 10 });
});

/** A try that fails, as somebody makes it who guesses at that account, from anywhere. */
type Guess = (address: string) => Promise<Response>;
/** A way in: what somebody has in hand who guesses at an account, and how they guess then. */
type Door = { status: number; says?: string; at(who: Who): Promise<Guess> };

/** What a link that leads nowhere says in any case is more use than how long to wait. */
const deadLink = 'Questo collegamento non si può usare';
const waiting = `Potrà riprovare tra ${attemptLimits.windowMinutes} minuti`;

const doors: Record<string, Door> = {
	'signing in': {
		status: 400,
		at:
			async ({ name }) =>
			(address) =>
				post(web, '/login', { name, password: 'x' }, from(address)),
	},
	'the code of a second factor': {
		status: 400,
		async at(who) {
			await desk.db.deleteFrom('second_factor').where('account', '=', who.id).execute();
			granted(await beginSecondFactor(desk, who));
			const phone = await authenticator(testing, who.id);
			granted(await setUpSecondFactor(desk, who, { code: await phone.shows(), token: '' }));
			const now = await clock.now(desk.db);
			const cookie = `sportello-step=${await inTransaction.execute((tx) => beginStep(tx, who.id, now))}`;
			const code = await phone.doesNotShow();
			return (address) => post(web, '/login/code', { code }, from(address, { cookie }));
		},
	},
	'asking for recovery': {
		status: 303,
		at:
			async ({ name }) =>
			(address) =>
				post(web, '/recover', { name }, from(address)),
	},
	'a recovery link': {
		status: 409,
		says: deadLink,
		async at({ id }) {
			const now = await clock.now(desk.db);
			const nonce = await inTransaction.execute((tx) => issueRecovery(tx, desk, id, now));
			await desk.db.updateTable('recovery').set({ used_at: now }).where('account', '=', id).execute();
			const path = `/recover/${derivedToken(desk.secretKey, 'recover', nonce ?? '')}`;
			return (address) => post(web, path, { ...twice, requestKey: randomUUID() }, from(address));
		},
	},
	'an activation link': {
		status: 409,
		says: deadLink,
		async at({ id }) {
			const now = await clock.now(desk.db);
			const { token } = await inTransaction.execute((tx) => issueActivation(tx, desk, id, now));
			await desk.db.updateTable('activation').set({ used_at: now }).where('account', '=', id).execute();
			return (address) => post(web, `/activate/${token}`, { ...twice, requestKey: randomUUID() }, from(address));
		},
	},
	'being asked again who one is': {
		status: 409,
		async at(who) {
			const cookie = await signedIn(desk, who);
			const form = () => ({ ...twice, requestKey: randomUUID(), proofPassword: 'x' });
			return (address) => post(web, '/access?/password', form(), from(address, { cookie }));
		},
	},
};

describe.each(Object.entries(doors))('%s', (_, { status, says = waiting, at }) => {
	test('stops for an account, wherever the guesses come from, and not for another', async () => {
		const guess = await at(paola);
		const elsewhere = (nth: number) => `198.51.100.${nth}`;
		const tries = Array.from({ length: attemptLimits.account }, (_, nth) => guess(elsewhere(nth)));
		expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual(tries.map(() => status));
		const stopped = await guess('2001:db8:7::1');
		expect(stopped.status).toBe(429);
		expect(wordsOf(await stopped.text())).toContain(says);
		expect((await (await at(marta))(elsewhere(0))).status).toBe(status);
	});

	test('stops for an address, an IPv6 /64 as one, whoever is guessed at, and not for the next', async () => {
		const now = await clock.now(desk.db);
		for (let nth = 0; nth < attemptLimits.address; nth++) {
			await countAttempt(desk.db, { name: `somebody ${nth}`, address: `2001:db8:0:1::${nth.toString(16)}` }, now);
		}
		const guess = await at(andrea);
		expect((await guess('2001:db8:0:1:ffff:ffff:ffff:ffff')).status).toBe(429);
		expect((await guess('2001:0db8:0000:0001::')).status).toBe(429);
		expect((await guess('2001:db8:0:2::1')).status).toBe(status);
		expect((await guess('2001:db8::1:0:0:1')).status).toBe(status);
		expect((await guess('192.0.2.1')).status).toBe(status);
	});
});

test('what the browser itself says of where it comes from counts for nothing behind the proxy', async () => {
	const guess = await doors['signing in']?.at(paola);
	const now = await clock.now(desk.db);
	for (let nth = 0; nth < attemptLimits.address; nth++) {
		await countAttempt(desk.db, { name: `somebody ${nth}`, address: '203.0.113.9' }, now);
	}
	expect((await guess?.('192.0.2.77, 203.0.113.9'))?.status).toBe(429);
});

test('where a link was guessed, no password is ever hashed, so that a million guesses cost little', async () => {
	const took = async (path: string) => {
		const since = performance.now();
		const answer = await post(web, path, { ...twice, requestKey: randomUUID() }, from('192.0.2.1'));
		expect(answer.status).toBe(409);
		return performance.now() - since;
	};
	for (const kind of ['activate', 'recover']) {
		await took(`/${kind}/x`);
		const times = [];
		for (let nth = 0; nth < 9; nth++) times.push(await took(`/${kind}/${'x'.repeat(42)}${nth}`));
		expect(times.toSorted((one, other) => one - other)[4]).toBeLessThan(30);
	}
	expect(await desk.db.selectFrom('sign_in_attempt').select('key').execute()).toEqual([]);
});
