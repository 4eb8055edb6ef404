import type { Transaction } from 'kysely';
import type { DB } from './types.ts';

/** Locks the rows of these tickets, ascending. What was read of them before is read again after it. */
export async function lockTickets(tx: Transaction<DB>, numbers: readonly number[]): Promise<void> {
	if (numbers.length === 0) return;
	const rows = tx.selectFrom('ticket').select('number').where('number', 'in', numbers);
	await rows.orderBy('number').forNoKeyUpdate().execute();
}
