import { z } from 'zod';
import { missingItems } from '#lib/domain/hold.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { lanes } from '#lib/domain/queue.ts';
import { seenFrom } from '#lib/domain/seen.ts';
import { key, listOf, longText, optionalLongText, requestKey } from '#lib/server/forms/parse-form.ts';

/** How far the ticket was shown, for what must not be done without knowing what has come since. */
const seen = z
	.string()
	.optional()
	.transform((text) => (text === undefined ? undefined : seenFrom(text)));

/** Resuming, withdrawing: nothing is said with it. */
export const bareForm = z.object({ requestKey });

export const putBackForm = bareForm.extend({ seen });

export const noteForm = bareForm.extend({ text: longText(textLimits.message) });

export const textForm = noteForm.extend({ seen });

/** Those of which a message was made, by their keys. */
const savedReplies = listOf(key);

const optionalTextForm = z.object({ requestKey, seen, text: optionalLongText(textLimits.message) });

/** A text, or files, or both; with a resolution all may have been said already. */
export const replyForm = optionalTextForm.extend({ savedReplies });

export const evaluateForm = textForm.extend({ savedReplies });

export const awaitForm = evaluateForm.extend({ missing: listOf(z.enum(missingItems), 1) });

export const handOverForm = optionalTextForm.extend({ colleague: key });

export const moveLaneForm = textForm.extend({ lane: z.enum(lanes) });

export const correctProductForm = z.object({ requestKey, seen, product: key });

/** The number as somebody types it, with spaces or zeros before it. */
export const mergeForm = z.object({
	requestKey,
	seen,
	other: z.preprocess(
		(typed) =>
			String(typed ?? '')
				.trim()
				.replace(/^0+/, ''),
		key,
	),
});
