import type { Kysely, Transaction } from 'kysely';
import { stepMinutes } from '#lib/domain/limits.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { DB } from '../db/types.ts';
import { hashOf, newToken } from './token.ts';

/** Somebody whose password was right and who is not signed in: it opens nothing but the next step. */
export type SignInStep = {
	account: number;
	role: Role;
	username: string;
	/** What is asked: a code, or, where staff must have a second factor and this one has none, to set it up. */
	asks: 'code' | 'set-up';
};

export async function beginStep(tx: Transaction<DB>, account: number, now: Temporal.Instant): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('sign_in_step')
		.values({ token_hash: hashOf(token), account, created_at: now, expires_at: now.add({ minutes: stepMinutes }) })
		.execute();
	return token;
}

export function findStep(db: Kysely<DB>, token: string, now: Temporal.Instant): Promise<SignInStep | undefined> {
	return stepOf(db, token, now).executeTakeFirst();
}

/** The same, and nobody else takes it, nor disables the account, until COMMIT. */
export function lockStep(tx: Transaction<DB>, token: string, now: Temporal.Instant): Promise<SignInStep | undefined> {
	return stepOf(tx, token, now).forUpdate('sign_in_step').forShare('account').executeTakeFirst();
}

export async function endStep(tx: Transaction<DB>, token: string): Promise<void> {
	await tx.deleteFrom('sign_in_step').where('token_hash', '=', hashOf(token)).execute();
}

function stepOf(db: Kysely<DB>, token: string, now: Temporal.Instant) {
	return db
		.selectFrom('sign_in_step')
		.innerJoin('account', 'account.id', 'sign_in_step.account')
		.select(['account.id as account', 'account.role', 'account.username'])
		.select((eb) => {
			const setUp = eb
				.selectFrom('second_factor')
				.select('set_up_at')
				.whereRef('second_factor.account', '=', 'account.id');
			const asksCode = eb.exists(setUp.where('set_up_at', 'is not', null));
			return eb.case().when(asksCode).then('code').else('set-up').end().$castTo<SignInStep['asks']>().as('asks');
		})
		.where('sign_in_step.token_hash', '=', hashOf(token))
		.where('sign_in_step.expires_at', '>', now)
		.where('account.disabled_at', 'is', null);
}
