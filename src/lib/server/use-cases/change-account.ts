import type { Transaction } from 'kysely';
import { type AdministrationRefusal, type Person, personOf } from '#lib/domain/administration.ts';
import { done, type Outcome, refused } from '#lib/domain/outcome.ts';
import type { Role, StaffRole } from '#lib/domain/roles.ts';
import type { Viewer } from '../access/viewer.ts';
import type { LockedAccount } from '../db/accounts.ts';
import { record } from '../db/audit-log.ts';
import { changesBetween } from '../db/changes.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administerProved } from './administer.ts';
import { beginNewAddress, ownerOf } from './begin-new-address.ts';
import { issueCredentials } from './issue-credentials.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** `role` is for staff only; a user stays a user, of the same customer. */
export type ChangeAccount = OnAccount & Person & { role?: StaffRole | undefined };

/** What became of a new address: it is not one, it holds at once, or once it is confirmed at both. */
export type AddressGiven = 'same' | 'at-once' | 'to-confirm';

/**
 * Corrects what is known of a person, or gives a staff member another role; one enabled administrator always stays. The address of somebody who
 * comes in already changes once they confirm it at both; that of somebody who does not, at once, and a link that is out goes there anew.
 */
export async function changeAccount(
	desk: Desk,
	viewer: Viewer,
	input: ChangeAccount,
): Promise<AdministrationOutcome<{ address: AddressGiven }>> {
	return administerProved(desk, viewer, 'change-account', input, async (tx, at) => {
		const person = personOf(input);
		if (!person.ok) return person;
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { account, isLastAdministrator } = found.value;
		const role = roleAfter(account.role, input.role, isLastAdministrator);
		if (!role.ok) return role;

		const { name, username, email, language } = person.value;
		const address = givenTo(account, email);
		if (address === 'to-confirm' && (await isOfAnother(tx, account.id, email))) {
			return refused({ reason: 'email-taken' });
		}
		const kept = address === 'to-confirm' ? account.email : email;
		await correct(
			tx,
			desk,
			account,
			{ name, username, email: kept, language, role: role.value },
			{ by: viewer.id, at },
		);
		if (address !== 'same') await give(tx, desk, account, { email, by: viewer.id, at });
		return done({ address });
	});
}

type Written = { by: number; at: Temporal.Instant };

async function correct(
	tx: Transaction<DB>,
	desk: Desk,
	{ id, name, username, email, language, role }: LockedAccount,
	after: Person & { role: Role },
	{ by, at }: Written,
): Promise<void> {
	const details = changesBetween({ name, username, email, language, role }, after);
	if (!details) return;
	await tx.updateTable('account').set(after).where('id', '=', id).execute();
	await record(tx, desk, { at, verb: 'account-changed', by, about: { account: id }, details });
}

function givenTo({ email, activated }: LockedAccount, given: string): AddressGiven {
	if (email === given) return 'same';
	return activated ? 'to-confirm' : 'at-once';
}

async function isOfAnother(tx: Transaction<DB>, account: number, email: string): Promise<boolean> {
	const owner = await ownerOf(tx, email);
	return owner !== undefined && owner !== account;
}

async function give(
	tx: Transaction<DB>,
	desk: Desk,
	account: LockedAccount,
	{ email, by, at }: Written & { email: string },
): Promise<void> {
	const { id, activated, disabled, linkUntil } = account;
	if (activated) return beginNewAddress(tx, desk, { account, email, by, at });
	const isOut = !disabled && linkUntil && Temporal.Instant.compare(at, linkUntil) < 0;
	if (isOut) await issueCredentials(tx, desk, { account: id, by, at, verb: 'activation-renewed' });
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
