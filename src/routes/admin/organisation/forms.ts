import { z } from 'zod';
import { organisationLimits, textLimits } from '#lib/domain/limits.ts';
import { key, optionalLongText, optionalText, requestKey } from '#lib/server/forms/parse-form.ts';

/** As it was typed: what may stand there is the domain's to say. */
const typed = {
	name: optionalText(2 * organisationLimits.name),
	postalAddress: optionalLongText(1000),
	supportAddress: optionalText(textLimits.email),
};

/** The hash of a stored file, in hexadecimal figures; nothing for no logo. */
const logo = z
	.string()
	.regex(/^(?:[0-9a-f]{64})?$/)
	.default('');

export const typedOrganisation = z.object(typed);

/** `basedOn` is the version the form was made of. */
export const organisationForm = z.object({ requestKey, basedOn: key, ...typed, logo });
