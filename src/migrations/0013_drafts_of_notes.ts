import { type Kysely, sql } from 'kysely';

/** Who serves writes replies and internal notes, and has a draft of each on a ticket: one is never taken for the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table draft add column is_note boolean not null default false;
		alter table draft add constraint draft_note_on_ticket check (ticket is not null or not is_note);
		drop index draft_of_reply;
		create unique index draft_on_ticket on draft (account, ticket, is_note) where ticket is not null;
	`.execute(db);
}
