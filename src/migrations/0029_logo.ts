import { type Kysely, sql } from 'kysely';

/** The organisation's logo: the hash of a stored file, what kind of picture it is, and how large in pixels. All of it or nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table organisation
			add logo_sha256 bytea check (length(logo_sha256) = 32),
			add logo_type text,
			add logo_width integer check (logo_width > 0),
			add logo_height integer check (logo_height > 0),
			add check (num_nulls(logo_sha256, logo_type, logo_width, logo_height) in (0, 4));
	`.execute(db);
}
