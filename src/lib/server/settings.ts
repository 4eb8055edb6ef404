import type { Kysely } from 'kysely';
import { dayOf } from '#lib/domain/calendar.ts';
import { type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Policy } from '#lib/domain/policy.ts';
import {
	comingDays,
	type PolicyRefusal,
	policyTyped,
	refuseSettings,
	type TypedPolicy,
} from '#lib/domain/policy-check.ts';
import { calendarAround } from './db/calendar.ts';
import type { DB } from './db/types.ts';
import { knownCountries } from './holidays.ts';

/** The time zones a desk may be in: those this runtime knows, and UTC, which it knows without listing it. */
export const timeZones: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** The settings that were typed, or why they cannot be those of the desk: asked on the calendar as it is at `at`. */
export async function settingsOf(
	db: Kysely<DB>,
	typed: TypedPolicy,
	at: Temporal.Instant,
): Promise<Outcome<Policy, PolicyRefusal>> {
	const settings = policyTyped(typed, { countries: await knownCountries(), timeZones });
	if (!settings.ok) return settings;
	const today = dayOf(settings.value, at);
	const calendar = await calendarAround(db, comingDays(today), settings.value);
	const refusal = refuseSettings(settings.value, today, calendar);
	return refusal ? refused(refusal) : settings;
}
