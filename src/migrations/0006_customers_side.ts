import { type Kysely, sql } from 'kysely';

/** What the portal remembers for each user: what they typed and have not sent, what they have read, what they thought of it, how they want to be told. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await drafts.execute(db);
	await reading.execute(db);
	await alreadyRead.execute(db);
	await satisfaction.execute(db);
	await accounts.execute(db);
}

/** A text not yet sent, with the files that wait beside it: of a reply, one on each ticket; or of a ticket to be opened. */
const drafts = sql`
	create table draft (
		id integer generated always as identity primary key,
		account integer not null references account,
		ticket integer references ticket,
		fields jsonb not null,
		version integer not null,
		created_at timestamptz not null,
		saved_at timestamptz not null
	);
	create unique index draft_of_reply on draft (account, ticket) where ticket is not null;
	create index draft_to_open on draft (account, id) where ticket is null;
	create index draft_saved_at on draft (saved_at);

	create table draft_file (
		id uuid primary key,
		draft integer not null references draft on delete cascade,
		name text not null check (char_length(name) between 1 and 255),
		media_type text not null,
		size bigint not null,
		sha256 bytea not null,
		added_at timestamptz not null
	);
	create index draft_file_draft on draft_file (draft, added_at);
	create index draft_file_sha256 on draft_file (sha256);
`;

/** How far each person has read a ticket: its last message and the last row of its log that they were shown. */
const reading = sql`
	create table ticket_read (
		account integer not null references account,
		ticket integer not null references ticket,
		message bigint not null,
		seq bigint not null,
		primary key (account, ticket)
	);
`;

/** What there was before anybody's reading was kept counts as read, or all of it would be marked as new. */
const alreadyRead = sql`
	insert into ticket_read (account, ticket, message, seq)
	select account, ticket,
		coalesce((select max(id) from message where message.ticket = took_part.ticket), 0),
		coalesce((select max(seq) from queue_log where queue_log.ticket = took_part.ticket), 0)
	from (
		select opened_by as account, number as ticket from ticket
		union select author, ticket from message where side = 'customer'
	) took_part
`;

/** What a user of the customer thought of it, once it was resolved. */
const satisfaction = sql`
	create table satisfaction (
		ticket integer not null references ticket,
		account integer not null references account,
		score smallint not null check (score between 1 and 5),
		words text not null check (char_length(words) <= 2000),
		given_at timestamptz not null,
		changed_at timestamptz not null,
		primary key (ticket, account)
	);
`;

/** Which notices somebody does not want; and what tells one's sessions apart. */
const accounts = sql`
	alter table account add column muted text[] not null default '{}';
	alter table session
		add column id integer generated always as identity unique,
		add column user_agent text not null default '' check (char_length(user_agent) <= 300);
`;
