import { type Kysely, sql } from 'kysely';
import { issuingMost, type WithoutCredentials } from '#lib/domain/credentials.ts';
import type { DB } from '../db/types.ts';

/** Somebody of a customer who cannot come in yet; `linkEnded`: when the last link that was sent them ended, if ever there was one. */
export type PersonWithout = {
	id: number;
	name: string;
	username: string;
	email: string;
	customer: { id: number; name: string };
	linkEnded: string | undefined;
};

/** So many to a page. */
export const withoutPerPage = 50;

/**
 * Who is enabled, has never chosen a password, and has no link that leads to one: whoever never had one first, as they were
 * registered, then whose link ended longest ago. `after` is the account that the page before ended with.
 */
export async function peopleWithout(
	db: Kysely<DB>,
	filter: WithoutCredentials & { after?: number | undefined },
	now: Temporal.Instant,
): Promise<{ people: PersonWithout[]; next: number | undefined }> {
	const { after } = filter;
	const rows = await without(db, filter, now)
		.innerJoin('customer', 'customer.id', 'account.customer')
		.select(['account.id', 'account.name', 'username', 'email', 'link_until', 'customer.id as customer'])
		.select('customer.name as customerName')
		.$if(after !== undefined, (query) =>
			query.where(
				sql<boolean>`(${ended}, account.id) > (select ${ended}, account.id from account where id = ${after ?? 0})`,
			),
		)
		.orderBy(ended)
		.orderBy('account.id')
		.limit(withoutPerPage + 1)
		.execute();
	const people = rows.slice(0, withoutPerPage).map(({ link_until, customer, customerName, ...person }) => ({
		...person,
		customer: { id: customer, name: customerName },
		linkEnded: link_until?.toString(),
	}));
	return { people, next: rows.length > withoutPerPage ? people.at(-1)?.id : undefined };
}

/** How many they are; one more than are issued to at once stands for all beyond. */
export async function countWithout(
	db: Kysely<DB>,
	filter: WithoutCredentials,
	now: Temporal.Instant,
): Promise<{ people: number; isMore: boolean }> {
	const some = without(db, filter, now)
		.select('account.id')
		.limit(issuingMost + 1);
	const { people } = await db
		.selectFrom(some.as('some'))
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.executeTakeFirstOrThrow();
	return { people: Math.min(people, issuingMost), isMore: people > issuingMost };
}

/** -infinity where there never was a link: as the indexes have it. */
const ended = sql`coalesce(account.link_until, '-infinity')`;

/** All of them, to be narrowed and ordered. */
export function without(db: Kysely<DB>, { customer, import: from }: WithoutCredentials, now: Temporal.Instant) {
	return db
		.selectFrom('account')
		.where('role', '=', 'user')
		.where('activated_at', 'is', null)
		.where('disabled_at', 'is', null)
		.where(sql<boolean>`${ended} <= ${now}`)
		.$if(customer !== undefined, (query) => query.where('account.customer', '=', customer ?? 0))
		.$if(from !== undefined, (query) => query.where('account.import', '=', from ?? 0));
}

/** Of people of customers, those that are named, by name, whatever has become of them. */
export function peopleNamed(db: Kysely<DB>, ids: readonly number[]) {
	return db
		.selectFrom('account')
		.innerJoin('customer', 'customer.id', 'account.customer')
		.select(['account.id', 'account.name', 'email', 'customer.name as customer'])
		.where('role', '=', 'user')
		.where('account.id', 'in', [...ids, 0])
		.orderBy('account.folded')
		.orderBy('account.id')
		.execute();
}
