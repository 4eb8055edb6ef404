import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { DB } from '../db/types.ts';
import { hashOf } from './token.ts';

/** Links that lead into an account, each kind a table of its own with one row an account. */
export type LinkKind = 'activation' | 'recovery';

export type Link = {
	account: number;
	name: string;
	username: string;
	email: string;
	expiresAt: Temporal.Instant;
	usedAt: Temporal.Instant | null;
};

/** What a link leads to; nothing for one that was replaced, never was, or belongs to a disabled account. */
export function findLink(db: Kysely<DB>, kind: LinkKind, token: string): Promise<Link | undefined> {
	return linkOf(db, kind, token, sql``);
}

/** The same, with account and link locked until COMMIT. */
export function lockLink(tx: Transaction<DB>, kind: LinkKind, token: string): Promise<Link | undefined> {
	// Not FOR UPDATE: a request key of the same account, in a transaction that waits for us, holds its row by reference.
	return linkOf(tx, kind, token, sql`for no key update`);
}

async function linkOf(db: Kysely<DB>, kind: LinkKind, token: string, lock: RawBuilder<unknown>) {
	const { rows } = await sql<Link>`
		select account.id as account, account.name, account.username, account.email,
			link.expires_at as "expiresAt", link.used_at as "usedAt"
		from account
		join ${sql.table(kind)} as link on link.account = account.id
		where link.token_hash = ${hashOf(token)} and account.disabled_at is null
		${lock}
	`.execute(db);
	return rows[0];
}

/** Why a link leads nowhere, if so; from the instant it expires on, it does not. */
export function whyDead(
	link: Pick<Link, 'expiresAt' | 'usedAt'> | undefined,
	now: Temporal.Instant,
): 'unknown' | 'used' | 'expired' | undefined {
	if (!link) return 'unknown';
	if (link.usedAt) return 'used';
	return Temporal.Instant.compare(now, link.expiresAt) >= 0 ? 'expired' : undefined;
}

/** Every link of the account that nobody has used leads nowhere from now on. */
export async function endLinksOf(tx: Transaction<DB>, account: number): Promise<void> {
	await sql`
		with activations as (delete from activation where account = ${account} and used_at is null),
			addresses as (delete from new_address where account = ${account} and done_at is null)
		delete from recovery where account = ${account} and used_at is null
	`.execute(tx);
}
