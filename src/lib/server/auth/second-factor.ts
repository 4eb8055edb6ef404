import type { Kysely, Transaction } from 'kysely';
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

/** The secret that waits for a first code of it. */
export async function begunSecret({ db, secretKey }: Desk, account: number): Promise<Buffer | undefined> {
	const row = await db
		.selectFrom('second_factor')
		.select('secret')
		.where('account', '=', account)
		.where('set_up_at', 'is', null)
		.executeTakeFirst();
	return row && unseal(secretKey('second-factor'), row.secret, sealedFor(account));
}

/** A code of the secret that was shown has come back: from now on one is asked for. Answers the recovery codes, which are kept nowhere in clear. */
export async function complete(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, code, now }: { account: number; code: string; now: Temporal.Instant },
): Promise<string[] | undefined> {
	const row = await lock(tx, account);
	if (!row || row.set_up_at) return undefined;
	const secret = unseal(desk.secretKey('second-factor'), row.secret, sealedFor(account));
	const step = stepOfCode(secret, asDigits(code), { now, lastStep: -1 });
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
): Promise<Accepted | undefined> {
	const row = await lock(tx, account);
	if (!row || row.last_step === null) return undefined;
	if (!isRecoveryCode(code)) {
		const secret = unseal(desk.secretKey('second-factor'), row.secret, sealedFor(account));
		const step = stepOfCode(secret, asDigits(code), { now, lastStep: row.last_step });
		if (step === undefined) return undefined;
		await tx.updateTable('second_factor').set({ last_step: step }).where('account', '=', account).execute();
		return { by: 'app' };
	}
	const used = await tx
		.updateTable('recovery_code')
		.set({ used_at: now })
		.where('account', '=', account)
		.where('hash', '=', hashOfCode(desk.secretKey, account, code))
		.where('used_at', 'is', null)
		.executeTakeFirst();
	if (used.numUpdatedRows === 0n) return undefined;
	return { by: 'recovery-code', left: (await secondFactorOf(tx, account))?.codesLeft ?? 0 };
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

/** A secret that was copied into another account's row opens nothing there. */
function sealedFor(account: number): string {
	return `second factor of account ${account}`;
}
