import { type Kysely, sql, type Transaction } from 'kysely';
import type { FileRow } from '#lib/domain/customer-file/decide.ts';
import type { Fate, Tally } from '#lib/domain/customer-file/fate.ts';
import { noTally } from '#lib/domain/customer-file/fate.ts';
import type { CustomerFile } from '../customer-file/read.ts';
import type { DB } from './types.ts';

type NewImport = CustomerFile & {
	name: string;
	fates: readonly Fate[];
	foreseen: Tally;
	by: number;
	at: Temporal.Instant;
};

/** A file as it was read, with what is foreseen for each of its rows. */
export async function insertImport(tx: Transaction<DB>, file: NewImport): Promise<number> {
	const { encoding, separator, unknown, rows, fates, foreseen, name, by, at } = file;
	const { id } = await tx
		.insertInto('customer_import')
		.values({
			...{ made_by: by, made_at: at, file: name, encoding, separator, unknown, rows: rows.length },
			...{ foreseen, tally: noTally },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const told = rows.map((row, nth) => ({ ...row, fate: fates[nth] }));
	await sql`
		insert into customer_import_row (import, line, cells, surplus, contradicts, fate, kind)
		select ${id}, line, cells, surplus, contradicts, fate, fate->>'kind'
		from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
			as row (line integer, cells jsonb, surplus integer, contradicts integer, fate jsonb)
	`.execute(tx);
	return id;
}

export type LockedImport = { id: number; by: number; file: string; doneLine: number; tally: Tally };

/** A confirmed import that is not finished. Imports take turns, a batch each, so that two never wait for each other's names. */
export async function lockImport(tx: Transaction<DB>, id: number): Promise<LockedImport | undefined> {
	await sql`select pg_advisory_xact_lock(hashtextextended('sportello customer import', 0))`.execute(tx);
	const found = await tx
		.selectFrom('customer_import')
		.select(['file', 'confirmed_by', 'done_line', 'tally'])
		.where('id', '=', id)
		.where('finished_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	if (!found || found.confirmed_by === null) return undefined;
	return { id, by: found.confirmed_by, file: found.file, doneLine: found.done_line, tally: found.tally };
}

export function nextRows(db: Kysely<DB>, { id, doneLine }: LockedImport, most: number): Promise<FileRow[]> {
	return db
		.selectFrom('customer_import_row')
		.select(['line', 'cells', 'surplus', 'contradicts'])
		.where('import', '=', id)
		.where('line', '>', doneLine)
		.orderBy('line')
		.limit(most)
		.execute();
}

/** What came of rows, where that is not what was foreseen, and how far the import has come. */
export async function keepFates(
	tx: Transaction<DB>,
	id: number,
	{ fates, tally }: { fates: readonly { line: number; fate: Fate }[]; tally: Tally },
): Promise<void> {
	await sql`
		update customer_import_row as row
		set fate = come.fate, kind = come.fate->>'kind', differs = true
		from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb) as come (line integer, fate jsonb)
		where row.import = ${id} and row.line = come.line and row.fate <> come.fate
	`.execute(tx);
	await tx
		.updateTable('customer_import')
		.set({ done_line: Math.max(...fates.map(({ line }) => line)), tally })
		.where('id', '=', id)
		.execute();
}

/** Deletes those made before then, with their rows; one that is still being carried out stays. */
export async function deleteImportsBefore(db: Kysely<DB>, before: Temporal.Instant): Promise<void> {
	await db
		.deleteFrom('customer_import')
		.where('made_at', '<', before)
		.where((eb) => eb.or([eb('confirmed_at', 'is', null), eb('finished_at', 'is not', null)]))
		.execute();
}
