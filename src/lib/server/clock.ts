import { type Kysely, sql } from 'kysely';
import type { DB } from './db/types.ts';

/** The one clock: nothing else asks for the time. Given at the composition root. */
export type Clock = { now(db: Kysely<DB>): Promise<Temporal.Instant> };

/** The database's time, so that several machines agree; within a transaction it moves on from statement to statement. */
export const databaseClock: Clock = {
	async now(db) {
		const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(db);
		const [row] = rows;
		if (!row) throw new Error('The database did not tell the time.');
		return row.now;
	},
};

/** The clock asked once: what is read with it is read as of one moment, and the database tells the time only once. */
export function askedOnce(clock: Clock): Clock {
	let told: Promise<Temporal.Instant> | undefined;
	return {
		now: (db) => {
			told ??= clock.now(db);
			return told;
		},
	};
}

export type SetClock = Clock & { set(at: Temporal.Instant): void; advance(by: Temporal.DurationLike): void };

/** A clock that stands until it is moved: for tests, the demo, the simulation. */
export function setClock(start: Temporal.Instant): SetClock {
	let at = start;
	return {
		now: async () => at,
		set(to) {
			at = to;
		},
		advance(by) {
			at = at.add(by);
		},
	};
}
