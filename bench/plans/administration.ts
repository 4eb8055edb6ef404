import { firstPolicy } from '#lib/domain/policy.ts';
import { typedFrom } from '#lib/domain/policy-rebase.ts';
import type { Desk } from '#lib/server/desk.ts';
import { accountDetails, staff as everybodyOnTheStaff, usersOf } from '#lib/server/queries/accounts.ts';
import { type AuditFilter, auditRows, customersCalled, namesOf, peopleCalled } from '#lib/server/queries/audit-log.ts';
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
import { countWithout, peopleWithout } from '#lib/server/queries/without-credentials.ts';
import { large, size } from '../house.ts';
import type { Asked } from './catch.ts';
import { staff, user } from './people.ts';
import { lastQueued } from './tickets.ts';

/** What administrators read, in a house of 2,000 customers. */
export async function administration(desk: Desk): Promise<Asked> {
	const agent = await staff(desk, 'agente1');
	const { id, customer } = await user(desk, true);
	const queued = await lastQueued(desk, customer);
	const last = (await staff(desk, `agente${size.agents + 1}`)).id;
	const day = (date: string) => Temporal.Instant.from(`${date}T00:00:00+01:00`);
	const entries = (filter: AuditFilter, before?: number) => auditRows(desk.db, filter, { before, limit: 51 });
	return {
		'first steps': () => firstSteps(desk.db),
		'one customer': () => customerDetails(desk.db, customer),
		'the people of a customer': () => usersOf(desk, customer),
		staff: () => everybodyOnTheStaff(desk),
		'one account of the staff': () => accountDetails(desk, agent.id),
		'one account of a customer': () => accountDetails(desk, id),
		'people without credentials': () => peopleWithout(desk.db, {}, day('2027-03-10')),
		'people without credentials, far down': () =>
			peopleWithout(desk.db, { after: 2 * size.customers }, day('2027-03-10')),
		'people without credentials of a customer': () => peopleWithout(desk.db, { customer }, day('2027-03-10')),
		'people without credentials, counted': () => countWithout(desk.db, {}, day('2027-03-10')),
		'people without credentials of a file, counted': () => countWithout(desk.db, { import: 1 }, day('2027-03-10')),
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
		'access log': () => entries({}),
		'access log, far down': () => entries({}, 5 * size.tickets),
		'access log of a rare kind': () => entries({ area: 'records' }),
		'access log of days long ago': () => entries({ from: day('2023-03-01'), until: day('2023-03-02') }),
		'access log of a person': () => entries({ account: id }),
		'access log of somebody with very many entries': () => entries({ account: last }),
		'access log of them, far down': () => entries({ account: last }, 5 * size.tickets),
		'access log of them, a rare kind': () => entries({ account: last, area: 'records' }),
		'access log of them, days long ago': () =>
			entries({ account: last, from: day('2023-03-01'), until: day('2023-03-02') }),
		'access log of a large customer': () => entries({ customer: large.customer }),
		'access log of a large customer, another kind': () => entries({ customer: large.customer, area: 'people' }),
		'access log of an address': () => entries({ address: '192.0.7.7' }),
		'access log of an address, another kind': () => entries({ address: '192.0.7.7', area: 'people' }),
		'access log of a person, an address, a kind': () =>
			entries({ account: last, address: '192.0.7.7', area: 'sign-in' }),
		'access log: whose it is': () => namesOf(desk.db, { account: id, customer }),
		'access log: people who are called so': () => peopleCalled(desk.db, 'utente'),
		'access log: a customer who is called so': () => customersCalled(desk.db, 'provincia'),
		'a notice as it was written': () => mailWhole(desk.db, size.tickets / 2),
	};
}
