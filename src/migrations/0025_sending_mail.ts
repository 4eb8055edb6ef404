import { type Kysely, sql } from 'kysely';

/**
 * What became of each mail. `waiting`: it is to go out, not before `next_attempt_at` where that is set; `gathered`: it goes, or went, in
 * the mail of the row named; `failed`: for the reason in `trouble`, in the server's words in `answer` where it had any; `kept`: it was
 * written when nothing sent mail, or too long ago, and goes out only where somebody asks for that. `mail_sending` is how the house's
 * mail server has been doing. Whoever waits for mail to send is told of each commit that wrote some.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table mail_out
			add column state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'gathered', 'kept')),
			add column attempts integer not null default 0,
			add column first_attempt_at timestamptz,
			add column next_attempt_at timestamptz,
			add column settled_at timestamptz,
			add column sent_to text,
			add column trouble text check (trouble in ('refused', 'gave-up', 'disabled')),
			add column answer text,
			add column gathered_into bigint references mail_out,
			add constraint mail_out_gathered check ((state = 'gathered') = (gathered_into is not null)),
			add constraint mail_out_failed check ((state = 'failed') = (trouble is not null)),
			add constraint mail_out_settled check ((state in ('sent', 'failed')) = (settled_at is not null));
		create index mail_out_state on mail_out (state, id);
		create index mail_out_waiting on mail_out (account, id) where state = 'waiting';
		create index mail_out_sent on mail_out (account, settled_at) where state = 'sent';
		create index mail_out_failed on mail_out (account, id) where state = 'failed';
		create index mail_out_gathered_into on mail_out (gathered_into) where gathered_into is not null;

		create table mail_sending (
			only_row boolean primary key default true check (only_row),
			begun_at timestamptz,
			failing_since timestamptz,
			failures integer not null default 0,
			next_attempt_at timestamptz,
			answer text,
			recovered_at timestamptz
		);
		insert into mail_sending default values;

		create function tell_of_mail() returns trigger language plpgsql as $$
		begin
			perform pg_notify('sportello_mail', '');
			return null;
		end $$;
		create trigger mail_out_tells after insert on mail_out for each statement execute function tell_of_mail();
	`.execute(db);
}
