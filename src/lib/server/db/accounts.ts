import type { Transaction } from 'kysely';
import type { Person } from '#lib/domain/administration.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { DB } from './types.ts';

export type NewAccount = Person & { role: Role; customer: number | null; at: Temporal.Instant };

/** A new account, still without a password. Throws the index's unique violation when its username or address is taken. */
export async function insertAccount(
	tx: Transaction<DB>,
	{ name, username, email, language, role, customer, at }: NewAccount,
): Promise<number> {
	const { id } = await tx
		.insertInto('account')
		.values({ name, username, email, language, role, customer, created_at: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type LockedAccount = Person & {
	id: number;
	role: Role;
	customer: number | null;
	disabled: boolean;
	activated: boolean;
	linkUntil: Temporal.Instant | null;
};

/** An account locked until COMMIT, and who the enabled administrators are, who stay what they are until then. */
export type LockedAccounts = { account: LockedAccount | undefined; administrators: number[] };

/** Before any ticket row. All in one statement in ascending order, so that two administrators do not wait for each other. */
export async function lockAccount(tx: Transaction<DB>, id: number): Promise<LockedAccounts> {
	const rows = await tx
		.selectFrom('account')
		.select(['id', 'role', 'customer', 'name', 'username', 'email', 'language', 'disabled_at'])
		.select(['activated_at', 'link_until'])
		.where((eb) => eb.or([eb('id', '=', id), eb('role', '=', 'administrator')]))
		.orderBy('id')
		.forNoKeyUpdate()
		.execute();
	const accounts = rows.map(({ disabled_at, activated_at, link_until: linkUntil, ...account }) => ({
		...account,
		...{ disabled: disabled_at !== null, activated: activated_at !== null, linkUntil },
	}));
	const administrators = accounts.filter(({ role, disabled }) => role === 'administrator' && !disabled);
	return { account: accounts.find((account) => account.id === id), administrators: administrators.map(({ id }) => id) };
}

/** The enabled users of a customer, and the enabled administrators, locked until COMMIT; before any ticket row, as `lockAccount`. */
export async function lockUsersOf(
	tx: Transaction<DB>,
	customer: number,
): Promise<{ users: number[]; administrators: number[] }> {
	const rows = await tx
		.selectFrom('account')
		.select(['id', 'role', 'disabled_at'])
		.where((eb) => eb.or([eb('customer', '=', customer), eb('role', '=', 'administrator')]))
		.orderBy('id')
		.forNoKeyUpdate()
		.execute();
	const enabled = rows.filter(({ disabled_at }) => disabled_at === null);
	const [administrators, users] = [true, false].map((administers) =>
		enabled.filter(({ role }) => (role === 'administrator') === administers).map(({ id }) => id),
	);
	return { users: users ?? [], administrators: administrators ?? [] };
}
