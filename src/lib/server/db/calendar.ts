import { type Kysely, sql, type Transaction } from 'kysely';
import type { DeskCalendar } from '#lib/domain/calendar.ts';
import { dayOf, horizonDays } from '#lib/domain/calendar.ts';
import type { Policy } from '#lib/domain/policy.ts';
import { holidaysOf } from '../holidays.ts';
import type { DB } from './types.ts';

/** The key of the advisory lock that keeps the placing of holds and the change of closure days apart. */
const calendarKey = 5_2026;

/**
 * Until COMMIT: many transactions may read the calendar and the policy to place a hold, or one may change them. Taken behind the
 * request key and before any account's or ticket's row (the whole order: db/queue-log.ts), so that whoever changes the calendar sees
 * every hold placed on the old one.
 */
export async function lockCalendar(tx: Transaction<DB>, mode: 'read' | 'change'): Promise<void> {
	if (mode === 'read') await sql`select pg_advisory_xact_lock_shared(${calendarKey})`.execute(tx);
	else await sql`select pg_advisory_xact_lock(${calendarKey})`.execute(tx);
}

/** The desk's calendar for holds placed from `at` on: the horizon of P5 and the year's end beyond it. */
export async function deskCalendar(db: Kysely<DB>, at: Temporal.Instant, policy: Policy): Promise<DeskCalendar> {
	const from = dayOf(policy, at);
	return calendarBetween(db, from, from.add({ days: horizonDays }), policy);
}

/** The calendar of every hold whose days may reach these: the horizon of P5 before and after them. */
export async function calendarAround(
	db: Kysely<DB>,
	{ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
	policy: Policy,
): Promise<DeskCalendar> {
	return calendarBetween(db, from.subtract({ days: horizonDays }), to.add({ days: horizonDays }), policy);
}

async function calendarBetween(
	db: Kysely<DB>,
	from: Temporal.PlainDate,
	to: Temporal.PlainDate,
	{ country, timeZone, workingWeek }: Policy,
): Promise<DeskCalendar> {
	const closures = await db
		.selectFrom('closure_day')
		.select(['day', 'reason'])
		.where('day', '>=', from.toString())
		.execute();
	const years = Array.from({ length: to.year - from.year + 1 }, (_, after) => from.year + after);
	return {
		workingWeek,
		timeZone,
		holidays: await holidaysOf(country, years),
		closures: new Map(closures.map(({ day, reason }) => [day, reason])),
	};
}
