import type { Insertable, Transaction } from 'kysely';
import type { DB, Resolution } from './types.ts';

export async function insertResolution(tx: Transaction<DB>, resolution: Insertable<Resolution>): Promise<void> {
	await tx.insertInto('resolution').values(resolution).execute();
}
