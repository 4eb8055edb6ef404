import { sql, type Transaction } from 'kysely';
import { tellOfCredentials } from '../db/mail-of-credentials.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

/** How long before its end a link that nobody has used is brought to mind. */
const before = { hours: 48 };
/** How many one transaction writes. */
const batch = 100;

/**
 * Reminds of each activation link that was not used, once, before it ends; never somebody who has chosen a password or has no access. Returns
 * how many were. Any number of processes may run: a link that another one is at is passed over.
 */
export async function remindActivations(desk: Desk): Promise<number> {
	let sent = 0;
	for (;;) {
		const written = await desk.db.transaction().execute((tx) => remindBatch(tx, desk));
		sent += written;
		if (written < batch) return sent;
	}
}

async function remindBatch(tx: Transaction<DB>, { clock }: Desk): Promise<number> {
	const at = await clock.now(tx);
	const due = await tx
		.selectFrom('activation')
		.innerJoin('account', 'account.id', 'activation.account')
		.select(['activation.account', sql<string>`activation.nonce`.as('nonce')])
		.where('activation.used_at', 'is', null)
		.where('activation.reminded_at', 'is', null)
		.where('activation.nonce', 'is not', null)
		.where('activation.expires_at', '>', at)
		.where('activation.expires_at', '<=', at.add(before))
		.where('account.activated_at', 'is', null)
		.where('account.disabled_at', 'is', null)
		.orderBy('activation.account')
		.limit(batch)
		.forNoKeyUpdate()
		.skipLocked()
		.execute();
	for (const { account, nonce } of due) {
		await tellOfCredentials(tx, { kind: 'activation-reminder', account, at, nonce });
		await tx.updateTable('activation').set({ reminded_at: at }).where('account', '=', account).execute();
	}
	return due.length;
}
