import type { Transaction } from 'kysely';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { issueCredentials } from './issue-credentials.ts';

/** So many people in one transaction: somebody who signs in or is disabled waits for no more. */
const slice = 50;

type Fate = 'issued' | 'has_link' | 'active' | 'disabled';

/**
 * Issues credentials to whom an order names, from where it stands. Any number may run: each slice is one transaction that also says how far
 * it came, so that a process killed in the middle loses nothing, and nobody is written to twice.
 */
export async function carryOutIssuing(desk: Desk, id: number): Promise<void> {
	for (;;) {
		const isOn = await desk.db.transaction().execute((tx) => carryOutNext(tx, desk, id));
		if (!isOn) return;
	}
}

async function carryOutNext(tx: Transaction<DB>, desk: Desk, id: number): Promise<boolean> {
	const order = await tx
		.selectFrom('issuing')
		.selectAll()
		.where('id', '=', id)
		.where('finished_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	if (!order) return false;
	const people = await nextPeople(tx, id, order.done_account);
	const at = await desk.clock.now(tx);
	const last = people.at(-1);
	if (!last) {
		await tx.updateTable('issuing').set({ finished_at: at }).where('id', '=', id).execute();
		return false;
	}
	const tally = { issued: 0, has_link: 0, active: 0, disabled: 0 };
	for (const person of people) {
		const fate = fateOf(person, at);
		tally[fate] += 1;
		const verb = person.link_until ? 'activation-renewed' : 'activation-issued';
		if (fate === 'issued') await issueCredentials(tx, desk, { account: person.id, by: order.asked_by, at, verb });
	}
	const { issued, has_link, active, disabled } = order;
	const counted = {
		issued: issued + tally.issued,
		has_link: has_link + tally.has_link,
		active: active + tally.active,
		disabled: disabled + tally.disabled,
	};
	await tx
		.updateTable('issuing')
		.set({ ...counted, done_account: last.id })
		.where('id', '=', id)
		.execute();
	return true;
}

/** Locked until COMMIT, so that they stay as they are found. */
function nextPeople(tx: Transaction<DB>, issuing: number, after: number) {
	return tx
		.selectFrom('account')
		.innerJoin('issuing_person', 'issuing_person.account', 'account.id')
		.select(['account.id', 'activated_at', 'disabled_at', 'link_until'])
		.where('issuing_person.issuing', '=', issuing)
		.where('issuing_person.account', '>', after)
		.orderBy('issuing_person.account')
		.limit(slice)
		.forNoKeyUpdate('account')
		.execute();
}

type Found = Awaited<ReturnType<typeof nextPeople>>[number];

function fateOf({ activated_at, disabled_at, link_until }: Found, at: Temporal.Instant): Fate {
	if (disabled_at) return 'disabled';
	if (activated_at) return 'active';
	return link_until && Temporal.Instant.compare(at, link_until) < 0 ? 'has_link' : 'issued';
}
