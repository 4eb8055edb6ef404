import { type Organisation, organisationOf, type TypedOrganisation } from '#lib/domain/organisation.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { lockOrganisation, writeOrganisation } from '../db/organisation.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

/** `basedOn` is the version the form was made of. */
export type ChangeOrganisation = Administering & TypedOrganisation & { basedOn: number };

/** Pages and mails are signed so from now on; the mails that were written keep their words. */
export async function changeOrganisation(
	desk: Desk,
	viewer: Viewer,
	input: ChangeOrganisation,
): Promise<AdministrationOutcome> {
	return administer(desk, viewer, 'change-organisation', input, async (tx, at) => {
		const organisation = organisationOf(input);
		if (!organisation.ok) return organisation;
		const { version, ...before } = await lockOrganisation(tx);
		if (input.basedOn !== version) return refused({ reason: 'organisation-changed-meanwhile' });
		const details = whatChanged(before, organisation.value);
		if (Object.keys(details.to).length === 0) return done();
		await writeOrganisation(tx, { ...organisation.value, version: version + 1 });
		await record(tx, desk, { at, verb: 'organisation-changed', by: viewer.id, details });
		return done();
	});
}

function whatChanged(from: Organisation, to: Organisation) {
	const [was, is] = [plain(from), plain(to)];
	const changed = (['name', 'postalAddress', 'supportAddress'] as const).filter((field) => was[field] !== is[field]);
	const only = (of: typeof was) => Object.fromEntries(changed.map((field) => [field, of[field]]));
	return { from: only(was), to: only(is) };
}

/** What was left empty is told as such. */
function plain({ name, postalAddress, supportAddress }: Organisation) {
	return { name, postalAddress: postalAddress.join(', '), supportAddress: supportAddress ?? '' };
}
