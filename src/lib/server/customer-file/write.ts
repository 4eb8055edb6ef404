import { sql, type Transaction } from 'kysely';
import { type Effect, keyOf } from '#lib/domain/customer-file/fate.ts';
import { type AuditEntry, recordAll } from '../db/audit-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';

type Act<Name extends Effect['act']> = Extract<Effect, { act: Name }>;
/** When, by whom, and by which import. */
type Written = { at: Temporal.Instant; by: number; import: number };

/** Carries out what rows ask of the tables, with an entry of the log for each. Throws when a name was taken or changed meanwhile. */
export async function write(
	tx: Transaction<DB>,
	desk: Desk,
	effects: readonly Effect[],
	written: Written,
): Promise<void> {
	const of = <Name extends Effect['act']>(act: Name) =>
		effects.filter((effect): effect is Act<Name> => effect.act === act);
	const entries = [
		...(await addCustomers(tx, of('add-customer'), written)),
		...(await addLicences(tx, of('add-licences'), written)),
		...(await addPeople(tx, of('add-person'), written)),
		...(await changePeople(tx, of('change-person'), written)),
	];
	await recordAll(tx, desk, entries);
}

async function addCustomers(
	tx: Transaction<DB>,
	added: readonly Act<'add-customer'>[],
	{ at, by }: Written,
): Promise<AuditEntry[]> {
	if (added.length === 0) return [];
	const rows = added.map(({ name, colleaguesSeeTickets }) => ({
		name,
		colleagues_see_tickets: colleaguesSeeTickets,
		created_at: at,
	}));
	const made = await tx
		.insertInto('customer')
		.values(rows)
		.returning(['id', 'colleagues_see_tickets as colleaguesSeeTickets'])
		.execute();
	return made.map(({ id, ...details }) => ({ at, by, verb: 'customer-created', about: { customer: id }, details }));
}

async function addLicences(
	tx: Transaction<DB>,
	added: readonly Act<'add-licences'>[],
	{ at, by }: Written,
): Promise<AuditEntry[]> {
	if (added.length === 0) return [];
	const ids = await customersCalled(tx, added);
	const rows = added.flatMap(({ customer, products }) =>
		products.map(({ id }) => ({ customer: ids(customer), product: id, granted_at: at })),
	);
	await tx
		.insertInto('licence')
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return added.map(({ customer, products }) => ({
		...{ at, by, verb: 'licences-changed', about: { customer: ids(customer) } },
		details: { granted: products.map(({ name }) => name), withdrawn: [] },
	}));
}

async function addPeople(
	tx: Transaction<DB>,
	added: readonly Act<'add-person'>[],
	{ at, by, import: from }: Written,
): Promise<AuditEntry[]> {
	if (added.length === 0) return [];
	const ids = await customersCalled(tx, added);
	const rows = added.map(({ act: _, customer, ...person }) => ({
		...person,
		role: 'user' as const,
		customer: ids(customer),
		created_at: at,
		import: from,
	}));
	const made = await tx.insertInto('account').values(rows).returning(['id', 'username']).execute();
	return made.map(({ id, username }) => ({
		...{ at, by, verb: 'account-created', about: { account: id }, details: { role: 'user', username } },
	}));
}

async function changePeople(
	tx: Transaction<DB>,
	changed: readonly Act<'change-person'>[],
	{ at, by }: Written,
): Promise<AuditEntry[]> {
	const entries: AuditEntry[] = [];
	for (const { email, before, after } of changed) {
		const { id } = await tx
			.updateTable('account')
			.set(after)
			.where(sql<boolean>`lower(email) = lower(${email})`)
			.returning('id')
			.executeTakeFirstOrThrow();
		const fields = (['name', 'language'] as const).filter((field) => before[field] !== after[field]);
		const only = (of: typeof before) => Object.fromEntries(fields.map((field) => [field, of[field]]));
		const details = { from: only(before), to: only(after) };
		entries.push({ at, by, verb: 'account-changed', about: { account: id }, details });
	}
	return entries;
}

/** The customers' numbers by `keyOf` their names. */
async function customersCalled(
	tx: Transaction<DB>,
	named: readonly { customer: string }[],
): Promise<(key: string) => number> {
	const keys = [...new Set(named.map(({ customer }) => customer))];
	const rows = await tx
		.selectFrom('customer')
		.select(['id', 'name'])
		.where(sql<boolean>`lower(name) in (select lower(text) from unnest(${keys}::text[]) as text)`)
		.execute();
	const ids = new Map(rows.map(({ id, name }) => [keyOf(name), id]));
	return (key) => {
		const id = ids.get(key);
		if (id === undefined) throw new Error('A customer was renamed while its rows were carried out.');
		return id;
	};
}
