import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { remove } from '../auth/second-factor.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { record } from '../db/audit-log.ts';
import { tellOfSecondFactor } from '../db/mail-of-second-factor.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerProved } from './administer.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** Somebody's telephone is lost, and their recovery codes with it: an administrator lets them in by the password alone. */
export async function takeSecondFactorAway(
	desk: Desk,
	viewer: Viewer,
	input: OnAccount,
): Promise<AdministrationOutcome> {
	return administerProved(desk, viewer, 'take-second-factor-away', input, async (tx, at) => {
		if (input.account === viewer.id) return refused({ reason: 'yourself' });
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const isTaken = await takeAway(tx, desk, { account: input.account, by: viewer.id, at });
		return isTaken ? done() : refused({ reason: 'no-second-factor' });
	});
}

/** All sessions end: whoever has the telephone may be signed in with it. `by` is nobody where it is done at the machine itself. */
export async function takeAway(
	tx: Transaction<DB>,
	desk: Desk,
	{ account, by, at }: { account: number; by: number | null; at: Temporal.Instant },
): Promise<boolean> {
	if (!(await remove(tx, account))) return false;
	await endSessionsOf(tx, account);
	await record(tx, desk, { at, verb: 'second-factor-removed', by, about: { account } });
	await tellOfSecondFactor(tx, { news: 'taken-away', account, at });
	return true;
}
