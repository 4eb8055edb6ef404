import { type Kysely, sql } from 'kysely';

/**
 * A second factor (RFC 6238) with its recovery codes, the step of signing in between password and code, and when a session was last
 * proved to be its owner's: `proved_at` is null until that is asked for again after signing in.
 * `secret` is sealed with the house's key, a code is kept as a keyed hash. A row of `second_factor` without `set_up_at` was only shown:
 * no code of it has come back. `last_step` is that of the last code accepted: neither it nor an earlier one is accepted again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table session add column proved_at timestamptz;

		create table second_factor (
			account integer primary key references account,
			secret bytea not null,
			begun_at timestamptz not null,
			set_up_at timestamptz,
			last_step bigint,
			check ((set_up_at is null) = (last_step is null))
		);

		create table recovery_code (
			account integer not null references second_factor on delete cascade,
			hash bytea not null,
			used_at timestamptz,
			primary key (account, hash)
		);

		create table sign_in_step (
			token_hash bytea primary key,
			account integer not null references account,
			created_at timestamptz not null,
			expires_at timestamptz not null
		);
		create index sign_in_step_account on sign_in_step (account);
		create index sign_in_step_expires_at on sign_in_step (expires_at);

		create table sign_in_rule (
			only_row boolean primary key default true check (only_row),
			second_factor_for_staff boolean not null
		);
		insert into sign_in_rule (second_factor_for_staff) values (false);
	`.execute(db);
}
