import { type Kysely, sql } from 'kysely';

/**
 * Files of customers and people that are brought in: what was read, what was foreseen for each row and, once confirmed, what came of it.
 * `done_line` is how far it was carried out, in the transaction of each batch (docs/decisions/2026-11-23-customers-by-file.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table customer_import (
			id integer generated always as identity primary key,
			made_by integer not null references account,
			made_at timestamptz not null,
			file text not null,
			encoding text not null,
			separator text not null,
			unknown text[] not null,
			rows integer not null,
			foreseen jsonb not null,
			confirmed_by integer references account,
			confirmed_at timestamptz,
			done_line integer not null default 0,
			tally jsonb not null,
			finished_at timestamptz,
			check ((confirmed_by is null) = (confirmed_at is null)),
			check (finished_at is null or confirmed_at is not null)
		);
		create index customer_import_made_at on customer_import (made_at);

		create table customer_import_row (
			import integer not null references customer_import on delete cascade,
			line integer not null,
			cells jsonb not null,
			surplus integer not null,
			contradicts integer,
			fate jsonb not null,
			kind text not null check (kind in ('new', 'changed', 'unchanged', 'refused')),
			differs boolean not null default false,
			primary key (import, line)
		);
		create index customer_import_row_kind on customer_import_row (import, kind, line);
	`.execute(db);
}
