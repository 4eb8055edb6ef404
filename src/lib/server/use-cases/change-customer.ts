import { customerName } from '#lib/domain/administration.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { proofAsked } from '../access/recent-proof.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import { changesBetween } from '../db/changes.ts';
import { tellCustomer } from '../db/tell.ts';
import type { Desk } from '../desk.ts';
import { type Administering, type AdministrationOutcome, administer } from './administer.ts';

export type ChangeCustomer = Administering & { customer: number; name: string; colleaguesSeeTickets: boolean };

/** Name, and whether its users see each other's tickets (P1): that gives sight of what others wrote, or takes it away, and asks who does it. */
export async function changeCustomer(
	desk: Desk,
	viewer: Viewer,
	input: ChangeCustomer,
): Promise<AdministrationOutcome> {
	const asked = await proofAsked(desk, viewer);
	return administer(desk, viewer, 'change-customer', input, async (tx, at) => {
		const name = customerName(input.name);
		if (!name.ok) return name;
		const { customer } = input;
		const before = await tx
			.selectFrom('customer')
			.select(['name', 'colleagues_see_tickets'])
			.where('id', '=', customer)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!before) return refused({ reason: 'unknown-record' });
		if (asked && before.colleagues_see_tickets !== input.colleaguesSeeTickets) return asked;

		const after = { name: name.value, colleagues_see_tickets: input.colleaguesSeeTickets };
		const details = changesBetween(before, after);
		if (!details) return done();
		await tx
			.updateTable('customer')
			.set(after)
			.where('id', '=', customer)
			.returning(tellCustomer(customer).as('told'))
			.execute();
		await record(tx, desk, { at, verb: 'customer-changed', by: viewer.id, about: { customer }, details });
		return done();
	});
}
