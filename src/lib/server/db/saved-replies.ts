import { sql, type Transaction } from 'kysely';
import type { SavedReply } from '#lib/domain/saved-replies.ts';
import { repliesSeenBy } from '../access/saved-replies.ts';
import type { StaffViewer } from '../access/viewer.ts';
import type { DB } from './types.ts';

/** The key of the advisory lock behind which saved replies are written, one at a time: a shortcut must be free in two places at once. */
const repliesKey = 6_2026;

/** Until COMMIT; taken behind the request key and before any row. */
export async function lockReplies(tx: Transaction<DB>): Promise<void> {
	await sql`select pg_advisory_xact_lock(${repliesKey})`.execute(tx);
}

type Owned = { owner: number | null };

/** Which other text has the shortcut for somebody who would see both; behind `lockReplies`. */
export async function shortcutTaken(
	tx: Transaction<DB>,
	{ shortcut, language, owner }: Pick<SavedReply, 'shortcut' | 'language'> & Owned,
	except: number | undefined,
): Promise<{ owner: number | null; name: string } | undefined> {
	return tx
		.selectFrom('saved_reply')
		.select(['owner', 'name'])
		.where('shortcut', '=', shortcut)
		.where('language', '=', language)
		.$if(owner !== null, (query) => query.where((eb) => eb.or([eb('owner', 'is', null), eb('owner', '=', owner)])))
		.$if(except !== undefined, (query) => query.where('id', '<>', except ?? 0))
		.orderBy('owner', (order) => order.asc().nullsFirst())
		.limit(1)
		.executeTakeFirst();
}

export async function countReplies(tx: Transaction<DB>, { owner }: Owned): Promise<number> {
	const { count } = await tx
		.selectFrom('saved_reply')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('owner', owner === null ? 'is' : '=', owner)
		.executeTakeFirstOrThrow();
	return count;
}

/**
 * A message that was made from them is written: each counts once, in the transaction of the message. Those that are gone by now, or
 * are a colleague's, count nothing. Their rows are locked in ascending order, behind all others.
 */
export async function countUses(
	tx: Transaction<DB>,
	viewer: StaffViewer,
	replies: readonly number[] = [],
): Promise<void> {
	if (replies.length === 0) return;
	const used = tx
		.selectFrom('saved_reply')
		.select('id')
		.where('id', 'in', [...new Set(replies)])
		.where(repliesSeenBy(viewer))
		.orderBy('id')
		.forNoKeyUpdate();
	await tx
		.with('locked', () => used)
		.updateTable('saved_reply')
		.set((eb) => ({ used: eb('used', '+', 1) }))
		.where('id', 'in', (eb) => eb.selectFrom('locked').select('locked.id'))
		.execute();
}
