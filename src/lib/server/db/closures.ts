import type { Kysely } from 'kysely';
import type { ClosureRefusal } from '#lib/domain/administration.ts';
import { type DeskCalendar, dayOf } from '#lib/domain/calendar.ts';
import {
	type Closing,
	type Closure,
	type ClosureRange,
	closingOf,
	daysOf,
	refuseRange,
	withClosures,
} from '#lib/domain/closure.ts';
import { type Receipt, receiptWithClosures, TooFewBusinessDays } from '#lib/domain/hold.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { PolicyVersion } from '#lib/domain/policy.ts';
import { hasLapsed } from '#lib/domain/ticket.ts';
import { calendarAround } from './calendar.ts';
import { type Wait, waitsCounting } from './holds.ts';
import { policyNow, policyOf } from './policy.ts';
import type { DB } from './types.ts';

/** What closing the desk on a range would come to at `at`, by the policy in force. Writes nothing. */
export async function closingNow(
	db: Kysely<DB>,
	range: ClosureRange,
	at: Temporal.Instant,
): Promise<Outcome<Closing, ClosureRefusal>> {
	const policy = await policyNow(db);
	const outside = refuseRange(range, dayOf(policy, at));
	if (outside) return refused(outside);
	const counted = (await openWaits(db, daysOf(range), at)).flatMap(({ receipt }) => receipt.countedDays.map(String));
	const counting = { holdDays: policy.holdDays, countedByWaits: new Set(counted) };
	return closingOf(range, counting, await calendarAround(db, range, policy));
}

/** The waits that count one of these days and have not lapsed at `at`. */
async function openWaits(db: Kysely<DB>, days: readonly Temporal.PlainDate[], at: Temporal.Instant): Promise<Wait[]> {
	return (await waitsCounting(db, days)).filter(({ receipt }) => !hasLapsed(receipt, at));
}

/** What closing the desk makes of one open wait: its receipt as it would be then, by the policy it was promised. */
export type LapseMove = { wait: Wait; later: Receipt; policy: PolicyVersion };

/**
 * The open waits that counted one of the days, each with its later receipt (P5): by the calendar of the policy it was placed
 * under and all closures there are by now, these included. What has lapsed at `at` stays lapsed. Writes nothing.
 */
export async function lapseMoves(
	db: Kysely<DB>,
	closures: readonly Closure[],
	at: Temporal.Instant,
): Promise<Outcome<LapseMove[], ClosureRefusal>> {
	const waits = await openWaits(
		db,
		closures.map(({ day }) => day),
		at,
	);
	const promised = await promisedCalendars(db, waits, closures);
	try {
		return done(waits.map((wait) => lapseMove(wait, closures, promised)));
	} catch (error) {
		if (!(error instanceof TooFewBusinessDays)) throw error;
		return refused({ reason: 'too-few-business-days', holdDays: error.days });
	}
}

type Promised = ReadonlyMap<number, { policy: PolicyVersion; calendar: DeskCalendar }>;

function lapseMove(wait: Wait, closures: readonly Closure[], promised: Promised): LapseMove {
	const by = promised.get(wait.version);
	if (!by) throw new Error('Every wait has the calendar it was promised.');
	return { wait, later: receiptWithClosures(wait.receipt, closures, by.calendar), policy: by.policy };
}

/** They reach from the days concerned to beyond the last one counted, where further days are looked for. */
async function promisedCalendars(db: Kysely<DB>, waits: Wait[], closures: readonly Closure[]): Promise<Promised> {
	const promised: Map<number, { policy: PolicyVersion; calendar: DeskCalendar }> = new Map();
	const days = [...closures.map(({ day }) => day), ...waits.flatMap(({ receipt }) => receipt.countedDays)];
	const [from, to] = [days.sort(Temporal.PlainDate.compare)[0], days.at(-1)];
	if (!from || !to) return promised;
	for (const version of new Set(waits.map((wait) => wait.version))) {
		const policy = await policyOf(db, version);
		const calendar = withClosures(await calendarAround(db, { from, to }, policy), closures);
		promised.set(version, { policy, calendar });
	}
	return promised;
}
