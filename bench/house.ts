import type pg from 'pg';
import { savedReplyLimits } from '#lib/domain/limits.ts';
import { proofRules } from '#lib/domain/proof.ts';

/** How much a scratch database holds. Of the tickets some hundreds are on hold and twenty in hand, the rest resolved. */
export type Size = ReturnType<typeof sizeOf>;

/** So many years of work; those who do it, and what is open, are the same. The open tickets are the newest, with some old ones on hold. */
export function sizeOf(tickets: number) {
	const open = { queued: 5_000, firstOpen: tickets - 6_000 };
	return { customers: 2_000, tickets, ...open, messages: 3 * tickets, agents: 20 };
}

export const size = sizeOf(100_000);

/** A customer of the size of a public office, with some 1,700 resolved tickets and 5,000 messages: the most anybody searches. */
export const large = { customer: 2_001, user: 'utente4001' };

/** Fills an empty database with years of work, set by set; the same rows at every run. For the owner of the cluster. */
export async function fillHouse(client: pg.Client, of = size): Promise<void> {
	await client.query('begin');
	await client.query('set local session_replication_role = replica'); // the rows below fit: foreign keys need no asking
	for (const statements of [people, tickets, conversations, queue, records, audited, begun, replies]) {
		await client.query(statements(of));
		await client.query('analyze'); // what follows joins these rows, by a plan that knows how many they are
	}
	await client.query('commit');
	await client.query('vacuum');
}

const start = `timestamptz '2023-01-02 08:00+01'`;

const people = (size: Size) => `
	insert into product (name, created_at) select 'Software ' || n, ${start} from generate_series(1, 8) n;
	insert into customer (name, colleagues_see_tickets, created_at)
		select 'Studio ' || n, n % 5 <> 0, ${start} from generate_series(1, ${size.customers}) n;
	insert into licence (customer, product, granted_at)
		select n, 1 + (n + p) % 8, ${start} from generate_series(1, ${size.customers}) n, generate_series(1, 3) p;
	insert into account (role, customer, name, username, email, language, created_at)
		select 'user', 1 + (n - 1) % ${size.customers}, 'Utente ' || n, 'utente' || n, 'utente' || n || '@example.it', 'it', ${start}
		from generate_series(1, ${size.customers * 2}) n;
	insert into customer (name, colleagues_see_tickets, created_at) values ('Provincia', true, ${start});
	insert into account (role, customer, name, username, email, language, created_at)
		values ('user', ${large.customer}, 'Ufficio tecnico', '${large.user}', 'ufficio@example.it', 'it', ${start});
	insert into account (role, name, username, email, language, created_at)
		select 'agent', 'Agente ' || n, 'agente' || n, 'agente' || n || '@example.it', 'it', ${start}
		from generate_series(1, ${size.agents} + 1) n; -- the last has nothing in hand, and so may take
`;

/** Fifty customers write five times as much as the others. */
const tickets = (size: Size) => `
	insert into ticket (number, customer, opened_by, product, lane, subject, version, operating_system, tools, follows, opened_at)
		select n, customer, customer + ${size.customers} * abs(hashint4(-n) % 2), 1 + n % 8,
			case when n % 5 = 0 then 'consultancy' else 'technical' end,
			'Richiesta numero ' || n || ' su un rilievo che non si chiude', '2026.1', 'Windows 11', 'stazione totale',
			case when n % 40 = 0 then n - 20 end, ${start} + n * interval '17 minutes'
		from (
			select n, 1 + case when n % 10 = 0 then abs(hashint4(n) % 50) else abs(hashint4(n) % ${size.customers}) end as customer
			from generate_series(1, ${size.tickets}) n
		) numbered;
	update ticket set customer = ${large.customer}, opened_by = account.id, subject = ${words('number', 6)} || ' ' || number % 1500
		from account where username = '${large.user}' and number % 56 = 55 and number <= ${size.firstOpen} and number % 500 <> 0;
`;

/** So many words of a made-up language, some of them in most texts and most of them in few, as in any other. */
function words(seed: string, count: number): string {
	return `(
		select string_agg((${vocabulary()})[1 + cast(share * share * share * share * 9000 as integer)]::text, ' ')
		from (
			select abs(hashint4(${seed} * ${count} + nth)) % 100000 / 100000.0::float as share from generate_series(1, ${count}) nth
		) shares
	)`;
}

/** All its words, the common ones first. An array of names is read at any place at once, which one of texts is not. */
function vocabulary(): string {
	return `array(
		select (${[0, 1, 2].map(syllable).join(' || ')})::name from generate_series(0, 9000) rank order by rank
	)`;
}

function syllable(nth: number): string {
	return `substr('barecidolumanisotepuvagefirozumelinocatasidrepolgrastipronessu', 1 + 2 * (rank / ${30 ** nth} % 30), 2)`;
}

const conversations = (size: Size) => `
	insert into message (ticket, author, side, source, html, created_at)
		select number, case when nth = 2 then agent.id else opened_by end, case when nth = 2 then 'support' else 'customer' end,
			'Il rilievo non si chiude e il programma lo dice. ' || ${words('(number * 3 + nth)', 24)}, repeat('<p>Il rilievo non si chiude.</p> ', 6),
			opened_at + nth * interval '20 minutes'
		from generate_series(1, ${size.messages / size.tickets}) nth
		cross join ticket
		join account agent on agent.username = 'agente' || 1 + abs(hashint4(number) % ${size.agents});
	insert into attachment (id, message, position, name, media_type, size, sha256)
		select gen_random_uuid(), id, 0, 'rilievo.pdf', 'application/pdf', 40000, sha256(int8send(id)) from message where id % 4 = 0;
	insert into note (ticket, author, source, html, created_at)
		select number, (select min(id) from account where role = 'agent'), 'Nota', '<p>Nota</p>', opened_at from ticket where number % 2 = 0;
`;

const queue = (size: Size) => `
	create temporary table standing on commit drop as
		select number, ticket.customer, lane, product, opened_at, agent.id as agent, case
			when number <= ${size.firstOpen} then case when number % 500 = 0 then 'awaiting-customer' end
			when number % 20 = 7 then 'under-evaluation'
			when number % 20 in (8, 9) then null
			when row_number() over (order by number desc) <= 20 then 'in-hand'
			when count(*) filter (where number > ${size.firstOpen} and number % 20 not in (7, 8, 9))
				over (order by number desc) <= ${size.queued + 20} then 'queued'
		end as state
		from ticket join account agent on agent.username = 'agente' || 1 + abs(hashint4(number) % ${size.agents});
	insert into queue_entry (ticket, customer, lane, product, state, agent, since)
		select number, customer, lane, product, state, case when state <> 'queued' then agent end, opened_at from standing where state is not null;
	insert into hold (ticket, "case", agent, message, missing, placed_at, receipt, lapses_at)
		select number, state, agent, (select min(id) + 1 from message where message.ticket = number), '{other}', opened_at,
			case when state = 'awaiting-customer' then
				'{"placedAt":"2026-11-23T09:00:00Z","countedDays":["2090-01-02"],"skippedDays":[],"lapsesAt":"2090-01-02T23:00:00Z"}'::jsonb end,
			case when state = 'awaiting-customer' then timestamptz '2090-01-02 23:00Z' end
		from standing where state in ('under-evaluation', 'awaiting-customer');
	insert into hold (ticket, "case", agent, message, missing, placed_at, ended_at, ended_by)
		select number, 'under-evaluation', agent, (select min(id) from message where message.ticket = number), '{}', opened_at, opened_at, 'resumed'
		from standing where number % 3 = 0;
	insert into resolution (ticket, "as", by, at)
		select number, 'solved', agent, opened_at + interval '3 days' from standing where state is null;
	insert into queue_log (seq, at, type, ticket, actor, lane, product, reason, since)
		select row_number() over (order by number + 500 * (nth - 1), nth), opened_at + 500 * (nth - 1) * interval '17 minutes',
			type, number, agent,
			case when type = 'opened' then lane end, case when type = 'opened' then product end,
			case type when 'held' then 'under-evaluation' when 'queued' then 'resumed' when 'resolved' then 'solved' end,
			case when type = 'taken' then opened_at end
		from standing cross join (values (1, 'opened'), (2, 'taken'), (3, 'held'), (4, 'queued'), (5, 'resolved')) as step (nth, type)
		where type = 'opened' or state is distinct from 'queued' and (type = 'taken' or number % 3 = 0)
			or type = 'resolved' and state is null;
	insert into queue_proof (rules, seq, at, number, queue, takings, overtakings, found, findings)
		select ${proofRules}, seq, at, ticket, '{"entries":[],"agents":[],"settings":{"inHandLimit":1,"reservationMinutes":60}}', seq / 3, 0, 0, '[]'
		from queue_log where seq % 2000 = 0;
	insert into queue_agent (agent, on_duty, covers)
		select id, id % 2 = 0, case when id % 4 = 0 then '{1,2,3}'::integer[] end from account where role = 'agent';
	-- Of a hundred queued tickets one is reserved.
	update queue_entry set reserved_for = agent.id, reserved_until = timestamptz '2090-01-02 23:00Z'
		from account agent
		where state = 'queued' and ticket % 100 = 1 and agent.username = 'agente' || 1 + ticket / 100 % ${size.agents};
	-- Every thousandth ticket was the duplicate of the one before.
	update resolution set "as" = 'duplicate', duplicate_of = ticket - 1 where ticket % 1000 = 2;
	update queue_counter set seq = (select max(seq) from queue_log), number = ${size.tickets}, at = ${start};
`;

const records = () => `
	insert into customer_note (customer, author, source, html, created_at)
		select customer.id, (select min(id) from account where role = 'agent'), 'Nota', repeat('<p>Nota</p> ', 20), ${start}
		from customer, generate_series(1, case when customer.id % 50 = 1 then 30 else 2 end) nth;
	insert into event (at, type, data) values (${start}, 'installation-set-up', '{}');
	insert into event (at, type, actor, ticket, data) select opened_at, 'replied', opened_by, number, '{}' from ticket;
	insert into request_key (account, act, key, digest, outcome, created_at)
		select 1 + n % 4000, 'open-ticket', gen_random_uuid(), sha256(int4send(n)), '{"value":null}', ${start} from generate_series(1, 100000) n;
	-- Every ticket was asked about, and one in a thousand was merged.
	insert into mail_out (message_id, kind, account, ticket, language, subject, body, created_at)
		select gen_random_uuid(), case when number % 1000 = 2 then 'merged' else 'hold-placed' end, opened_by, number, 'it',
			'Ticket ' || number || ', servono Sue informazioni: ' || subject, repeat('Quale versione usa? ', 50), opened_at
		from ticket;
`;

/**
 * Ten steps about access to a ticket: mostly sign-ins of everybody, one in ten by the last of the staff, one in twenty of the large
 * customer, one in 2,000 of a kind of its own, from 2,000 addresses.
 */
const audited = (size: Size) => `
	insert into audit_log (at, area, verb, actor, actor_name, subject_kind, subject, subject_name, customer, address, browser, details)
		select ${start} + n * interval '102 seconds', area,
			case area when 'sign-in' then 'signed-in' when 'people' then 'account-changed' else 'audit-exported' end,
			actor, 'Persona ' || actor, 'account', case when area = 'people' then 1 + n % 4000 else actor end, 'Persona',
			case when n % 20 = 5 then ${large.customer} when n % 10 <> 3 then 1 + actor % ${size.customers} end,
			'192.0.' || abs(hashint4(n)) % 40 || '.' || abs(hashint4(-n)) % 50, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', '{}'
		from (
			select n, case when n % 10 = 3 then (select max(id) from account) else 1 + abs(hashint4(n)) % 4000 end as actor,
				case when n % 2000 = 0 then 'records' when n % 50 = 0 then 'people' else 'sign-in' end as area
			from generate_series(1, ${10 * size.tickets}) n
		) numbered;
`;

/** What is remembered for people: who has read what, two tickets of three to the end; what they have begun to write on each open ticket. */
const begun = () => `
	insert into ticket_read (account, ticket, message, seq)
		select opened_by, number, read.message, case when number % 3 = 0 then 0 else read.seq end
		from ticket
		cross join lateral (
			select (select max(id) from message where message.ticket = number) as message,
				(select max(seq) from queue_log where queue_log.ticket = number) as seq
		) read;
	insert into draft (account, ticket, act, fields, version, created_at, saved_at)
		select opened_by, number, 'reply', jsonb_build_object('text', repeat('Quale versione usa? ', 20)), 3, since, since
		from queue_entry join ticket on number = ticket;
	insert into draft (account, ticket, act, fields, version, created_at, saved_at)
		select agent, ticket, act, jsonb_build_object('text', repeat('Quale versione usa? ', 20)), 3, since, since
		from queue_entry cross join unnest('{reply,note,await,evaluate,resolve}'::text[]) as act where agent is not null;
	insert into draft_file (id, draft, name, media_type, size, sha256, added_at)
		select gen_random_uuid(), id, 'rilievo.pdf', 'application/pdf', 40000, sha256(int4send(id)), saved_at from draft where id % 4 = 0;
`;

/** As many saved replies as there may be: shared ones, and of two agents. */
const replies = () => `
	insert into saved_reply (owner, name, shortcut, language, product, text, used, changed_at, changed_by)
		select owner.id, 'Risposta ' || n, 'risposta-' || coalesce(owner.id, 0) || '-' || n, case when n % 4 = 0 then 'en' else 'it' end,
			case when n % 3 = 0 then 1 + n % 8 end, repeat('Buongiorno {persona}, ecco i passi per il ticket {ticket}. ', 20), n % 50, ${start}, writer.id
		from (select null::integer as id, ${savedReplyLimits.shared} as most union all
			select id, ${savedReplyLimits.personal} from account where username in ('agente1', 'agente2')) owner
		cross join lateral generate_series(1, owner.most) n
		join account writer on writer.username = 'agente1';
`;
