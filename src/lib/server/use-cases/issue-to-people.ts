import { type Expression, sql, type Transaction } from 'kysely';
import { issuingMost, type WithoutCredentials } from '#lib/domain/credentials.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { record } from '../db/audit-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { without } from '../queries/without-credentials.ts';
import { type Administering, type AdministrationOutcome, administerProved } from './administer.ts';

/** People by their accounts; or all that have none, of whom `expected` were confirmed. */
export type IssueToPeople = Administering &
	({ people: readonly number[] } | { all: WithoutCredentials; expected: number });

/**
 * Credentials are to be issued to many people of customers (P1), by a job. Who among them has some by then is passed over. Answers
 * the order that tells how far it is.
 */
export async function issueToPeople(
	desk: Desk,
	viewer: Viewer,
	input: IssueToPeople,
): Promise<AdministrationOutcome<{ issuing: number }>> {
	return administerProved(desk, viewer, 'issue-to-people', input, async (tx, at) => {
		const { id } = await tx
			.insertInto('issuing')
			.values({ asked_by: viewer.id, asked_at: at, people: 0 })
			.returning('id')
			.executeTakeFirstOrThrow();
		const people = await addPeople(tx, id, chosen(tx, input, at));
		if (people === 0) return refused({ reason: 'nobody-without-credentials' });
		if ('all' in input && people !== input.expected) return refused({ reason: 'others-without-credentials', people });
		await tx.updateTable('issuing').set({ people }).where('id', '=', id).execute();
		await record(tx, desk, { at, by: viewer.id, verb: 'credentials-asked', details: { accounts: people } });
		await sql`select graphile_worker.add_job('issue-credentials', ${JSON.stringify({ issuing: id })}::json)`.execute(
			tx,
		);
		return done({ issuing: id });
	});
}

function chosen(tx: Transaction<DB>, input: IssueToPeople, at: Temporal.Instant) {
	if ('all' in input) {
		const all = without(tx, input.all, at).select('account.id');
		return all.orderBy(sql`coalesce(account.link_until, '-infinity')`).orderBy('account.id').limit(issuingMost);
	}
	const named = tx.selectFrom('account').select('account.id').where('role', '=', 'user');
	return named.where(sql<boolean>`account.id = any(${input.people})`).limit(issuingMost);
}

async function addPeople(tx: Transaction<DB>, issuing: number, people: Expression<{ id: number }>): Promise<number> {
	const added =
		await sql`insert into issuing_person (issuing, account) select ${issuing}, id from ${people} as chosen`.execute(tx);
	return Number(added.numAffectedRows);
}
