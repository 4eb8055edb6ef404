import { type DeskCalendar, horizonDays, leavesBusinessDays } from './calendar.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { type LimitedSetting, type Policy, policyLimits, policySettings } from './policy.ts';

/** The settings as a form sends them; `reminders` are numbers apart by commas, `workingWeek` the days ticked. */
export type TypedPolicy = {
	[Field in keyof Policy]: Field extends 'workingWeek' ? readonly string[] : string;
};

/** Why one setting is not taken as it was typed. */
export type PolicyProblem =
	| { reason: 'out-of-range'; min: number; max: number }
	| { reason: 'no-working-day' }
	| { reason: 'not-in-list' }
	| { reason: 'reminder-out-of-range'; max: number }
	| { reason: 'not-a-time' };

export type PolicyProblems = { [Field in keyof Policy]?: PolicyProblem };

/** Why settings are not saved, with what the words about it need. */
export type PolicyRefusal =
	| { reason: 'settings-not-valid'; problems: PolicyProblems }
	| { reason: 'settings-leave-too-few-days'; holdDays: number }
	| { reason: 'policy-changed-meanwhile'; version: number }
	| { reason: 'nothing-changed' };

/** `countries`: the codes whose public holidays are known. */
export type Known = { countries: ReadonlySet<string>; timeZones: ReadonlySet<string> };

type Checked<Value> = Value | PolicyProblem;

/** The settings that were typed, or what is wrong with each of them. */
export function policyTyped(typed: TypedPolicy, known: Known): Outcome<Policy, PolicyRefusal> {
	const holdDays = within('holdDays', typed.holdDays);
	const checked: { [Field in keyof Policy]: Checked<Policy[Field]> } = {
		holdDays,
		workingWeek: weekOf(typed.workingWeek),
		country: oneOf(known.countries, typed.country),
		timeZone: oneOf(known.timeZones, typed.timeZone),
		// With a length that is no length, reminders are judged by the longest there is.
		reminders: remindersOf(typed.reminders, typeof holdDays === 'number' ? holdDays : policyLimits.holdDays.max),
		reminderTime: timeOf(typed.reminderTime),
		inHandLimit: within('inHandLimit', typed.inHandLimit),
		reservationMinutes: within('reservationMinutes', typed.reservationMinutes),
	};
	const wrong = policySettings.filter((setting) => isProblem(checked[setting]));
	const problems = Object.fromEntries(wrong.map((setting) => [setting, checked[setting]]));
	if (wrong.length > 0) return refused({ reason: 'settings-not-valid', problems });
	return done(checked as Policy);
}

function isProblem(value: unknown): value is PolicyProblem {
	return typeof value === 'object' && value !== null && 'reason' in value;
}

function wholeNumber(typed: string): number {
	return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}

function within(field: LimitedSetting, typed: string): Checked<number> {
	const { min, max } = policyLimits[field];
	const value = wholeNumber(typed);
	return value >= min && value <= max ? value : { reason: 'out-of-range', min, max };
}

function weekOf(typed: readonly string[]): Checked<number[]> {
	const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => typed.includes(String(day)));
	return days.length > 0 ? days : { reason: 'no-working-day' };
}

function oneOf(known: ReadonlySet<string>, typed: string): Checked<string> {
	return known.has(typed) ? typed : { reason: 'not-in-list' };
}

/** Each once, the earliest reminder first. */
function remindersOf(typed: string, holdDays: number): Checked<number[]> {
	const offsets = typed.split(/[\s,;]+/).filter(Boolean);
	const values = [...new Set(offsets.map(wholeNumber))];
	if (!values.every((offset) => offset < holdDays)) return { reason: 'reminder-out-of-range', max: holdDays - 1 };
	return values.sort((a, b) => b - a);
}

function timeOf(typed: string): Checked<string> {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : { reason: 'not-a-time' };
}

/** The settings that differ. */
export function changedSettings(from: Policy, to: Policy): (keyof Policy)[] {
	return policySettings.filter((setting) => String(from[setting]) !== String(to[setting]));
}

/** What days of placing are looked at from `today` on: every one that a closure entered by now can bear on (P5). */
export function comingDays(today: Temporal.PlainDate): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
	const from = today.add({ days: horizonDays });
	return { from, to: from.add({ days: horizonDays }) };
}

/** Why settings that are each in order are refused together: a hold must find its business days, whenever it is placed (P5). */
export function refuseSettings(
	{ holdDays }: Policy,
	today: Temporal.PlainDate,
	calendar: DeskCalendar,
): PolicyRefusal | undefined {
	if (leavesBusinessDays(calendar, comingDays(today), holdDays)) return undefined;
	return { reason: 'settings-leave-too-few-days', holdDays };
}
