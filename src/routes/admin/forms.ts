import { z } from 'zod';
import { textLimits } from '#lib/domain/limits.ts';
import { languages, staffRoles } from '#lib/domain/roles.ts';
import { key, listOf, optionalText, requestKey, text, ticked } from '#lib/server/forms/parse-form.ts';

export const createProductForm = z.object({ requestKey, name: text(textLimits.name) });

export const renameProductForm = createProductForm.extend({ product: key });

export const customerForm = z.object({
	requestKey,
	name: text(textLimits.customerName),
	colleaguesSeeTickets: ticked,
});

export const licencesForm = z.object({ requestKey, products: listOf(key) });

export const personForm = z.object({
	requestKey,
	name: text(textLimits.name),
	username: text(textLimits.username),
	email: text(textLimits.email),
	language: z.enum(languages),
});

export const staffForm = personForm.extend({ role: z.enum(staffRoles) });

/** A user's has no role to choose. */
export const changeAccountForm = personForm.extend({ role: z.enum(staffRoles).optional() });

/** An act that needs nothing but to be asked for. */
export const bareForm = z.object({ requestKey });

/** A single day may be given as the first one alone. */
export const closureDaysForm = z
	.object({ from: text(10), to: optionalText(10), reason: text(textLimits.closureReason) })
	.transform(({ to, ...closure }) => ({ ...closure, to: to || closure.from }));

export const addClosureDaysForm = z.object({ requestKey }).and(closureDaysForm);

export const removeClosureDaysForm = z.object({ requestKey, days: listOf(text(10)) });

/** Which products an agent covers: every one, or those ticked. What is ticked counts only where not all are covered. */
export const coverageForm = z
	.object({ requestKey, coverage: z.enum(['all', 'chosen']), products: listOf(key) })
	.transform(({ coverage, products, ...rest }) => ({ ...rest, products: coverage === 'all' ? null : products }));
