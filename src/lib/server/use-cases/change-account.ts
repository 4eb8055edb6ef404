import { type AdministrationRefusal, type Person, personOf } from '#lib/domain/administration.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Role, StaffRole } from '#lib/domain/roles.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { changesBetween } from '../db/changes.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerProved } from './administer.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** `role` is for staff only; a user stays a user, of the same customer. */
export type ChangeAccount = OnAccount & Person & { role?: StaffRole | undefined };

/** Corrects what is known of a person, or gives a staff member another role; one enabled administrator always stays. */
export async function changeAccount(desk: Desk, viewer: Viewer, input: ChangeAccount): Promise<AdministrationOutcome> {
	return administerProved(desk, viewer, 'change-account', input, async (tx, at) => {
		const person = personOf(input);
		if (!person.ok) return person;
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { account, isLastAdministrator } = found.value;
		const role = roleAfter(account.role, input.role, isLastAdministrator);
		if (!role.ok) return role;

		const { id, customer, disabled, ...before } = account;
		const { name, username, email, language } = person.value;
		const after = { name, username, email, language, role: role.value };
		const details = changesBetween(before, after);
		if (!details) return done();
		await tx.updateTable('account').set(after).where('id', '=', id).execute();
		await record(tx, desk, { at, verb: 'account-changed', by: viewer.id, about: { account: id }, details });
		return done();
	});
}

function roleAfter(
	role: Role,
	wanted: StaffRole | undefined,
	isLastAdministrator: boolean,
): Outcome<Role, AdministrationRefusal> {
	if (role === 'user' || wanted === undefined) return done(role);
	if (isLastAdministrator && wanted !== 'administrator') return refused({ reason: 'last-administrator' });
	return done(wanted);
}
