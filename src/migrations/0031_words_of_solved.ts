import { type Kysely, sql } from 'kysely';

/**
 * The words that the subjects of solved tickets have, by product: what a ticket being served is compared with, without the tickets that
 * are open or ended in another way. The two indexes over all subjects go.
 *
 * As in 0012 writing stops only for the second filling, which adds what came during the first: with 100,000 tickets that takes four
 * seconds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await table.execute(db);
	await fillSolvedWords(db);
	await sql`create index solved_word_word on solved_word (word, product, ticket); analyze solved_word`.execute(db);
	await sql`lock table ticket in exclusive mode`.execute(db);
	await filling.execute(db);
	await trigger.execute(db);
	await sql`drop index searchable_subject; drop index searchable_latest_subject`.execute(db);
}

const table = sql`
	create table solved_word (
		ticket integer not null,
		word text collate "C" not null,
		product integer not null,
		primary key (ticket, word) include (product)
	);

	-- The words of a ticket's subject that tell something: neither numbers nor single letters.
	create function subject_words(of_ticket integer) returns setof text language sql stable as $$
		select word
		from searchable cross join unnest(tsvector_to_array(words)) as word
		where ticket = of_ticket and place = 'subject' and char_length(word) > 1 and word !~ '^[0-9]+$'
	$$;
`;

/** Writes the words of solved tickets that are not there yet, in a transaction. */
// biome-ignore lint/suspicious/noExplicitAny: as for the migrations' runner, any database will do; Kysely's type is invariant.
export async function fillSolvedWords(db: Kysely<any>): Promise<void> {
	await filling.execute(db);
}

const filling = sql`
	insert into solved_word (ticket, word, product)
		select number, word, product
		from resolution join ticket on number = resolution.ticket cross join lateral subject_words(number) as word
		where resolution.as in ('solved', 'closed-by-customer')
			and not exists (select from solved_word known where known.ticket = number)
		on conflict do nothing
`;

const trigger = sql`
	alter table solved_word add foreign key (ticket) references ticket on delete cascade;

	create function learn_solved_words() returns trigger language plpgsql as $$
	begin
		insert into solved_word (ticket, word, product)
			select number, word, product from ticket cross join lateral subject_words(number) as word where number = new.ticket
			on conflict do nothing;
		return null;
	end $$;
	create trigger comparable after insert on resolution
		for each row when (new.as in ('solved', 'closed-by-customer')) execute function learn_solved_words();
`;
