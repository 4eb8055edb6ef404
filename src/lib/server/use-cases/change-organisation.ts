import type { Logo, LogoRefusal } from '#lib/domain/logo.ts';
import { type Organisation, signatureOf, type TypedOrganisation } from '#lib/domain/organisation.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { lockOrganisation, writeOrganisation } from '../db/organisation.ts';
import type { Desk } from '../desk.ts';
import { takeLogo } from '../logo.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `basedOn` is the version the form was made of; `logo` the hash of a stored file, in hexadecimal figures, or nothing. */
export type ChangeOrganisation = Administering & TypedOrganisation & { basedOn: number; logo: string };

/** Pages and mails are signed so from now on; the mails that were written keep their words. */
export async function changeOrganisation(
	desk: Desk,
	viewer: Viewer,
	input: ChangeOrganisation,
): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'change-organisation', input, async (tx, at) => {
		const signature = signatureOf(input);
		if (!signature.ok) return signature;
		const { version, ...before } = await lockOrganisation(tx);
		if (input.basedOn !== version) return refused({ reason: 'organisation-changed-meanwhile' });
		const logo = await logoFor(desk, before, input.logo);
		if (!logo.ok) return logo;
		const after = { ...signature.value, logo: logo.value };
		const details = whatChanged(before, after);
		if (Object.keys(details.to).length === 0) return done();
		await writeOrganisation(tx, { ...after, version: version + 1 });
		await record(tx, desk, { at, verb: 'organisation-changed', by: viewer.id, details });
		return done();
	});
}

async function logoFor(
	{ blobs }: Desk,
	before: Organisation,
	sha256: string,
): Promise<Outcome<Logo | null, LogoRefusal>> {
	if (sha256 === '') return done(null);
	return before.logo?.sha256 === sha256 ? done(before.logo) : takeLogo(blobs, sha256);
}

function whatChanged(from: Organisation, to: Organisation) {
	const [was, is] = [plain(from), plain(to)];
	const changed = (['name', 'postalAddress', 'supportAddress', 'logo'] as const).filter(
		(field) => was[field] !== is[field],
	);
	const only = (of: typeof was) => Object.fromEntries(changed.map((field) => [field, of[field]]));
	return { from: only(was), to: only(is) };
}

/** What was left empty is told as such. */
function plain({ name, postalAddress, supportAddress, logo }: Organisation) {
	return {
		...{ name, postalAddress: postalAddress.join(', '), supportAddress: supportAddress ?? '' },
		logo: logo ? `${logo.mediaType}, ${logo.width} × ${logo.height}, ${logo.sha256.slice(0, 12)}` : '',
	};
}
