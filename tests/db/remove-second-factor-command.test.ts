import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { secondFactorOf } from '#lib/server/auth/second-factor.ts';
import { startSession, viewerOf } from '#lib/server/auth/sessions.ts';
import { beginSecondFactor } from '#lib/server/use-cases/begin-second-factor.ts';
import { setUpSecondFactor } from '#lib/server/use-cases/set-up-second-factor.ts';
import { WrongUse } from '../../src/cli/command.ts';
import command from '../../src/cli/commands/remove-second-factor.ts';
import type { Opened } from '../../src/composition/open.ts';
import { authenticator } from '../support/authenticator.ts';
import { testDesk } from '../support/desk.ts';
import { giveStaff, granted } from '../support/house.ts';
import { recorded } from '../support/recorded.ts';

const testing = await testDesk();
const { desk, clock } = testing;
const elena = await giveStaff(desk, 'elena', 'administrator');
const run = (...args: string[]) => command.run(args, async () => ({ desk }) as Opened);

const said: string[] = [];
beforeEach(() => {
	said.length = 0;
	vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

test('the only administrator who has lost the telephone is let in by the password alone, is signed out and told', async () => {
	granted(await beginSecondFactor(desk, elena));
	const phone = await authenticator(testing, elena.id);
	granted(await setUpSecondFactor(desk, elena, { code: await phone.shows(), token: '' }));
	const now = await clock.now(desk.db);
	const { token } = await desk.db.transaction().execute((tx) => startSession(tx, elena, now));

	expect(await run('Elena')).toBe(0);
	expect(said.join()).toContain('elena signs in with the password alone');
	expect(await secondFactorOf(desk.db, elena.id)).toBeUndefined();
	expect(await viewerOf(desk, token)).toBeUndefined();
	expect(await recorded(desk, 'second-factor-removed')).toMatchObject([{ actor: null, subject: elena.id }]);
	const mails = desk.db.selectFrom('mail_out').select(['kind', 'account', 'subject']).orderBy('id', 'desc').limit(1);
	const told = { kind: 'second-factor', account: elena.id, subject: expect.stringMatching(/tolto/) };
	expect(await mails.executeTakeFirst()).toEqual(told);
});

test('whoever has none, or is not there, is said to be so', async () => {
	for (const name of ['elena', 'nessuno']) expect(await run(name)).toBe(1);
	expect(said).toHaveLength(2);
	expect(said[1]).toContain('There is no account nessuno');
	expect(await recorded(desk, 'second-factor-removed')).toHaveLength(1);
});

test.each([[[]], [['elena', 'ada']], [['not a name']]])('%j is no use of it', async (args) => {
	await expect(run(...args)).rejects.toThrow(WrongUse);
});
