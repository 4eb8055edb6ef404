import { sql } from 'kysely';
import type { Desk } from '#lib/server/desk.ts';

/** Until a transaction of this test's database waits for a lock that another one holds. */
export async function untilBlocked({ db }: Pick<Desk, 'db'>): Promise<void> {
	for (;;) {
		const { rows } = await sql<{ blocked: boolean }>`
			select exists (
				select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
			) as blocked
		`.execute(db);
		if (rows[0]?.blocked) return;
	}
}
