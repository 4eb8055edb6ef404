import { customerName } from '#lib/domain/administration.ts';
import { done } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

export type CreateCustomer = Administering & {
	name: string;
	/** Whether its users see each other's tickets (P1). */
	colleaguesSeeTickets: boolean;
};

/** A customer, still without licences and users. */
export async function createCustomer(
	desk: Desk,
	viewer: Viewer,
	input: CreateCustomer,
): Promise<AdministrationOutcome<{ customer: number }>> {
	return administer(desk, viewer, 'create-customer', input, async (tx, at) => {
		const name = customerName(input.name);
		if (!name.ok) return name;
		const { colleaguesSeeTickets } = input;
		const { id } = await tx
			.insertInto('customer')
			.values({ name: name.value, colleagues_see_tickets: colleaguesSeeTickets, created_at: at })
			.returning('id')
			.executeTakeFirstOrThrow();
		const details = { colleaguesSeeTickets };
		await record(tx, desk, { at, verb: 'customer-created', by: viewer.id, about: { customer: id }, details });
		return done({ customer: id });
	});
}
