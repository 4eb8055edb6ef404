import { z } from 'zod';
import { confirmations } from '#lib/domain/checklist.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { lanes } from '#lib/domain/queue.ts';
import { scores } from '#lib/domain/satisfaction.ts';
import { key, longText, optionalLongText, optionalText, requestKey, text } from '#lib/server/forms/parse-form.ts';

export const openTicketForm = z.object({
	requestKey,
	product: key,
	lane: z.enum(lanes),
	subject: text(textLimits.subject),
	description: longText(textLimits.message),
	version: optionalText(textLimits.version),
	operatingSystem: optionalText(textLimits.operatingSystem),
	tools: optionalText(textLimits.tools),
	follows: key.optional(),
});

/** What was asked, item by item: each may be left out. */
const answers = {
	version: optionalText(textLimits.version),
	versionAsBefore: optionalText(textLimits.version),
	operatingSystem: optionalText(textLimits.operatingSystem),
	operatingSystemAsBefore: optionalText(textLimits.operatingSystem),
	tools: optionalText(textLimits.tools),
	toolsAsBefore: optionalText(textLimits.tools),
	confirmation: z.enum(confirmations).optional(),
	confirmationWords: optionalLongText(textLimits.answer),
	other: optionalLongText(textLimits.answer),
};

/** A file alone is a reply too (P5). */
export const replyForm = z.object({
	requestKey,
	text: optionalLongText(textLimits.message),
	...answers,
});

export const closeForm = z.object({ requestKey });

/** One of five steps; why, only if they wish. */
export const rateForm = z.object({
	requestKey,
	score: z.coerce.number().pipe(z.literal(scores)),
	words: optionalLongText(textLimits.satisfaction),
});
