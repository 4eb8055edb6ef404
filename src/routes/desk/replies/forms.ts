import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import { languages } from '#lib/domain/roles.ts';
import { key, longText, requestKey, text } from '#lib/server/forms/parse-form.ts';

/** Any product, where none is chosen. */
const product = z
	.union([z.literal(''), key])
	.default('')
	.transform((chosen) => chosen || null);

export const changeForm = z.object({
	requestKey,
	name: text(textLimits.name),
	// With the slash that one types before it.
	shortcut: text(textLimits.shortcut + 1),
	language: z.enum(languages),
	product,
	text: longText(textLimits.message),
	version: key,
});

export const createForm = changeForm
	.omit({ version: true })
	.extend({ whose: z.enum(['personal', 'shared']) })
	.transform(({ whose, ...reply }) => ({ ...reply, shared: whose === 'shared' }));

export const bareForm = z.object({ requestKey });

/** What is looked at before it is saved; nothing of it is kept. */
export const previewForm = z.object({
	language: z.enum(languages).default('it'),
	text: z.string().max(textLimits.message).default(''),
});
