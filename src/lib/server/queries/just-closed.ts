import type { StaffViewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';

/** What somebody has closed just now: how many days, and how many open waits lapse later since. */
export type JustClosed = { days: number; moved: number };

/** Asked by the page that says what was done; an address alone is not believed. */
const justNow = { minutes: 10 };

export async function justClosed({ db, clock }: Desk, { id }: StaffViewer): Promise<JustClosed | undefined> {
	const now = await clock.now(db);
	const last = await db
		.selectFrom('closure_day')
		.select(({ fn }) => ['added_at as at', fn.countAll<number>().as('days')])
		.where('added_by', '=', id)
		.where('added_at', '>', now.subtract(justNow))
		.groupBy('added_at')
		.orderBy('added_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!last) return undefined;
	const { moved } = await db
		.selectFrom('event')
		.select(({ fn }) => fn.countAll<number>().as('moved'))
		.where('type', '=', 'lapse-moved')
		.where('actor', '=', id)
		.where('at', '>=', last.at)
		.executeTakeFirstOrThrow();
	return { days: last.days, moved };
}
