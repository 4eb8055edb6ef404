import { beforeEach, expect, test } from 'vitest';
import { attemptLimits, countAttempt, forgiveAttempt } from '#lib/server/auth/attempts.ts';
import { testDesk } from '../support/desk.ts';

const { desk, clock } = await testDesk();
const attempt = async (name: string, address: string) =>
	countAttempt(desk.db, { name, address }, await clock.now(desk.db));
const count = async (name: string, address: string) => (await attempt(name, address))?.minutes;

beforeEach(async () => {
	await desk.db.deleteFrom('sign_in_attempt').execute();
});

test('an address is stopped whatever names it tries, and does not use up the tries of the next', async () => {
	for (let i = 0; i < attemptLimits.address; i++) expect(await count(`name-${i}`, '2001:db8::1')).toBeUndefined();
	expect(await count('anna', '2001:db8::ffff')).toBe(attemptLimits.windowMinutes);
	for (let i = 0; i < attemptLimits.account; i++) expect(await count('anna', `192.0.2.${i}`)).toBeUndefined();
	expect(await count('anna', '192.0.2.99')).toBe(attemptLimits.windowMinutes);
});

test('an office of many who all sign in at nine is not stopped', async () => {
	for (let i = 0; i < 2 * attemptLimits.address; i++) {
		expect(await count(`name-${i}`, '192.0.2.1')).toBeUndefined();
		await forgiveAttempt(desk.db, { name: `name-${i}`, address: '192.0.2.1' });
	}
});

test('the wait is told in whole minutes, at least one', async () => {
	for (let i = 0; i < attemptLimits.account; i++) await count('anna', `192.0.2.${i}`);
	clock.advance({ minutes: 13, seconds: 30 });
	expect(await count('anna', '192.0.2.99')).toBe(2);
	clock.advance({ seconds: 89 });
	expect(await count('anna', '192.0.2.99')).toBe(1);
	clock.advance({ seconds: 1 });
	expect(await count('anna', '192.0.2.99')).toBeUndefined();
});

test('attempts made at once are all counted', async () => {
	const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => count('anna', `192.0.2.${i}`)));
	expect(answers.filter((minutes) => minutes === undefined)).toHaveLength(attemptLimits.account);
});

test('only the first that is stopped is told from the others, in every window', async () => {
	for (let i = 0; i < attemptLimits.account; i++) await attempt('anna', `192.0.2.${i}`);
	expect(await attempt('anna', '192.0.2.98')).toMatchObject({ counted: 'name', isFirst: true });
	expect(await attempt('anna', '192.0.2.98')).toMatchObject({ isFirst: false });
	expect(await attempt('anna', '192.0.2.98')).toMatchObject({ isFirst: false });
	clock.advance({ minutes: attemptLimits.windowMinutes });
	for (let i = 0; i < attemptLimits.account; i++) await attempt('anna', `192.0.2.${i}`);
	expect(await attempt('anna', '192.0.2.98')).toMatchObject({ counted: 'name', isFirst: true });
});
