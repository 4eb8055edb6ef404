import type { Transaction } from 'kysely';
import { type AdministrationRefusal, leavesAnAdministrator } from '#lib/domain/administration.ts';
import { type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { type LockedAccount, lockAccount } from '../db/accounts.ts';
import type { DB } from '../db/types.ts';
import type { Administering } from './administer.ts';

export type OnAccount = Administering & { account: number };

/**
 * The account an act is about, locked. Whoever acts must be an administrator still: of two who disable each other at once
 * the second one is not.
 */
export async function accountFor(
	tx: Transaction<DB>,
	viewer: Viewer,
	id: number,
): Promise<Outcome<{ account: LockedAccount; isLastAdministrator: boolean }, AdministrationRefusal>> {
	const { account, administrators } = await lockAccount(tx, id);
	if (!administrators.includes(viewer.id)) return refused({ reason: 'administrators-only' });
	if (!account) return refused({ reason: 'unknown-record' });
	return { ok: true, value: { account, isLastAdministrator: !leavesAnAdministrator(administrators, id) } };
}
