import type { Transaction } from 'kysely';
import type { AddressRefusal } from '#lib/domain/credentials.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import { endLinksOf } from '../auth/links.ts';
import { type AddressLink, lockAddressLink, refuseAddressLink, type Side } from '../auth/new-address.ts';
import { endOtherSessionsOf } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { tellOfAddress } from '../db/mail-of-address.ts';
import { transact } from '../db/once.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** `session` is the token of the one the link was opened in, if any: where it is the account's, it goes on. */
export type ConfirmAddress = { token: string; session: string | undefined };

/** Which address was confirmed now, and whether both are by that: then the change is done. */
export type AddressConfirmed = { side: Side; isDone: boolean };

/**
 * Whoever reads one of the two addresses confirms the change there; confirmed at both it is done. Sessions other than this one end then, as
 * do links that went to the former address. Confirmed twice at one address it is confirmed there once.
 */
export async function confirmAddress(
	desk: Desk,
	{ token, session }: ConfirmAddress,
): Promise<Outcome<AddressConfirmed, AddressRefusal>> {
	try {
		return await transact<AddressConfirmed, AddressRefusal>(desk.db, async (tx) => {
			const at = await desk.clock.now(tx);
			const link = await lockAddressLink(tx, token);
			const refusal = refuseAddressLink(link, at);
			if (!link || link.leads === 'stop' || refusal) return refused(refusal ?? { reason: 'address-unknown' });
			const { leads: side, confirmed } = link;
			if (!confirmed[side]) await confirm(tx, desk, link, side, at);
			const isDone = confirmed[side === 'new' ? 'present' : 'new'];
			if (isDone) await change(tx, desk, link, { session, at });
			return done({ side, isDone });
		});
	} catch (error) {
		if (isTaken(error)) return refused({ reason: 'address-taken' });
		throw error;
	}
}

async function confirm(
	tx: Transaction<DB>,
	desk: Desk,
	{ account }: AddressLink,
	side: Side,
	at: Temporal.Instant,
): Promise<void> {
	const confirmed = side === 'new' ? { new_confirmed_at: at } : { present_confirmed_at: at };
	await tx.updateTable('new_address').set(confirmed).where('account', '=', account).execute();
	await record(tx, desk, { at, verb: 'address-confirmed', by: account, about: { account }, details: { side } });
}

async function change(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, present, email }: AddressLink,
	{ session, at }: { session: string | undefined; at: Temporal.Instant },
): Promise<void> {
	await tx.updateTable('account').set({ email }).where('id', '=', account).execute();
	await tx.updateTable('new_address').set({ done_at: at }).where('account', '=', account).execute();
	await endLinksOf(tx, account);
	await endOtherSessionsOf(tx, account, session ?? '');
	for (const to of [present, email]) await tellOfAddress(tx, { kind: 'address-changed', account, at, to, email });
	const details = { from: { email: present }, to: { email } };
	await record(tx, desk, { at, verb: 'address-changed', by: account, about: { account }, details });
}

/** Somebody was given it since: the unique index knows. */
function isTaken(error: unknown): boolean {
	return error instanceof Error && 'constraint' in error && error.constraint === 'account_email';
}
