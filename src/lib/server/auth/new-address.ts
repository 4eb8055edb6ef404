import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { AddressRefusal } from '#lib/domain/credentials.ts';
import { addressHours } from '#lib/domain/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { derivedToken, newLink } from './derived-token.ts';
import { whyDead } from './links.ts';
import { hashOf } from './token.ts';

/** At which of the two addresses a link arrived. */
export type Side = 'present' | 'new';

type Asked = { account: number; email: string; by: number; at: Temporal.Instant };

/** The nonces of the links that go to each address. */
export type AddressLinks = Record<Side, string>;

/** Writes down what address somebody is to have, in place of what was asked before: links of that lead nowhere from now on. */
export async function issueNewAddress(
	tx: Transaction<DB>,
	{ secretKey }: Desk,
	{ account, email, by, at }: Asked,
): Promise<AddressLinks> {
	const [present, fresh] = [newLink(secretKey, 'confirm-address'), newLink(secretKey, 'confirm-address')];
	const asked = {
		...{ email, asked_by: by, asked_at: at, expires_at: at.add({ hours: addressHours }) },
		...{ present_hash: hashOf(present.token), new_hash: hashOf(fresh.token) },
		stop_hash: hashOf(derivedToken(secretKey, 'stop-address', present.nonce)),
		...{ present_confirmed_at: null, new_confirmed_at: null, done_at: null },
	};
	await tx
		.insertInto('new_address')
		.values({ account, ...asked })
		.onConflict((conflict) => conflict.column('account').doUpdateSet(asked))
		.execute();
	return { present: present.nonce, new: fresh.nonce };
}

export type AddressLink = {
	account: number;
	/** `stop`: the other link of the present address. */
	leads: Side | 'stop';
	username: string;
	/** As registered, and as it is to be. */
	present: string;
	email: string;
	confirmed: Record<Side, boolean>;
	expiresAt: Temporal.Instant;
	usedAt: Temporal.Instant | null;
};

/** What a link leads to; nothing for one that was replaced, stopped, never was, or belongs to a disabled account. */
export function findAddressLink(db: Kysely<DB>, token: string): Promise<AddressLink | undefined> {
	return linkOf(db, token, sql``);
}

/** The same, with account and request locked until COMMIT. */
export function lockAddressLink(tx: Transaction<DB>, token: string): Promise<AddressLink | undefined> {
	return linkOf(tx, token, sql`for no key update`);
}

async function linkOf(db: Kysely<DB>, token: string, lock: RawBuilder<unknown>): Promise<AddressLink | undefined> {
	const hash = hashOf(token);
	const { rows } = await sql<AddressLink>`
		select account.id as account, account.username, account.email as present, asked.email,
			case when present_hash = ${hash} then 'present' when new_hash = ${hash} then 'new' else 'stop' end as leads,
			json_build_object('present', present_confirmed_at is not null, 'new', new_confirmed_at is not null) as confirmed,
			asked.expires_at as "expiresAt", asked.done_at as "usedAt"
		from account
		join new_address as asked on asked.account = account.id
		where ${hash} in (present_hash, new_hash, stop_hash) and account.disabled_at is null
		${lock}
	`.execute(db);
	return rows[0];
}

export function refuseAddressLink(link: AddressLink | undefined, now: Temporal.Instant): AddressRefusal | undefined {
	const why = whyDead(link, now);
	return why && { reason: `address-${why}` };
}
