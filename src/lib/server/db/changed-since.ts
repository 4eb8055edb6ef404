import { sql, type Transaction } from 'kysely';
import type { SeenUpTo } from '#lib/domain/seen.ts';
import type { DB } from './types.ts';

/** Whether anybody but this account has written on the ticket, or changed how it stands, since it was shown. Behind its row's lock. */
export async function isChangedSince(
	tx: Transaction<DB>,
	ticket: number,
	account: number,
	seen: SeenUpTo,
): Promise<boolean> {
	const { rows } = await sql<{ changed: boolean }>`
		select exists (select from message where ticket = ${ticket} and id > ${seen.message} and author <> ${account})
			or exists (select from note where ticket = ${ticket} and id > ${seen.note} and author <> ${account})
			or exists (
				select from queue_log where ticket = ${ticket} and seq > ${seen.log} and actor is distinct from ${account}
			) as changed
	`.execute(tx);
	return rows[0]?.changed === true;
}
