import { line, type NotValid } from './administration.ts';
import { emailOf } from './email.ts';
import { organisationLimits } from './limits.ts';
import type { Logo, LogoRefusal } from './logo.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** What the organisation is called and where it is found: `postalAddress` is a line each; to `supportAddress` people write before they have credentials (P2). */
export type Signature = { name: string; postalAddress: readonly string[]; supportAddress: string | null };

/** Whose desk this is. */
export type Organisation = Signature & { logo: Logo | null };

export type TypedOrganisation = { name: string; postalAddress: string; supportAddress: string };

export type OrganisationRefusal = { reason: 'organisation-changed-meanwhile' } | LogoRefusal;

/** What it is signed with, as it is kept, or the first field that cannot be. */
export function signatureOf(typed: TypedOrganisation): Outcome<Signature, NotValid> {
	const name = line('name', typed.name, organisationLimits.name);
	if (!name.ok) return name;
	const postalAddress = postalAddressOf(typed.postalAddress);
	if (!postalAddress) return refused({ reason: 'not-valid', field: 'postalAddress' });
	const supportAddress = typed.supportAddress.trim() === '' ? null : emailOf(typed.supportAddress);
	if (supportAddress === undefined) return refused({ reason: 'not-valid', field: 'supportAddress' });
	return done({ name: name.value, postalAddress, supportAddress });
}

/** Its lines without the empty ones. */
function postalAddressOf(typed: string): string[] | undefined {
	const lines = typed
		.normalize('NFC')
		.split('\n')
		.map((one) => one.trim().replace(/\s+/g, ' '))
		.filter((one) => one !== '');
	const fits = lines.every((one) => [...one].length <= organisationLimits.postalAddressLine);
	return lines.length <= organisationLimits.postalAddressLines && fits ? lines : undefined;
}
