import { dayOf } from '#lib/domain/calendar.ts';
import { glancePolicy } from '../db/policy.ts';
import type { Desk } from '../desk.ts';

/** In which time zone pages are written, and which local day it is there (YYYY-MM-DD). */
export async function deskTime({ db, clock }: Desk): Promise<{ timeZone: string; today: string }> {
	const { timeZone } = await glancePolicy(db);
	return { timeZone, today: dayOf({ timeZone }, await clock.now(db)).toString() };
}
