import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import type { TypedPolicy } from '#lib/domain/policy-check.ts';
import { key, listOf, requestKey, text } from '#lib/server/forms/parse-form.ts';

/** As it was typed: what a setting may be is the policy's to say. */
const typed = z.string().max(200).default('');

const fields = z.object({
	requestKey,
	/** The version the form was made of. */
	basedOn: key,
	holdDays: typed,
	workingWeek: listOf(typed),
	country: typed,
	timeZone: typed,
	reminders: typed,
	reminderTime: typed,
	inHandLimit: typed,
	reservationMinutes: typed,
});

export const previewForm = fields.transform(grouped);

export const saveForm = fields.extend({ note: text(textLimits.policyNote) }).transform(grouped);

type Flat = { requestKey: string; basedOn: number } & TypedPolicy;

function grouped<Sent extends Flat>({ requestKey, basedOn, ...rest }: Sent) {
	const {
		holdDays,
		workingWeek,
		country,
		timeZone,
		reminders,
		reminderTime,
		inHandLimit,
		reservationMinutes,
		...more
	} = rest;
	const term = { holdDays, workingWeek, country, timeZone, reminders, reminderTime };
	return { requestKey, basedOn, settings: { ...term, inHandLimit, reservationMinutes }, ...more };
}
