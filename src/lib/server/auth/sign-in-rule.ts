import type { Kysely } from 'kysely';
import type { DB } from '../db/types.ts';

/** Whether staff must have a second factor; within a transaction it stays so until COMMIT. */
export async function staffNeedsSecondFactor(db: Kysely<DB>, lock?: 'lock'): Promise<boolean> {
	const rule = await db
		.selectFrom('sign_in_rule')
		.select('second_factor_for_staff')
		.$if(lock === 'lock', (query) => query.forShare())
		.executeTakeFirstOrThrow();
	return rule.second_factor_for_staff;
}
