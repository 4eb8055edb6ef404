import { z } from 'zod';
import { missingItems } from '#lib/domain/hold.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { lanes } from '#lib/domain/queue.ts';
import { key, listOf, longText, optionalLongText, requestKey } from '#lib/server/forms/parse-form.ts';

/** Resuming, withdrawing, putting back: nothing is said with it. */
export const bareForm = z.object({ requestKey });

export const textForm = z.object({ requestKey, text: longText(textLimits.message) });

export const awaitForm = textForm.extend({ missing: listOf(z.enum(missingItems), 1) });

/** All may have been said already. */
export const resolveForm = z.object({ requestKey, text: optionalLongText(textLimits.message) });

export const handOverForm = resolveForm.extend({ colleague: key });

export const moveLaneForm = textForm.extend({ lane: z.enum(lanes) });

export const correctProductForm = z.object({ requestKey, product: key });

/** The number as somebody types it, with spaces or zeros before it. */
export const mergeForm = z.object({
	requestKey,
	other: z.preprocess(
		(typed) =>
			String(typed ?? '')
				.trim()
				.replace(/^0+/, ''),
		key,
	),
});
