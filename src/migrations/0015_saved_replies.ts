import { type Kysely, sql } from 'kysely';

/**
 * Texts that agents write again and again: of one agent, or shared (`owner` null). A shortcut, kept without its slash, is of one
 * text among those that somebody sees in a language; the index holds it within an owner, the acts between one's own and the shared.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table saved_reply (
			id integer generated always as identity primary key,
			owner integer references account,
			name text not null check (name <> ''),
			shortcut text not null check (shortcut ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
			language text not null check (language in ('it', 'en')),
			product integer references product,
			text text not null check (text <> ''),
			used integer not null default 0 check (used >= 0),
			version integer not null default 1,
			changed_at timestamptz not null,
			changed_by integer not null references account
		);
		create unique index saved_reply_shortcut on saved_reply (owner, language, shortcut) nulls not distinct;
	`.execute(db);
}
