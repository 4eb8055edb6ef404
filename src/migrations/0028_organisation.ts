import { type Kysely, sql } from 'kysely';

/**
 * Whose desk this is, in one row: what pages and mails are signed with. `postal_address` has several lines, none where it is empty;
 * `version` counts the changes, so that nobody overwrites what somebody else saved meanwhile.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table organisation (
			only_row boolean primary key default true check (only_row),
			version integer not null,
			name text not null check (name <> ''),
			postal_address text not null,
			support_address text check (support_address <> '')
		);
		insert into organisation (version, name, postal_address) values (1, 'Sportello', '');
	`.execute(db);
}
