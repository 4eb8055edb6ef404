import { type Kysely, sql } from 'kysely';

/**
 * An e-mail address that somebody is to have, once it is confirmed at both: the present one and the new one. One an account; a new request
 * takes the place of the former. `mail_out.address` is where a mail goes that is not for the registered address.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table new_address (
			account integer primary key references account,
			email text not null,
			asked_by integer not null references account,
			asked_at timestamptz not null,
			expires_at timestamptz not null,
			present_hash bytea not null unique,
			stop_hash bytea not null unique,
			new_hash bytea not null unique,
			present_confirmed_at timestamptz,
			new_confirmed_at timestamptz,
			done_at timestamptz
		);
		alter table mail_out add column address text;
	`.execute(db);
}
