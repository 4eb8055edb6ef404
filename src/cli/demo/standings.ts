import { standingFrom, ticketsWithStanding } from '#lib/server/db/standing.ts';
import type { Desk } from '#lib/server/desk.ts';

/** How many tickets stand how: by state, and the resolved ones by how they came to their end. */
export async function countStandings({ db, clock }: Desk): Promise<Record<string, number>> {
	const now = await clock.now(db);
	const counts: Record<string, number> = {};
	for (const row of await ticketsWithStanding(db).execute()) {
		const standing = standingFrom(row, now);
		const name = standing.state === 'resolved' ? standing.as : standing.state;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}
