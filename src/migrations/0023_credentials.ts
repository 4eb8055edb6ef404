import { type Kysely, sql } from 'kysely';

/**
 * Links are made of a nonce and the house's key, so that a mail that is kept holds none (docs/decisions/2026-11-23-derived-tokens.md);
 * a link issued before has no nonce, and goes on working. `recovery` is a password forgotten: one link an account, for whoever reads its
 * mail. `credentials_asked` is whom credentials are still to be issued to, where they were asked for many at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table activation add column nonce uuid, add column reminded_at timestamptz;
		create index activation_waiting on activation (expires_at) where used_at is null and reminded_at is null;

		create table recovery (
			account integer primary key references account,
			token_hash bytea not null unique,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			used_at timestamptz
		);

		create table credentials_asked (
			account integer primary key references account,
			asked_by integer not null references account,
			asked_at timestamptz not null
		);
	`.execute(db);
}
