import { type Clock, databaseClock } from '#lib/server/clock.ts';
import type { Desk } from '#lib/server/desk.ts';

/** The database's clock, running so many times as fast from `start` on: waits end while a test looks on. */
export async function fastClock({ db }: Pick<Desk, 'db'>, start: Temporal.Instant, times: number): Promise<Clock> {
	const began = await databaseClock.now(db);
	const now: Clock['now'] = async (tx) => {
		const passed = began.until(await databaseClock.now(tx)).total('milliseconds');
		return start.add({ milliseconds: Math.round(passed * times) });
	};
	return { now, glance: now };
}
