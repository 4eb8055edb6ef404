import { type Kysely, sql } from 'kysely';

/**
 * All that bears on who is next (P4, P6): reservations, duty, coverage, moves between lanes, corrected products, merges, the
 * policy's own numbers. Columns are added and checks widened: the version before goes on reading and writing during the upgrade.
 * It does not know duty, coverage or reservations, and takes past them: it has to be stopped before the first of them is used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await tables.execute(db);
	await log.execute(db);
	await entries.execute(db);
	await proofs.execute(db);
}

/**
 * All that 0003 and 0004 change or refer to, locked first and in the order in which acts come to them, so that an act under way is
 * waited for instead of being met halfway. The first two are only referred to: rows of theirs can still be read and locked.
 */
const tables = sql`
	lock table account, ticket in share row exclusive mode;
	lock table queue_counter in exclusive mode;
	lock table queue_entry, hold, resolution, queue_log in access exclusive mode;
`;

const log = sql`
	alter table queue_log
		alter column ticket drop not null,
		add column agent integer references account,
		add column on_duty boolean,
		add column covers integer[],
		add column reserved_for integer references account,
		add column reserved_until timestamptz,
		add column since timestamptz,
		add column merged_into integer references ticket,
		add column settings jsonb,
		drop constraint queue_log_type_check,
		drop constraint queue_log_check,
		drop constraint queue_log_check1,
		add constraint queue_log_type check (type in (
			'opened', 'taken', 'queued', 'held', 'moved', 'corrected', 'resolved', 'merged', 'duty', 'coverage', 'policy'
		)),
		add constraint queue_log_ticket_given check ((type in ('duty', 'coverage', 'policy')) = (ticket is null)),
		add constraint queue_log_agent_given check ((type in ('duty', 'coverage')) = (agent is not null)),
		add constraint queue_log_duty_given check ((type = 'duty') = (on_duty is not null)),
		add constraint queue_log_covers_given check (type = 'coverage' or covers is null),
		add constraint queue_log_lane_given check ((type in ('opened', 'moved')) = (lane is not null)),
		add constraint queue_log_product_given check ((type in ('opened', 'corrected')) = (product is not null)),
		add constraint queue_log_reason_given check ((type in ('queued', 'held', 'resolved')) = (reason is not null)),
		add constraint queue_log_reserved check (type = 'queued' or reserved_for is null),
		add constraint queue_log_reserved_until check ((reserved_for is null) = (reserved_until is null)),
		add constraint queue_log_since check (type = 'taken' or since is null),
		add constraint queue_log_merged_into check ((type = 'merged') = (merged_into is not null)),
		add constraint queue_log_settings check ((type = 'policy') = (settings is not null));
	create index queue_log_taken on queue_log (at) where type = 'taken';
	create index queue_log_taken_later on queue_log (seq, ticket) include (actor, at) where type = 'taken';
	create index queue_log_lane on queue_log (ticket, seq) include (lane) where lane is not null;

	alter table resolution
		add column duplicate_of integer references ticket,
		add constraint resolution_duplicate_of check ("as" = 'duplicate' or duplicate_of is null);
	create index resolution_duplicate_of on resolution (duplicate_of) where duplicate_of is not null;
`;

/**
 * `queue_agent` and the reservations of `queue_entry` are, like it, written only while the counter is held. A reservation may
 * stand on an entry that is not queued: the version before leaves it there when it takes. It says nothing then.
 */
const entries = sql`
	alter table queue_entry
		add column reserved_for integer references account,
		add column reserved_until timestamptz,
		add constraint queue_entry_reserved_until check ((reserved_for is null) = (reserved_until is null));

	create table queue_agent (
		agent integer primary key references account,
		on_duty boolean,
		covers integer[]
	);
`;

/** How far the log has been replayed by which rules, with the queue as it stood there: a later replay by the same goes on from the last one. */
const proofs = sql`
	create table queue_proof (
		rules integer not null,
		seq bigint not null,
		at timestamptz not null,
		number integer not null,
		queue jsonb not null,
		takings bigint not null,
		overtakings bigint not null,
		found bigint not null,
		findings jsonb not null,
		primary key (rules, seq)
	);
`;
