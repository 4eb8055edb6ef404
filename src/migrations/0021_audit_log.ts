import { type Kysely, sql } from 'kysely';

/**
 * Who did what to whose access, when and from where. Names stand as they were then, and there are no foreign keys: a later change
 * rewrites nothing here. Rows are only ever added; whoever sweeps says so for their transaction (docs/decisions/2026-11-23-audit-log.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await table.execute(db);
	await refusals.execute(db);
	await indexes.execute(db);
	await formerEvents.execute(db);
}

const table = sql`
	create table audit_log (
		id bigint generated always as identity primary key,
		at timestamptz not null,
		area text not null,
		verb text not null,
		actor integer,
		actor_name text,
		subject_kind text check (subject_kind in ('account', 'customer', 'product', 'saved-reply')),
		subject integer,
		subject_name text,
		customer integer,
		address text,
		browser text,
		details jsonb not null,
		check ((actor is null) = (actor_name is null)),
		check ((subject_kind is null) = (subject is null))
	);
`;

const refusals = sql`
	create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
	begin
		if tg_op = 'DELETE' and current_setting('sportello.sweeps_audit_log', true) = 'yes' then
			return old;
		end if;
		raise exception 'The audit log is only ever added to.' using errcode = 'insufficient_privilege';
	end $$;
	create trigger audit_log_stands before update or delete on audit_log
		for each row execute function refuse_change_of_audit_log();
	create trigger audit_log_stands_whole before truncate on audit_log
		for each statement execute function refuse_change_of_audit_log();
`;

// The verb is part of each: entries of another area are passed over without being read.
const indexes = sql`
	create index audit_log_at on audit_log (at, id);
	create index audit_log_area on audit_log (area, at, id);
	create index audit_log_actor on audit_log (actor, at, id, area) where actor is not null;
	create index audit_log_account on audit_log (subject, at, id, area) where subject_kind = 'account';
	create index audit_log_customer on audit_log (customer, at, id, area) where customer is not null;
	create index audit_log_address on audit_log (address, at, id, area) where address is not null;
`;

// What was told among the events until now: names as they are today, and nobody knows any more from where.
const formerEvents = sql`
	insert into audit_log (at, area, verb, actor, actor_name, subject_kind, subject, subject_name, customer, details)
	select event.at, verbs.area, event.type, event.actor, actor.name,
		case when event.account is not null then 'account' when event.customer is not null then 'customer' end,
		coalesce(event.account, event.customer),
		coalesce(account.name, customer.name),
		coalesce(event.customer, account.customer),
		case event.type
			when 'sessions-ended' then jsonb_build_object('sessions', jsonb_array_length(event.data->'sessions'))
			when 'users-disabled' then jsonb_build_object('accounts', jsonb_array_length(event.data->'accounts'))
			when 'customer-created' then event.data - 'name'
			else event.data
		end
	from event
	join (values
		('signed-in', 'sign-in'), ('signed-out', 'sign-in'), ('sessions-ended', 'sign-in'),
		('installation-set-up', 'credentials'), ('account-activated', 'credentials'),
		('account-created', 'people'), ('account-changed', 'people'), ('account-disabled', 'people'),
		('account-enabled', 'people'), ('users-disabled', 'people'),
		('customer-created', 'customers'), ('customer-changed', 'customers'),
		('policy-saved', 'house'), ('closure-days-added', 'house')
	) verbs (verb, area) on verbs.verb = event.type
	left join account actor on actor.id = event.actor
	left join account on account.id = event.account
	left join customer on customer.id = event.customer
	order by event.id;
`;
