import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import { lanes } from '#lib/domain/queue.ts';
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

/** A file alone is a reply too (P5). */
export const replyForm = z.object({ requestKey, text: optionalLongText(textLimits.message) });

export const closeForm = z.object({ requestKey });
