import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { CannotStart } from '#platform/cannot-start.ts';

/**
 * What the customer's search reads. Triggers write it: whichever version, or hand, adds a message meanwhile, it is found. Internal
 * notes are not in it: no search of a customer could reach one.
 *
 * Filling takes about a minute for 300,000 messages, and keeps nobody waiting: writing stops only for the second filling, which adds
 * what came during the first. So whatever locks the tables of the version before comes after the first; its acts all begin with the
 * ticket, and none is under way once that is locked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await makeExtension(db, 'unaccent');
	await makeExtension(db, 'pg_trgm');
	await language.execute(db);
	await tables.execute(db);
	await fillSearchable(db);
	await indexes.execute(db);
	await sql`lock table ticket in exclusive mode`.execute(db);
	await fillSearchable(db);
	await references.execute(db);
	await triggers.execute(db);
}

/** Both may be made by whoever owns the database, where the server has them and its manager allows them. */
async function makeExtension(db: Kysely<unknown>, name: string): Promise<void> {
	try {
		await sql`create extension if not exists ${sql.ref(name)}`.execute(db);
	} catch (cause) {
		if (!(cause instanceof pg.DatabaseError && beyondUs.includes(cause.code ?? ''))) throw cause;
		throw new CannotStart(
			`The database lacks the extension ${name}, which the search needs, and Sportello could not create it: ${cause.message}.`,
			`Have its administrator run "create extension ${name}" in it (where the server does not know it: install PostgreSQL's contrib modules first), then start again.`,
			{ cause },
		);
	}
}

/** Not allowed (insufficient_privilege); not installed on the server (feature_not_supported, undefined_file). */
const beyondUs = ['42501', '0A000', '58P01'];

/**
 * Italian word forms and accents forgiven. Texts are cut at every sign and between letters and figures before they are read
 * (U+001F marks the cuts), so that "rilievo_lotto3.dxf", "E1204" and "12.1" are found by their parts, whatever the server's
 * locale; U+E000 to U+E002 are kept free for marking what was found.
 */
const language = sql`
	create text search dictionary italian_common (template = simple, stopwords = italian, accept = false);
	create text search configuration sportello (copy = simple);
	alter text search configuration sportello
		alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
		with italian_common, unaccent, italian_stem;

	create function searchable_text(content text) returns text language sql immutable parallel safe return
		regexp_replace(
			regexp_replace(
				translate(content, E'\\u001f\\ue000\\ue001\\ue002', ''),
				'([!-/:-@[-\`{-~«»“”„‘’–—…°]+)', E'\\u001f\\\\1\\u001f', 'g'
			),
			'(?<=[a-zA-Z])(?=[0-9])|(?<=[0-9])(?=[a-zA-Z])', E'\\u001f', 'g'
		);

	-- The words of a text that a misspelt one may have meant, without accents, each with what it is searched by.
	create function searchable_words(content text) returns table (word text, stem text) language sql stable as $$
		select spelt, lexemes[1]
		from (
			select spelt, ts_lexize('italian_stem', spelt) as lexemes
			from (
				select distinct lower(unaccent(token)) as spelt
				from ts_parse('default', searchable_text(content)) as read (kind, token)
				where kind in (1, 2)
			) spelt
			where char_length(spelt) between 3 and 40
		) stemmed
		where lexemes <> '{}'
	$$;
`;

/**
 * A row for each place that can be found. Words that came twice at the same moment may stand twice: a unique index would have
 * one act wait for another, against the order of locks.
 */
const tables = sql`
	create table searchable (
		customer integer not null,
		opened_by integer not null,
		ticket integer not null,
		place text not null check (place in ('subject', 'message', 'file')),
		message bigint,
		attachment uuid,
		words tsvector not null,
		check ((place = 'subject') = (message is null)),
		check ((place = 'file') = (attachment is not null))
	);

	create table search_word (
		customer integer not null,
		opened_by integer not null,
		word text collate "C" not null,
		stem text collate "C" not null
	);
`;

/** The customer first: a search reads the rows of the reader's own, and its time tells of no other's. */
const indexes = sql`
	create index searchable_customer on searchable (customer, opened_by);
	create index search_word_customer on search_word (customer, word, opened_by);
	create index searchable_ticket on searchable (ticket);
`;

const references = sql`
	alter table searchable
		add foreign key (ticket) references ticket on delete cascade,
		add foreign key (message) references message on delete cascade,
		add foreign key (attachment) references attachment on delete cascade
`;

/**
 * Makes searchable what is not yet, in a transaction: with 300,000 messages some 40 seconds of one processor. Each text is cut once,
 * and each word is understood once, however many texts have it.
 */
// biome-ignore lint/suspicious/noExplicitAny: as for the migrations' runner, any database will do; Kysely's type is invariant.
export async function fillSearchable(db: Kysely<any>): Promise<void> {
	await sql`analyze searchable, search_word`.execute(db);
	await sql`set local work_mem = '64MB'`.execute(db);
	await filling.execute(db);
}

const filling = sql`
	with unsearchable as materialized (
		select customer, opened_by, number as ticket, 'subject' as place, null::bigint as message, null::uuid as attachment,
			searchable_text(subject) as content
		from ticket
		where not exists (select from searchable where searchable.ticket = number and place = 'subject')
		union all
		select customer, opened_by, number, 'message', message.id, null, searchable_text(source)
		from message join ticket on number = message.ticket
		where not exists (select from searchable where searchable.message = message.id and place = 'message')
		union all
		select customer, opened_by, number, 'file', message.id, attachment.id, searchable_text(attachment.name)
		from attachment join message on message.id = attachment.message join ticket on number = message.ticket
		where not exists (select from searchable where searchable.attachment = attachment.id)
	), made as (
		insert into searchable (customer, opened_by, ticket, place, message, attachment, words)
		select customer, opened_by, ticket, place, message, attachment, to_tsvector('sportello', content) from unsearchable
	), said as materialized (
		select customer, opened_by, token
		from unsearchable cross join lateral ts_parse('default', content) as read (kind, token)
		where kind in (1, 2)
		group by customer, opened_by, token
	), token as materialized (
		select distinct token from said
	), read as materialized (
		select token, word, (ts_lexize('italian_stem', word))[1] as stem
		from (select token, lower(unaccent(token)) as word from token offset 0) spelt
		where char_length(word) between 3 and 40
	)
	insert into search_word (customer, opened_by, word, stem)
	select distinct customer, opened_by, word, stem
	from said join read using (token)
	where stem is not null and not exists (
		select from search_word known
		where known.customer = said.customer and known.opened_by = said.opened_by and known.word = read.word
	)
`;

const triggers = sql`
	create function make_searchable(of_ticket integer, at_place text, in_message bigint, as_attachment uuid, content text)
	returns void language plpgsql as $$
	declare
		of_customer integer;
		opener integer;
	begin
		select customer, opened_by into of_customer, opener from ticket where number = of_ticket;
		insert into searchable (customer, opened_by, ticket, place, message, attachment, words)
			values (of_customer, opener, of_ticket, at_place, in_message, as_attachment,
				to_tsvector('sportello', searchable_text(content)));
		insert into search_word (customer, opened_by, word, stem)
			select of_customer, opener, read.word, read.stem from searchable_words(content) as read
			where not exists (
				select from search_word known
				where known.customer = of_customer and known.opened_by = opener and known.word = read.word
			);
	end $$;

	create function make_ticket_searchable() returns trigger language plpgsql as $$
	begin
		perform make_searchable(new.number, 'subject', null, null, new.subject);
		return null;
	end $$;
	create trigger searchable after insert on ticket for each row execute function make_ticket_searchable();

	create function make_message_searchable() returns trigger language plpgsql as $$
	begin
		perform make_searchable(new.ticket, 'message', new.id, null, new.source);
		return null;
	end $$;
	create trigger searchable after insert on message for each row execute function make_message_searchable();

	create function make_attachment_searchable() returns trigger language plpgsql as $$
	begin
		perform make_searchable((select ticket from message where id = new.message), 'file', new.message, new.id, new.name);
		return null;
	end $$;
	create trigger searchable after insert on attachment for each row execute function make_attachment_searchable();
`;
