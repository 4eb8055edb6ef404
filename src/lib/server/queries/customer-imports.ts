import { type Kysely, sql } from 'kysely';
import type { FateKind } from '#lib/domain/customer-file/fate.ts';
import { importKeptDays } from '#lib/domain/customer-file/limits.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

export type ImportState = 'preview' | 'running' | 'finished';

/** The imports of the last days, the newest first. */
export async function recentImports(desk: Pick<Desk, 'db' | 'clock'>) {
	const rows = await kept(desk.db, await desk.clock.glance(desk.db))
		.orderBy('id', 'desc')
		.limit(20)
		.execute();
	return rows.map(told);
}

/** One of them, whoever made it. */
export async function importCalled(desk: Pick<Desk, 'db' | 'clock'>, id: number) {
	const row = await kept(desk.db, await desk.clock.glance(desk.db))
		.where('customer_import.id', '=', id)
		.executeTakeFirst();
	return row && told(row);
}

/** What is still under way stays in sight, however long ago it was made. */
function kept(db: Kysely<DB>, now: Temporal.Instant) {
	const since = now.subtract({ hours: 24 * importKeptDays });
	return db
		.selectFrom('customer_import')
		.innerJoin('account', 'account.id', 'made_by')
		.select(['customer_import.id', 'file', 'encoding', 'separator', 'unknown', 'rows', 'foreseen', 'tally'])
		.select(['made_at', 'confirmed_at', 'finished_at', 'account.name as by'])
		.where((eb) =>
			eb.or([eb('made_at', '>', since), eb.and([eb('confirmed_at', 'is not', null), eb('finished_at', 'is', null)])]),
		);
}

type Kept = Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirstOrThrow']>>;

function told({ made_at, confirmed_at, finished_at, foreseen, tally, ...row }: Kept) {
	const state: ImportState = finished_at ? 'finished' : confirmed_at ? 'running' : 'preview';
	const { new: added, changed, unchanged, refused } = tally;
	return {
		...row,
		...{ state, madeAt: made_at.toString(), done: added + changed + unchanged + refused },
		tally: state === 'preview' ? foreseen : tally,
	};
}

export type ImportRows = { import: number; kind: FateKind | undefined; after?: number; offset?: number; limit: number };

/** Rows of an import by line; of one kind where it is asked for. */
export function importRows(db: Kysely<DB>, { import: id, kind, after = 0, offset = 0, limit }: ImportRows) {
	return db
		.selectFrom('customer_import_row')
		.select(['line', 'cells', 'fate', 'differs'])
		.where('import', '=', id)
		.where('line', '>', after)
		.$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'refused'))
		.orderBy('line')
		.offset(offset)
		.limit(limit)
		.execute();
}

/** How many rows of each kind there are as things stand, and how many went otherwise than foreseen. */
export async function kindsOf(
	db: Kysely<DB>,
	id: number,
): Promise<{ kinds: Record<FateKind, number>; differs: number }> {
	const rows = await db
		.selectFrom('customer_import_row')
		.select(['kind', sql<number>`count(*)::integer`.as('count')])
		.select(sql<number>`(count(*) filter (where differs))::integer`.as('differs'))
		.where('import', '=', id)
		.groupBy('kind')
		.execute();
	const kinds = { new: 0, changed: 0, unchanged: 0, refused: 0 };
	for (const { kind, count } of rows) kinds[kind] = count;
	return { kinds, differs: rows.reduce((sum, { differs }) => sum + differs, 0) };
}
