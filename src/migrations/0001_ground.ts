import { type Kysely, sql } from 'kysely';

/**
 * The ground every later migration stands on: who may come, the tickets, the queue log.
 * A ticket's key is its arrival number. No default, trigger or constraint reads the time (one clock: `clock.now`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await people.execute(db);
	await credentials.execute(db);
	await tickets.execute(db);
	await queue.execute(db);
	await records.execute(db);
}

const people = sql`
	create table product (
		id integer generated always as identity primary key,
		name text not null check (char_length(name) between 1 and 120),
		created_at timestamptz not null
	);
	create unique index product_name on product (lower(name));

	create table customer (
		id integer generated always as identity primary key,
		name text not null check (char_length(name) between 1 and 200),
		colleagues_see_tickets boolean not null,
		created_at timestamptz not null
	);
	create unique index customer_name on customer (lower(name));

	create table licence (
		customer integer not null references customer,
		product integer not null references product,
		granted_at timestamptz not null,
		primary key (customer, product)
	);
	create index licence_product on licence (product);

	create table account (
		id integer generated always as identity primary key,
		role text not null check (role in ('user', 'agent', 'supervisor', 'administrator')),
		customer integer references customer,
		name text not null check (char_length(name) between 1 and 120),
		username text not null check (char_length(username) between 3 and 64),
		email text not null check (char_length(email) between 3 and 254),
		language text not null check (language in ('it', 'en')),
		theme text check (theme in ('light', 'dark')),
		password_hash text,
		created_at timestamptz not null,
		activated_at timestamptz,
		disabled_at timestamptz,
		check ((role = 'user') = (customer is not null)),
		check ((activated_at is null) = (password_hash is null))
	);
	create unique index account_username on account (lower(username));
	create unique index account_email on account (lower(email));
	create index account_customer on account (customer) where customer is not null;
`;

const credentials = sql`
	create table activation (
		account integer primary key references account,
		token_hash bytea not null unique,
		created_at timestamptz not null,
		expires_at timestamptz not null,
		used_at timestamptz
	);

	create table setup_link (
		only_row boolean primary key default true check (only_row),
		token_hash bytea not null,
		created_at timestamptz not null
	);

	create table session (
		token_hash bytea primary key,
		account integer not null references account,
		created_at timestamptz not null,
		seen_at timestamptz not null,
		expires_at timestamptz not null
	);
	create index session_account on session (account);
	create index session_expires_at on session (expires_at);

	create table sign_in_attempt (
		key bytea primary key,
		window_started_at timestamptz not null,
		attempts integer not null
	);
	create index sign_in_attempt_window_started_at on sign_in_attempt (window_started_at);

	create table request_key (
		account integer not null references account,
		act text not null,
		key uuid not null,
		digest bytea not null,
		outcome jsonb,
		created_at timestamptz not null,
		primary key (account, act, key)
	);
	create index request_key_created_at on request_key (created_at);
`;

const tickets = sql`
	create table ticket (
		number integer primary key,
		customer integer not null references customer,
		opened_by integer not null references account,
		product integer not null references product,
		lane text not null check (lane in ('technical', 'consultancy')),
		subject text not null check (char_length(subject) between 1 and 200),
		version text not null,
		operating_system text not null,
		tools text not null,
		follows integer references ticket,
		opened_at timestamptz not null
	);
	create index ticket_customer on ticket (customer, number);
	create index ticket_opened_by on ticket (opened_by, number);
	create index ticket_follows on ticket (follows) where follows is not null;

	create table message (
		id bigint generated always as identity primary key,
		ticket integer not null references ticket,
		author integer not null references account,
		side text not null check (side in ('customer', 'support')),
		source text not null,
		html text not null,
		created_at timestamptz not null
	);
	create index message_ticket on message (ticket, id);

	-- Internal notes live apart from messages, so that no query for a customer can reach them by mistake.
	create table note (
		id bigint generated always as identity primary key,
		ticket integer not null references ticket,
		author integer not null references account,
		source text not null,
		html text not null,
		created_at timestamptz not null
	);
	create index note_ticket on note (ticket, id);

	create table attachment (
		id uuid primary key,
		message bigint not null references message,
		position smallint not null,
		name text not null check (char_length(name) between 1 and 255),
		media_type text not null,
		size bigint not null,
		sha256 bytea not null,
		unique (message, position)
	);
	create index attachment_sha256 on attachment (sha256);

	create table hold (
		id bigint generated always as identity primary key,
		ticket integer not null references ticket,
		"case" text not null check ("case" in ('under-evaluation', 'awaiting-customer')),
		agent integer not null references account,
		message bigint not null references message,
		missing text[] not null,
		placed_at timestamptz not null,
		receipt jsonb,
		lapses_at timestamptz,
		ended_at timestamptz,
		ended_by text check (ended_by in ('replied', 'withdrawn', 'resumed', 'put-back', 'closed', 'lapsed')),
		check (("case" = 'awaiting-customer') = (lapses_at is not null)),
		check ((lapses_at is null) = (receipt is null)),
		check ((ended_at is null) = (ended_by is null))
	);
	create unique index hold_open on hold (ticket) where ended_at is null;
	create index hold_open_lapses_at on hold (lapses_at) where ended_at is null and lapses_at is not null;

	create table resolution (
		ticket integer primary key references ticket,
		"as" text not null check ("as" in ('solved', 'closed-by-customer', 'lapsed', 'duplicate')),
		by integer references account,
		at timestamptz not null
	);
`;

const queue = sql`
	create table queue_counter (
		only_row boolean primary key default true check (only_row),
		seq bigint not null,
		number integer not null,
		at timestamptz
	);
	insert into queue_counter (seq, number) values (0, 0);

	create table queue_log (
		seq bigint primary key,
		at timestamptz not null,
		type text not null check (type in ('opened', 'taken', 'queued', 'held', 'resolved')),
		ticket integer not null references ticket,
		actor integer references account,
		lane text,
		product integer references product,
		reason text,
		check ((type = 'opened') = (lane is not null and product is not null)),
		check ((type in ('queued', 'held', 'resolved')) = (reason is not null))
	);
	create index queue_log_ticket on queue_log (ticket, seq);

	create table queue_entry (
		ticket integer primary key references ticket,
		lane text not null,
		product integer not null references product,
		state text not null check (state in ('queued', 'in-hand', 'under-evaluation', 'awaiting-customer')),
		agent integer references account,
		since timestamptz not null,
		check ((state = 'queued') = (agent is null))
	);
	create index queue_entry_queued on queue_entry (lane desc, ticket) where state = 'queued';
	create index queue_entry_agent on queue_entry (agent) where agent is not null;
`;

const records = sql`
	create table closure_day (
		day date primary key,
		reason text not null check (char_length(reason) between 1 and 120),
		added_by integer not null references account,
		added_at timestamptz not null
	);

	create table event (
		id bigint generated always as identity primary key,
		at timestamptz not null,
		type text not null,
		actor integer references account,
		ticket integer references ticket,
		customer integer references customer,
		account integer references account,
		data jsonb not null
	);
	create index event_ticket on event (ticket, id) where ticket is not null;
`;
