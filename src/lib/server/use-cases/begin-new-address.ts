import type { Transaction } from 'kysely';
import { issueNewAddress } from '../auth/new-address.ts';
import { record } from '../db/audit-log.ts';
import { tellOfAddress } from '../db/mail-of-address.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

type Begun = { account: { id: number; email: string }; email: string; by: number; at: Temporal.Instant };

/**
 * A change of address is begun: links go to the present address and to the new one. An address that is somebody else's already is
 * begun with all the same, so that whoever asks learns nothing; it is they who are told, and no link is sent that could confirm it.
 */
export async function beginNewAddress(
	tx: Transaction<DB>,
	desk: Desk,
	{ account: { id: account, email: present }, email, by, at }: Begun,
): Promise<void> {
	const links = await issueNewAddress(tx, desk, { account, email, by, at });
	await tellOfAddress(tx, { kind: 'address-change', account, at, to: present, email, nonce: links.present });
	const owner = await ownerOf(tx, email);
	if (owner === undefined || owner === account) {
		await tellOfAddress(tx, { kind: 'address-confirm', account, at, to: email, nonce: links.new });
	} else {
		await tellOfAddress(tx, { kind: 'address-taken', account: owner, at, to: email });
	}
	await record(tx, desk, { at, verb: 'address-asked', by, about: { account }, details: { email } });
}

/** Whose address it is, capitals not told apart. */
export async function ownerOf(tx: Transaction<DB>, email: string): Promise<number | undefined> {
	const found = tx.selectFrom('account').select('id');
	const row = await found.where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase())).executeTakeFirst();
	return row?.id;
}
