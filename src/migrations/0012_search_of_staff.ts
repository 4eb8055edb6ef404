import { type Kysely, sql } from 'kysely';

/**
 * What the search of staff reads: everybody's words with an index over them, internal notes and names among them, and the vocabulary
 * of the house. No search of a customer names it.
 *
 * Filling takes about half a minute for 300,000 messages, the index over all words most of it, and keeps nobody waiting: as in 0007
 * writing stops only for the second filling, which adds what came during the first, and for the lesser indexes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await tables.execute(db);
	await fillStaffSearchable(db);
	await indexes.execute(db);
	await sql`lock table ticket in exclusive mode; lock table customer, account in share row exclusive mode`.execute(db);
	await filling.execute(db);
	await references.execute(db);
	await triggers.execute(db);
}

/** A row for each place that can be found, as in 0007; `name` is of the customer and of whoever opened the ticket. */
const tables = sql`
	create table staff_searchable (
		ticket integer not null,
		place text not null check (place in ('subject', 'name', 'message', 'file', 'note')),
		message bigint,
		attachment uuid,
		note bigint,
		words tsvector not null,
		check ((place in ('message', 'file')) = (message is not null)),
		check ((place = 'file') = (attachment is not null)),
		check ((place = 'note') = (note is not null))
	);
	alter table staff_searchable alter words set statistics 1000;

	create table house_word (word text collate "C" not null, stem text collate "C" not null);

	create function searchable_name(of_ticket integer) returns tsvector language sql stable as $$
		select to_tsvector('sportello', searchable_text(customer.name || E'\\n' || account.name))
		from ticket join customer on customer.id = ticket.customer join account on account.id = opened_by
		where number = of_ticket
	$$;
`;

/** Makes searchable for staff what is not yet, in a transaction. */
// biome-ignore lint/suspicious/noExplicitAny: as for the migrations' runner, any database will do; Kysely's type is invariant.
export async function fillStaffSearchable(db: Kysely<any>): Promise<void> {
	await sql`set local work_mem = '64MB'`.execute(db);
	await filling.execute(db);
}

const filling = sql`
	insert into staff_searchable (ticket, place, message, attachment, words)
		select ticket, place, message, attachment, words from searchable
		where not exists (
			select from staff_searchable known
			where known.ticket = searchable.ticket and known.place = searchable.place
				and known.message is not distinct from searchable.message
				and known.attachment is not distinct from searchable.attachment
		);
	insert into staff_searchable (ticket, place, words)
		select number, 'name', to_tsvector('sportello', content)
		from (
			select number, searchable_text(customer.name || E'\\n' || account.name) as content
			from ticket join customer on customer.id = ticket.customer join account on account.id = opened_by
		) named
		where not exists (select from staff_searchable known where known.ticket = number and known.place = 'name');
	insert into staff_searchable (ticket, place, note, words)
		select ticket, 'note', id, to_tsvector('sportello', searchable_text(source)) from note
		where not exists (select from staff_searchable known where known.note = note.id);
	insert into house_word (word, stem)
		select word, stem
		from (
			select word, stem from search_word
			union
			select read.word, read.stem
			from (select source from note union all select name from customer union all select name from account where role = 'user') text
			cross join lateral searchable_words(source) as read
		) said
		where not exists (select from house_word known where known.word = said.word);
`;

/** A misspelt word is compared with those that share its first letters or its last. */
const indexes = sql`
	create index staff_searchable_words on staff_searchable using gin (words) with (fastupdate = off);
	create index staff_searchable_ticket on staff_searchable (ticket);
	create index staff_searchable_file on staff_searchable (ticket) where place = 'file';
	create index house_word_word on house_word (word) include (stem);
	create index house_word_head on house_word ("left"(word, 2));
	create index house_word_tail on house_word ("right"(word, 3));
	analyze staff_searchable, house_word;
`;

/** The indexes on what was there before are for filters that leave out nearly everything. */
const references = sql`
	alter table staff_searchable
		add foreign key (ticket) references ticket on delete cascade,
		add foreign key (message) references message on delete cascade,
		add foreign key (attachment) references attachment on delete cascade,
		add foreign key (note) references note on delete cascade;
	create index ticket_opened_at on ticket (opened_at, number);
	create index ticket_product on ticket (product, number);
	create index resolution_by on resolution (by, ticket) where by is not null;
	create index message_of_staff on message (author, ticket) where side = 'support';
`;

const triggers = sql`
	-- As in 0007, and for staff; a text is still taken to pieces once.
	create or replace function make_searchable(of_ticket integer, at_place text, in_message bigint, as_attachment uuid, content text)
	returns void language plpgsql as $$
	declare
		of_customer integer;
		opener integer;
		cut text := searchable_text(content);
		its_words tsvector := to_tsvector('sportello', cut);
	begin
		select customer, opened_by into of_customer, opener from ticket where number = of_ticket;
		insert into searchable (customer, opened_by, ticket, place, message, attachment, words)
			values (of_customer, opener, of_ticket, at_place, in_message, as_attachment, its_words);
		insert into staff_searchable (ticket, place, message, attachment, words)
			values (of_ticket, at_place, in_message, as_attachment, its_words);
		with read as materialized (
			select word, stem from searchable_words(content)
		), of_house as (
			insert into house_word (word, stem)
				select word, stem from read where not exists (select from house_word known where known.word = read.word)
		)
		insert into search_word (customer, opened_by, word, stem)
			select of_customer, opener, word, stem from read
			where not exists (
				select from search_word known
				where known.customer = of_customer and known.opened_by = opener and known.word = read.word
			);
	end $$;

	create or replace function make_ticket_searchable() returns trigger language plpgsql as $$
	begin
		perform make_searchable(new.number, 'subject', null, null, new.subject);
		insert into staff_searchable (ticket, place, words) values (new.number, 'name', searchable_name(new.number));
		return null;
	end $$;

	create function learn_words(content text) returns void language sql as $$
		insert into house_word (word, stem)
			select word, stem from searchable_words(content) as read
			where not exists (select from house_word known where known.word = read.word)
	$$;

	create function make_note_searchable() returns trigger language plpgsql as $$
	begin
		insert into staff_searchable (ticket, place, note, words)
			values (new.ticket, 'note', new.id, to_tsvector('sportello', searchable_text(new.source)));
		perform learn_words(new.source);
		return null;
	end $$;
	create trigger searchable after insert on note for each row execute function make_note_searchable();

	create function make_name_searchable() returns trigger language plpgsql as $$
	begin
		perform learn_words(new.name);
		if tg_op = 'INSERT' or new.name = old.name then return null; end if;
		if tg_table_name = 'customer' then
			update staff_searchable set words = searchable_name(ticket)
				where place = 'name' and ticket = any(array(select number from ticket where customer = new.id));
		else
			update staff_searchable set words = searchable_name(ticket)
				where place = 'name' and ticket = any(array(select number from ticket where opened_by = new.id));
		end if;
		return null;
	end $$;
	create trigger searchable after insert or update of name on customer
		for each row execute function make_name_searchable();
	create trigger searchable after insert or update of name on account
		for each row when (new.role = 'user') execute function make_name_searchable();
`;
