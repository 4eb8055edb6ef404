import { type Kysely, sql } from 'kysely';
import type { DB } from './db/types.ts';

/** The one clock: nothing else asks for the time. Given at the composition root. */
export type Clock = {
	now(db: Kysely<DB>): Promise<Temporal.Instant>;
	/** The time for reading a page or telling a session that is over, within a moment of `now` and cheaper; no act is decided by it. */
	glance(db: Kysely<DB>): Promise<Temporal.Instant>;
};

/** The database's time, so that several machines agree; within a transaction it moves on from statement to statement. */
async function databaseNow(db: Kysely<DB>): Promise<Temporal.Instant> {
	const { rows } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(db);
	const [row] = rows;
	if (!row) throw new Error('The database did not tell the time.');
	return row.now;
}

/** How long a glance goes by this process's own count since the database last told the time. */
const glanceMs = 5_000;

function databaseGlance(): Clock['glance'] {
	let told: { at: Temporal.Instant; counted: number } | undefined;
	return async (db) => {
		const since = told ? performance.now() - told.counted : Number.POSITIVE_INFINITY;
		if (told && since < glanceMs) return told.at.add({ microseconds: Math.round(since * 1_000) });
		const at = await databaseNow(db);
		told = { at, counted: performance.now() };
		return at;
	};
}

export const databaseClock: Clock = { now: databaseNow, glance: databaseGlance() };

/** A clock for one page: what is read with it is read as of one moment. */
export function oneMoment(clock: Clock): Clock {
	let told: Promise<Temporal.Instant> | undefined;
	const moment: Clock['glance'] = (db) => {
		told ??= clock.glance(db);
		return told;
	};
	return { now: moment, glance: moment };
}

export type SetClock = Clock & { set(at: Temporal.Instant): void; advance(by: Temporal.DurationLike): void };

/** A clock that stands until it is moved: for tests, the demo, the simulation. */
export function setClock(start: Temporal.Instant): SetClock {
	let at = start;
	return {
		now: async () => at,
		glance: async () => at,
		set(to) {
			at = to;
		},
		advance(by) {
			at = at.add(by);
		},
	};
}
