import { type Kysely, sql } from 'kysely';

/**
 * Credentials issued to many at once: each order (`issuing`) with whom it is for and, slice by slice, what came of it. Who has none is found
 * from an index alone, however many there are: `account.link_until` is until when the link that is out leads to a password, kept by a
 * trigger. `account.import` is the file that brought somebody in; it is not a reference, since files are deleted after some days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		drop table credentials_asked;

		create table issuing (
			id integer generated always as identity primary key,
			asked_by integer not null references account,
			asked_at timestamptz not null,
			people integer not null,
			done_account integer not null default 0,
			issued integer not null default 0,
			has_link integer not null default 0,
			active integer not null default 0,
			disabled integer not null default 0,
			finished_at timestamptz
		);
		create index issuing_asked_at on issuing (asked_at);
		create table issuing_person (
			issuing integer not null references issuing on delete cascade,
			account integer not null references account,
			primary key (issuing, account)
		);

		alter table account add column link_until timestamptz, add column import integer;
		update account set link_until = expires_at from activation where activation.account = account.id and used_at is null;
		create index account_without_credentials on account (coalesce(link_until, '-infinity'), id) include (link_until)
			where role = 'user' and activated_at is null and disabled_at is null;
		create index account_without_credentials_of_customer on account (customer, coalesce(link_until, '-infinity'), id) include (link_until)
			where role = 'user' and activated_at is null and disabled_at is null;
		create index account_without_credentials_of_import on account (import, coalesce(link_until, '-infinity'), id) include (link_until)
			where role = 'user' and activated_at is null and disabled_at is null and import is not null;

		create function keep_link_until() returns trigger language plpgsql as $$
		begin
			update account set link_until = case when tg_op = 'DELETE' or new.used_at is not null then null else new.expires_at end
				where id = coalesce(new.account, old.account);
			return null;
		end $$;
		create trigger activation_keeps_link_until after insert or delete or update of expires_at, used_at on activation
			for each row execute function keep_link_until();
	`.execute(db);
}
