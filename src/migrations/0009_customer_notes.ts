import { type Kysely, sql } from 'kysely';

/**
 * What staff note about a customer, for themselves; and by what customers and people are looked for. Both tables that are changed
 * are small, and what is added fills itself: the version before goes on writing meanwhile.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await notes.execute(db);
	await folded.execute(db);
}

/** As internal notes of tickets, in a table of their own: no query for a customer reads it. One that is removed is gone. */
const notes = sql`
	create table customer_note (
		id integer generated always as identity primary key,
		customer integer not null references customer,
		author integer not null references account,
		source text not null check (char_length(source) between 1 and 20000),
		html text not null,
		created_at timestamptz not null
	);
	create index customer_note_customer on customer_note (customer, id);
`;

/** Without accents and capitals: of a customer its name, of a person all they are known by, one a line. */
const folded = sql`
	create function folded(content text) returns text language sql immutable parallel safe
		return lower(unaccent(content));
	alter table customer add column folded text not null generated always as (folded(name)) stored;
	alter table account add column folded text not null
		generated always as (folded(name || E'\\n' || username || E'\\n' || email)) stored;
`;
