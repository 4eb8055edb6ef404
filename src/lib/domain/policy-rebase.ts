import { type Policy, policySettings } from './policy.ts';
import type { TypedPolicy } from './policy-check.ts';

/** The settings as a form has them before anything is typed. */
export function typedFrom({ workingWeek, reminders, ...policy }: Policy): TypedPolicy {
	return {
		holdDays: String(policy.holdDays),
		workingWeek: workingWeek.map(String),
		country: policy.country,
		timeZone: policy.timeZone,
		reminders: reminders.join(', '),
		reminderTime: policy.reminderTime,
		inHandLimit: String(policy.inHandLimit),
		reservationMinutes: String(policy.reservationMinutes),
	};
}

/**
 * What was typed on a form made of `base`, brought onto the settings in force by now: whatever the person left as it was is as it is
 * now, so that nobody undoes a colleague's change unknowingly. `both` names what was changed on either side, not to the same.
 */
export function rebased(
	typed: TypedPolicy,
	{ base, current }: { base: Policy; current: Policy },
): { settings: TypedPolicy; both: (keyof Policy)[] } {
	const [before, now] = [typedFrom(base), typedFrom(current)];
	const kept = policySettings.filter((setting) => same(typed, before, setting));
	const changedMeanwhile = policySettings.filter((setting) => !same(before, now, setting));
	return {
		settings: { ...typed, ...Object.fromEntries(kept.map((setting) => [setting, now[setting]])) },
		both: changedMeanwhile.filter((setting) => !kept.includes(setting) && !same(typed, now, setting)),
	};
}

/** Spaces make no other list. */
function same(one: TypedPolicy, other: TypedPolicy, setting: keyof Policy): boolean {
	const plain = (typed: TypedPolicy) => String(typed[setting]).replaceAll(/\s/g, '');
	return plain(one) === plain(other);
}
