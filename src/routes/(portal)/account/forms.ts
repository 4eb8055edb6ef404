import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import { optionalKinds } from '#lib/domain/notices.ts';
import { languages } from '#lib/domain/roles.ts';
import { key, listOf, requestKey, text } from '#lib/server/forms/parse-form.ts';

export const nameForm = z.object({ requestKey, name: text(textLimits.name) });

export const themeChoices = ['system', 'light', 'dark'] as const;

/** Sent twice it leaves the same choice: its key is of no use. */
export const preferencesForm = z.object({ language: z.enum(languages), theme: z.enum(themeChoices) });

export const noticesForm = z.object({ requestKey, wanted: listOf(z.enum(optionalKinds)) });

export const sessionForm = z.object({ requestKey, session: key });

export const otherSessionsForm = z.object({ requestKey });
