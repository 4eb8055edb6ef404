import type { Transaction } from 'kysely';
import { type NotValid, type Person, personOf } from '#lib/domain/administration.ts';
import type { PasswordRefusal, SetUpRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { hashPassword } from '../auth/password.ts';
import { isSetupLink } from '../auth/setup-link.ts';
import { refusePassword } from '../auth/weak-password.ts';
import { record } from '../db/audit-log.ts';
import { transact } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

export type SetUp = Person & { token: string; password: string; requestKey: string };

/**
 * The organisation's first administrator, made once: the link's row is locked, and gone with the transaction that made one.
 * Answers the username to sign in with, also when the same request comes again.
 */
export async function setUp(
	desk: Desk,
	input: SetUp,
): Promise<Outcome<string, SetUpRefusal | PasswordRefusal | NotValid>> {
	const person = personOf(input);
	if (!person.ok) return person;
	if (!(await isSetupLink(desk.db, input.token))) return doneBefore(desk, input.requestKey);
	const weak = refusePassword(input.password, person.value);
	if (weak) return refused(weak);
	const hash = await hashPassword(input.password);
	const outcome = await transact<string, SetUpRefusal>(desk.db, async (tx) => {
		if (!(await isSetupLink(tx, input.token, 'lock'))) return refused({ reason: 'link-unknown' });
		const now = await desk.clock.now(tx);
		const account = await insertAdministrator(tx, person.value, hash, now);
		if (account === undefined) return refused({ reason: 'name-taken' });
		await tx.deleteFrom('setup_link').execute();
		await keepRequest(tx, account, input.requestKey, now);
		await record(tx, desk, { at: now, verb: 'installation-set-up', by: account, about: { account } });
		return done(person.value.username);
	});
	const lost = !outcome.ok && outcome.refusal.reason === 'link-unknown';
	return lost ? doneBefore(desk, input.requestKey) : outcome;
}

async function insertAdministrator(
	tx: Transaction<DB>,
	{ name, username, email, language }: Person,
	hash: string,
	now: Temporal.Instant,
): Promise<number | undefined> {
	const credentials = { password_hash: hash, created_at: now, activated_at: now };
	const inserted = await tx
		.insertInto('account')
		.values({ role: 'administrator', name, username, email, language, ...credentials })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return inserted?.id;
}

// `once` needs an account to keep a request by; here there is none before the act. What is kept is that the key was used.
const act = 'set-up';

async function keepRequest(tx: Transaction<DB>, account: number, key: string, now: Temporal.Instant): Promise<void> {
	await tx
		.insertInto('request_key')
		.values({ account, act, key, digest: Buffer.alloc(0), created_at: now })
		.execute();
}

async function doneBefore({ db }: Desk, key: string): Promise<Outcome<string, SetUpRefusal>> {
	const first = await db
		.selectFrom('request_key')
		.innerJoin('account', 'account.id', 'request_key.account')
		.select('account.username')
		.where('request_key.act', '=', act)
		.where('request_key.key', '=', key)
		.where('account.role', '=', 'administrator')
		.executeTakeFirst();
	return first ? done(first.username) : refused({ reason: 'link-unknown' });
}
