import { type Kysely, sql } from 'kysely';

/** Saved replies are looked for as customers are, accents and capitals forgiven: the table is small, and the column fills itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table saved_reply add column folded text not null
			generated always as (folded(name || E'\\n' || shortcut || E'\\n' || text)) stored
	`.execute(db);
}
