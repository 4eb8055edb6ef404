import { personOf, type StaffMember } from '#lib/domain/administration.ts';
import { done } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administerIssuing, type Issued } from './administer.ts';
import { createAccount } from './create-account.ts';

export type CreateStaff = Administering & StaffMember;

/** An agent, supervisor or administrator, with the link to choose a password (P1). */
export async function createStaff(
	desk: Desk,
	viewer: Viewer,
	input: CreateStaff,
): Promise<AdministrationOutcome<Issued>> {
	return administerIssuing(desk, viewer, 'create-staff', input, async (tx, at) => {
		const member = personOf(input);
		if (!member.ok) return member;
		return done(await createAccount(tx, desk, { ...member.value, customer: null, by: viewer.id, at }));
	});
}
