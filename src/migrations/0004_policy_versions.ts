import { type Kysely, sql } from 'kysely';

/**
 * The settings of the policy, version by version. Without a row version 1 holds, which is code. The version before goes on reading and
 * writing during the upgrade, by version 1: it has to be stopped before another version is saved.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await versions.execute(db);
	await holds.execute(db);
	await notices.execute(db);
}

const versions = sql`
	create table policy_version (
		version integer primary key check (version > 1),
		settings jsonb not null,
		note text not null check (char_length(note) between 1 and 500),
		made_by integer not null references account,
		made_at timestamptz not null
	);
`;

/**
 * What an open hold was promised: the version it was placed under, and the reminders still to come (P5). The version before
 * fills none of these in: no version is the first one, and reminders that are null are those of that version, not looked at yet.
 */
const holds = sql`
	alter table hold
		add column policy_version integer,
		add column reminders smallint[],
		add column next_reminder_at timestamptz,
		drop constraint hold_ended_by_check,
		add constraint hold_ended_by check (
			ended_by in ('replied', 'withdrawn', 'resumed', 'put-back', 'closed', 'merged', 'lapsed')
		);
	create index hold_open_next_reminder_at on hold (next_reminder_at) where ended_at is null and next_reminder_at is not null;
`;

/** Every word the system sends, as it was written: in the transaction of what it tells of. */
const notices = sql`
	create table mail_out (
		id bigint generated always as identity primary key,
		message_id uuid not null unique,
		kind text not null,
		account integer not null references account,
		ticket integer references ticket,
		once_key text unique,
		language text not null,
		subject text not null,
		body text not null,
		created_at timestamptz not null
	);
	create index mail_out_kind on mail_out (kind, id);
	create index mail_out_account on mail_out (account, id);
	create index mail_out_ticket on mail_out (ticket, id) where ticket is not null;
`;
