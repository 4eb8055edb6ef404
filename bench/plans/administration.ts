import { firstPolicy } from '#lib/domain/policy.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import type { Desk } from '#lib/server/desk.ts';
import { accountDetails, staff as everybodyOnTheStaff, usersOf } from '#lib/server/queries/accounts.ts';
import { calendarYear } from '#lib/server/queries/calendar-year.ts';
import { closurePreview } from '#lib/server/queries/closure-preview.ts';
import { customerDetails } from '#lib/server/queries/customers.ts';
import { firstSteps } from '#lib/server/queries/first-steps.ts';
import { justClosed } from '#lib/server/queries/just-closed.ts';
import { mailOut, mailWhole } from '#lib/server/queries/mail-out.ts';
import { policyPage } from '#lib/server/queries/policy-page.ts';
import { policyPreview } from '#lib/server/queries/policy-preview.ts';
import { policyVersions } from '#lib/server/queries/policy-versions.ts';
import { products } from '#lib/server/queries/products.ts';
import { size } from '../house.ts';
import type { Asked } from './catch.ts';
import { staff, user } from './people.ts';
import { lastQueued } from './tickets.ts';

/** What administrators read, in a house of 2,000 customers. */
export async function administration(desk: Desk): Promise<Asked> {
	const agent = await staff(desk, 'agente1');
	const { id, customer } = await user(desk, true);
	const queued = await lastQueued(desk, customer);
	return {
		'first steps': () => firstSteps(desk.db),
		'one customer': () => customerDetails(desk.db, customer),
		'the people of a customer': () => usersOf(desk, customer),
		staff: () => everybodyOnTheStaff(desk),
		'one account of the staff': () => accountDetails(desk, agent.id),
		'one account of a customer': () => accountDetails(desk, id),
		products: () => products(desk.db),
		'calendar of a year': () => calendarYear(desk, undefined),
		'what a closure would do': () => closurePreview(desk, { from: '2027-03-10', to: '2027-03-12', reason: 'Ponte' }),
		'what was just closed': () => justClosed(desk, agent),
		'versions of the policy': () => policyVersions(desk),
		'what other settings would do': () => policyPreview(desk, typedFrom({ ...firstPolicy, holdDays: 7 })),
		'policy page': () => policyPage(desk),
		'notices, far down': () => mailOut(desk.db, { before: size.tickets / 2 }),
		'notices of a rare kind': () => mailOut(desk.db, { kind: 'merged' }),
		'notices about a ticket': () => mailOut(desk.db, { ticket: queued }),
		'notices to one person': () => mailOut(desk.db, { person: 'utente999@' }),
		'notices to many people': () => mailOut(desk.db, { person: 'example.it' }),
		'a notice as it was written': () => mailWhole(desk.db, size.tickets / 2),
	};
}
