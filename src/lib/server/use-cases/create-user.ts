import { type Person, personOf } from '#lib/domain/administration.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administerIssuing, type Issued } from './administer.ts';
import { createAccount } from './create-account.ts';

export type CreateUser = Administering & Person & { customer: number };

/** A person of a customer, with the link to choose a password (P1). */
export async function createUser(
	desk: Desk,
	viewer: Viewer,
	input: CreateUser,
): Promise<AdministrationOutcome<Issued>> {
	return administerIssuing(desk, viewer, 'create-user', input, async (tx, at) => {
		const person = personOf(input);
		if (!person.ok) return person;
		const { customer } = input;
		const known = await tx.selectFrom('customer').select('id').where('id', '=', customer).executeTakeFirst();
		if (!known) return refused({ reason: 'unknown-record' });
		return done(await createAccount(tx, desk, { ...person.value, role: 'user', customer, by: viewer.id, at }));
	});
}
