import type { Kysely, Transaction } from 'kysely';
import type { CodeRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { SecretKey } from '#platform/secret-key.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import type { Attempt } from './attempts.ts';
import { hashOfCode, newRecoveryCodes } from './recovery-codes.ts';
import { seal, unseal } from './sealed.ts';
import { newSecret, stepOfCode } from './totp.ts';

/** A second factor as its owner and administrators see it. `codesLeft`: recovery codes not used. */
export type SecondFactor = { since: Temporal.Instant; codesLeft: number };

/** Nothing where none is set up, though one may have been begun. */
export async function secondFactorOf(db: Kysely<DB>, account: number): Promise<SecondFactor | undefined> {
	const row = await db
		.selectFrom('second_factor')
		.select('set_up_at')
		.select((eb) => {
			const unused = eb.selectFrom('recovery_code').whereRef('recovery_code.account', '=', 'second_factor.account');
			const count = unused.where('used_at', 'is', null).select((code) => code.fn.countAll<number>().as('left'));
			return count.as('codesLeft');
		})
		.where('account', '=', account)
		.where('set_up_at', 'is not', null)
		.executeTakeFirst();
	return row?.set_up_at ? { since: row.set_up_at, codesLeft: row.codesLeft ?? 0 } : undefined;
}

/** A new secret to be shown, in place of one that was shown before; false, and nothing, where a second factor is set up. */
export async function begin(
	tx: Transaction<DB>,
	{ secretKey }: Desk,
	account: number,
	now: Temporal.Instant,
): Promise<boolean> {
	const row = { secret: seal(secretKey('second-factor'), newSecret(), sealedFor(account)), begun_at: now };
	const begun = await tx
		.insertInto('second_factor')
		.values({ account, ...row })
		.onConflict((conflict) => conflict.column('account').doUpdateSet(row).where('second_factor.set_up_at', 'is', null))
		.returning('account')
		.executeTakeFirst();
	return begun !== undefined;
}

/** The secret that waits for a first code of it; one that cannot be read is begun anew. */
export async function begunSecret({ db, secretKey }: Desk, account: number): Promise<Buffer | undefined> {
	const row = await db
		.selectFrom('second_factor')
		.select('secret')
		.where('account', '=', account)
		.where('set_up_at', 'is', null)
		.executeTakeFirst();
	return row && open(secretKey, account, row.secret);
}

/** A code of the secret that was shown has come back: from now on one is asked for. Answers the recovery codes, which are kept nowhere in clear. */
export async function complete(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, code, now }: { account: number; code: string; now: Temporal.Instant },
): Promise<string[] | undefined> {
	const row = await lock(tx, account);
	if (!row || row.set_up_at) return undefined;
	const secret = open(desk.secretKey, account, row.secret);
	const step = secret && stepOfCode(secret, asDigits(code), { now, lastStep: -1 });
	if (step === undefined) return undefined;
	await tx
		.updateTable('second_factor')
		.set({ set_up_at: now, last_step: step })
		.where('account', '=', account)
		.execute();
	return renewCodes(tx, desk, account);
}

/** Ten new recovery codes in place of those there are. */
export async function renewCodes(tx: Transaction<DB>, { secretKey }: Desk, account: number): Promise<string[]> {
	const codes = newRecoveryCodes();
	await tx.deleteFrom('recovery_code').where('account', '=', account).execute();
	await tx
		.insertInto('recovery_code')
		.values(codes.map((code) => ({ account, hash: hashOfCode(secretKey, account, code) })))
		.execute();
	return codes;
}

/** Answers whether there was one. */
export async function remove(tx: Transaction<DB>, account: number): Promise<boolean> {
	const removed = tx.deleteFrom('second_factor').where('account', '=', account).returning('set_up_at');
	return ((await removed.executeTakeFirst())?.set_up_at ?? null) !== null;
}

/** What a code was: one of the app, or a recovery code, after which so many are left. */
export type Accepted = { by: 'app' } | { by: 'recovery-code'; left: number };

/** Whether the code that was typed counts now. It never counts again: the row is locked until COMMIT, so that of two at once one is the first. */
export async function acceptCode(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, code, now }: { account: number; code: string; now: Temporal.Instant },
): Promise<Outcome<Accepted, CodeRefusal>> {
	const row = await lock(tx, account);
	if (!row || row.last_step === null) return refused({ reason: 'wrong-code' });
	const secret = open(desk.secretKey, account, row.secret);
	// Recovery codes are hashed with the same key: none would be known again.
	if (!secret) return refused({ reason: 'second-factor-unreadable' });
	if (!isRecoveryCode(code)) {
		const step = stepOfCode(secret, asDigits(code), { now, lastStep: row.last_step });
		if (step === undefined) return refused({ reason: 'wrong-code' });
		await tx.updateTable('second_factor').set({ last_step: step }).where('account', '=', account).execute();
		return done({ by: 'app' });
	}
	const used = await tx
		.updateTable('recovery_code')
		.set({ used_at: now })
		.where('account', '=', account)
		.where('hash', '=', hashOfCode(desk.secretKey, account, code))
		.where('used_at', 'is', null)
		.executeTakeFirst();
	if (used.numUpdatedRows === 0n) return refused({ reason: 'wrong-code' });
	return done({ by: 'recovery-code', left: (await secondFactorOf(tx, account))?.codesLeft ?? 0 });
}

/** Six digits are one in a million, three steps count at any time: so many wrong ones a day are one success in thirty years. */
const codesADay = 30;

/** How a code is counted before it is looked at; no name that can be typed to sign in begins like this. Recovery codes by themselves: whoever is stopped by others' guesses still comes in with one. */
export function attemptOf({ account, code, address }: { account: number; code: string; address: string }): Attempt {
	if (isRecoveryCode(code)) return { name: `\0recovery-code:${account}`, address };
	return { name: `\0code:${account}`, address, mostADay: codesADay };
}

/** By its length: which of the two somebody means, whatever field it was typed into. */
function isRecoveryCode(typed: string): boolean {
	return asDigits(typed).replaceAll('-', '').length > 6;
}

/** As apps show a code, in two groups. */
function asDigits(typed: string): string {
	return typed.replaceAll(/\s/g, '');
}

function lock(tx: Transaction<DB>, account: number) {
	return tx
		.selectFrom('second_factor')
		.select(['secret', 'set_up_at', 'last_step'])
		.where('account', '=', account)
		.forUpdate()
		.executeTakeFirst();
}

/** Of the one set up last; true where there is none. */
export async function secondFactorIsReadable({ db, secretKey }: Desk): Promise<boolean> {
	const newest = await db
		.selectFrom('second_factor')
		.select(['account', 'secret'])
		.orderBy('begun_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return !newest || open(secretKey, newest.account, newest.secret) !== undefined;
}

/** Nothing where the house's secret key is another than the one it was sealed with. */
function open(secretKey: SecretKey, account: number, sealed: Buffer): Buffer | undefined {
	try {
		return unseal(secretKey('second-factor'), sealed, sealedFor(account));
	} catch {
		return undefined;
	}
}

/** A secret that was copied into another account's row opens nothing there. */
function sealedFor(account: number): string {
	return `second factor of account ${account}`;
}
