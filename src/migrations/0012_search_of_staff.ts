import { type Kysely, sql } from 'kysely';

/**
 * What the search of staff reads beside the customer's: an index over everybody's words, internal notes, names, and the vocabulary of
 * the house. No search of a customer reads any of it.
 *
 * An index over 300,000 messages takes some 15 seconds, for which whoever writes a text would wait: so it is made on a copy, and writing
 * stops only for what came meanwhile and for the lesser indexes. As in 0007 all that locks the tables of the version before comes last.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await tables.execute(db);
	await sql`set local work_mem = '64MB'`.execute(db);
	await filling.execute(db);
	await indexes.execute(db);
	await sql`lock table ticket in exclusive mode; lock table customer, account in share row exclusive mode`.execute(db);
	await filling.execute(db);
	await references.execute(db);
	await lesserIndexes.execute(db);
	await exchange.execute(db);
	await triggers.execute(db);
}

/** A name is of a customer, or of one of its users. Words that came twice at the same moment may stand twice, as in 0007. */
const tables = sql`
	create table searchable_anew (like searchable including all excluding indexes);
	alter table searchable_anew alter words set statistics 1000;

	create table searchable_note (ticket integer not null, note bigint not null, words tsvector not null);
	alter table searchable_note alter words set statistics 1000;

	create table searchable_name (customer integer not null, account integer, words tsvector not null);

	create table house_word (word text collate "C" not null, stem text collate "C" not null);
`;

/** Makes searchable for staff what is not yet: the second time only what came since the first. */
const filling = sql`
	insert into searchable_anew
		select searchable.* from searchable
		where not exists (
			select from searchable_anew known
			where known.ticket = searchable.ticket and known.place = searchable.place
				and coalesce(known.message, 0) = coalesce(searchable.message, 0)
				and (searchable.attachment is null or known.attachment = searchable.attachment)
		);
	insert into searchable_note (ticket, note, words)
		select ticket, id, to_tsvector('sportello', searchable_text(source)) from note
		where not exists (select from searchable_note known where known.note = note.id);
	insert into searchable_name (customer, account, words)
		select customer, account, to_tsvector('sportello', searchable_text(name))
		from (
			select id as customer, null::integer as account, name from customer
			union all
			select customer, id, name from account where role = 'user'
		) named
		where not exists (
			select from searchable_name known
			where known.customer = named.customer and known.account is not distinct from named.account
		);
	insert into house_word (word, stem)
		select word, stem
		from (
			select word, stem from search_word
			union
			select read.word, read.stem from note cross join lateral searchable_words(source) as read
			union
			select read.word, read.stem from customer cross join lateral searchable_words(name) as read
			union
			select read.word, read.stem from account cross join lateral searchable_words(name) as read where role = 'user'
		) said
		where not exists (select from house_word known where known.word = said.word);
`;

/** A misspelt word is compared with those that share its first letters or its last. */
const indexes = sql`
	create index searchable_words on searchable_anew using gin (words) with (fastupdate = off);
	create index searchable_anew_customer on searchable_anew (customer, opened_by);
	create index searchable_anew_ticket on searchable_anew (ticket);
	create index searchable_file on searchable_anew (ticket) where place = 'file';
	create index searchable_note_words on searchable_note using gin (words) with (fastupdate = off);
	create index searchable_note_ticket on searchable_note (ticket);
	create index searchable_name_words on searchable_name using gin (words) with (fastupdate = off);
	create index searchable_name_customer on searchable_name (customer, account);
	create index house_word_word on house_word (word) include (stem);
	create index house_word_head on house_word ("left"(word, 2));
	create index house_word_tail on house_word ("right"(word, 3));
	analyze searchable_anew, searchable_note, searchable_name, house_word;
`;

const references = sql`
	alter table searchable_anew
		add constraint searchable_ticket_fkey foreign key (ticket) references ticket on delete cascade,
		add constraint searchable_message_fkey foreign key (message) references message on delete cascade,
		add constraint searchable_attachment_fkey foreign key (attachment) references attachment on delete cascade;
	alter table searchable_note
		add foreign key (ticket) references ticket on delete cascade,
		add foreign key (note) references note on delete cascade;
	alter table searchable_name
		add foreign key (customer) references customer on delete cascade,
		add foreign key (account) references account on delete cascade;
`;

/** For filters that leave out nearly everything. */
const lesserIndexes = sql`
	create index ticket_opened_at on ticket (opened_at, number);
	create index ticket_product on ticket (product, number);
	create index resolution_by on resolution (by, ticket) where by is not null;
	create index message_of_staff on message (author, ticket) where side = 'support';
`;

/** From here on pages wait too, since it takes its references with it. */
const exchange = sql`
	drop table searchable;
	alter table searchable_anew rename to searchable;
	alter index searchable_anew_customer rename to searchable_customer;
	alter index searchable_anew_ticket rename to searchable_ticket;
`;

const triggers = sql`
	-- As in 0007, and each word new to the house joins its vocabulary; a text is still taken to pieces once.
	create or replace function make_searchable(of_ticket integer, at_place text, in_message bigint, as_attachment uuid, content text)
	returns void language plpgsql as $$
	declare
		of_customer integer;
		opener integer;
	begin
		select customer, opened_by into of_customer, opener from ticket where number = of_ticket;
		insert into searchable (customer, opened_by, ticket, place, message, attachment, words)
			values (of_customer, opener, of_ticket, at_place, in_message, as_attachment,
				to_tsvector('sportello', searchable_text(content)));
		with read as materialized (
			select word, stem from searchable_words(content)
		), customers as (
			insert into search_word (customer, opened_by, word, stem)
				select of_customer, opener, word, stem from read
				where not exists (
					select from search_word known
					where known.customer = of_customer and known.opened_by = opener and known.word = read.word
				)
		)
		insert into house_word (word, stem)
			select word, stem from read where not exists (select from house_word known where known.word = read.word);
	end $$;

	create function learn_words(content text) returns void language sql as $$
		insert into house_word (word, stem)
			select word, stem from searchable_words(content) as read
			where not exists (select from house_word known where known.word = read.word)
	$$;

	create function make_note_searchable() returns trigger language plpgsql as $$
	begin
		insert into searchable_note (ticket, note, words)
			values (new.ticket, new.id, to_tsvector('sportello', searchable_text(new.source)));
		perform learn_words(new.source);
		return null;
	end $$;
	create trigger searchable after insert on note for each row execute function make_note_searchable();

	create function make_name_searchable(of_customer integer, of_account integer, name text) returns void language plpgsql as $$
	begin
		delete from searchable_name
			where customer = of_customer and account is not distinct from of_account;
		insert into searchable_name (customer, account, words)
			values (of_customer, of_account, to_tsvector('sportello', searchable_text(name)));
		perform learn_words(name);
	end $$;

	create function make_customer_searchable() returns trigger language plpgsql as $$
	begin
		perform make_name_searchable(new.id, null, new.name);
		return null;
	end $$;
	create trigger searchable after insert or update of name on customer
		for each row execute function make_customer_searchable();

	create function make_user_searchable() returns trigger language plpgsql as $$
	begin
		perform make_name_searchable(new.customer, new.id, new.name);
		return null;
	end $$;
	create trigger searchable after insert or update of name on account
		for each row when (new.role = 'user') execute function make_user_searchable();
`;
