import { z } from 'zod';
import { missingItems } from '#lib/domain/hold.ts';
import { textLimits } from '#lib/domain/limits.ts';
import { listOf, longText, optionalLongText, requestKey } from '#lib/server/forms/parse-form.ts';

/** Resuming, withdrawing, putting back: nothing is said with it. */
export const bareForm = z.object({ requestKey });

export const textForm = z.object({ requestKey, text: longText(textLimits.message) });

export const awaitForm = textForm.extend({ missing: listOf(z.enum(missingItems), 1) });

/** All may have been said already. */
export const resolveForm = z.object({ requestKey, text: optionalLongText(textLimits.message) });
