import { type Kysely, sql } from 'kysely';
import type { Language, Role } from '#lib/domain/roles.ts';
import { servingAgent } from '../db/agents.ts';
import { statement } from '../db/statement.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type Undelivered, undeliveredTo } from './undelivered.ts';

/** Where an account stands: `invited` waits for its link to be used, `stale` has none, or one that has expired. */
export type AccountState = 'active' | 'invited' | 'stale' | 'disabled';

export type AccountLine = {
	id: number;
	name: string;
	username: string;
	email: string;
	role: Role;
	state: AccountState;
	/** Until when the activation link that is out can be used. */
	linkExpiresAt: string | undefined;
	hasSecondFactor: boolean;
	/** The last mail to them did not arrive. */
	undelivered: Undelivered | undefined;
};

export type AccountDetails = AccountLine & {
	language: Language;
	customer: { id: number; name: string } | undefined;
	/** The address that the person has still to confirm. */
	newAddress: string | undefined;
	/** What would be put back if the account were disabled. */
	inHand: number[];
	/** At the desk now; the products covered, all when unset (P4). */
	onDuty: boolean;
	covers: readonly number[] | undefined;
};

/** A page of a customer's people; `enabled`: how many of all of them may come in. */
export type UsersPage = { people: AccountLine[]; total: number; enabled: number; page: number; pages: number };

const usersPerPage = 25;

/** The people of a customer, who may come in before who may not, by name; a page that is not there has nobody. */
export async function usersOf(desk: Desk, customer: number, page = 1): Promise<UsersPage> {
	const now = await desk.clock.now(desk.db);
	const rows = await usersRows(desk.db, { customer, offset: (page - 1) * usersPerPage });
	const { total = 0, enabled = 0 } = rows[0] ?? {};
	const people = rows.map((row) => lineFrom(row, now));
	return { people, total, enabled, page, pages: Math.ceil(total / usersPerPage) };
}

const usersRows = statement((db, { customer, offset }: { customer: number; offset: number }) => {
	const ofCustomer = db
		.selectFrom('account')
		.select('account.id')
		.select(({ fn, eb }) => [
			fn.countAll<number>().over().as('total'),
			fn.countAll<number>().filterWhere('disabled_at', 'is', null).over().as('enabled'),
			eb('disabled_at', 'is not', null).as('disabled'),
		])
		.where('account.customer', '=', customer)
		.orderBy('disabled')
		.orderBy('account.folded')
		.orderBy('account.id')
		.limit(usersPerPage)
		.offset(offset);
	return accountRows(db)
		.clearOrderBy()
		.innerJoin(ofCustomer.as('listed'), 'listed.id', 'account.id')
		.select(['listed.total', 'listed.enabled'])
		.orderBy('listed.disabled')
		.orderBy('account.folded')
		.orderBy('account.id');
});

/** Everybody on the staff, by name. */
export async function staff(desk: Desk): Promise<AccountLine[]> {
	const now = await desk.clock.now(desk.db);
	const rows = await accountRows(desk.db).where('account.role', '<>', 'user').execute();
	return rows.map((row) => lineFrom(row, now));
}

export async function accountDetails(desk: Desk, id: number): Promise<AccountDetails | undefined> {
	const now = await desk.clock.now(desk.db);
	const row = await accountRows(desk.db)
		.leftJoin('customer', 'customer.id', 'account.customer')
		.leftJoin('new_address', (join) =>
			join
				.onRef('new_address.account', '=', 'account.id')
				.on('new_address.done_at', 'is', null)
				.on('new_address.expires_at', '>', now),
		)
		.select(['account.language', 'customer.id as customer', 'customer.name as customerName'])
		.select('new_address.email as newAddress')
		.where('account.id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const line = lineFrom(row, now);
	const serving = await servingAgent(desk.db, id);
	return {
		...line,
		language: row.language,
		customer: row.customer === null ? undefined : { id: row.customer, name: row.customerName ?? '' },
		newAddress: row.newAddress ?? undefined,
		inHand: serving?.inHand ?? [],
		onDuty: serving?.onDuty === true,
		covers: serving?.covers,
	};
}

function accountRows(db: Kysely<DB>) {
	return db
		.selectFrom('account')
		.leftJoin('activation', (join) =>
			join.onRef('activation.account', '=', 'account.id').on('activation.used_at', 'is', null),
		)
		.select(['account.id', 'account.name', 'account.username', 'account.email', 'account.role'])
		.leftJoin('second_factor', 'second_factor.account', 'account.id')
		.select(['account.activated_at', 'account.disabled_at', 'activation.expires_at', 'second_factor.set_up_at'])
		.select(undeliveredTo.as('undelivered'))
		.orderBy(sql`lower(account.name)`)
		.orderBy('account.id');
}

type Row = Omit<AccountLine, 'state' | 'linkExpiresAt' | 'hasSecondFactor' | 'undelivered'> & {
	set_up_at: Temporal.Instant | null;
	undelivered: Undelivered | null;
	activated_at: Temporal.Instant | null;
	disabled_at: Temporal.Instant | null;
	expires_at: Temporal.Instant | null;
};

function lineFrom(row: Row, now: Temporal.Instant): AccountLine {
	const { id, name, username, email, role } = row;
	const linkExpiresAt = hasLink(row, now) ? row.expires_at?.toString() : undefined;
	const hasSecondFactor = row.set_up_at !== null;
	const undelivered = row.undelivered ?? undefined;
	return { id, name, username, email, role, state: stateOf(row, now), linkExpiresAt, hasSecondFactor, undelivered };
}

function stateOf(row: Row, now: Temporal.Instant): AccountState {
	if (row.disabled_at) return 'disabled';
	if (row.activated_at) return 'active';
	return hasLink(row, now) ? 'invited' : 'stale';
}

function hasLink({ expires_at, disabled_at }: Row, now: Temporal.Instant): boolean {
	return !disabled_at && expires_at !== null && Temporal.Instant.compare(now, expires_at) < 0;
}
