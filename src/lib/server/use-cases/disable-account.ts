import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import type { Viewer } from '../access/viewer.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { recordEvent } from '../db/events.ts';
import { ticketsInHand } from '../db/in-hand.ts';
import { lockCounter, record } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type AdministrationOutcome, administer } from './administer.ts';
import { accountFor, type OnAccount } from './on-account.ts';

/** Nobody comes in with this account any more, from this moment on; what an agent has in hand is put back (P4). */
export async function disableAccount(
	desk: Desk,
	viewer: Viewer,
	input: OnAccount,
): Promise<AdministrationOutcome<{ putBack: number[] }>> {
	return administer(desk, viewer, 'disable-account', input, async (tx, at) => {
		if (input.account === viewer.id) return refused({ reason: 'yourself' });
		const found = await accountFor(tx, viewer, input.account);
		if (!found.ok) return found;
		const { account, isLastAdministrator } = found.value;
		if (account.disabled) return done({ putBack: [] });
		if (isLastAdministrator) return refused({ reason: 'last-administrator' });

		await close(tx, account.id, at);
		const putBack = account.role === 'user' ? [] : await putBackAll(tx, desk, account.id, viewer.id);
		await recordEvent(tx, { at, type: 'account-disabled', actor: viewer.id, account: account.id, data: { putBack } });
		return done({ putBack });
	});
}

async function close(tx: Transaction<DB>, account: number, at: Temporal.Instant): Promise<void> {
	await tx.updateTable('account').set({ disabled_at: at }).where('id', '=', account).execute();
	await tx.deleteFrom('activation').where('account', '=', account).where('used_at', 'is', null).execute();
	await endSessionsOf(tx, account);
}

/**
 * Ticket rows ascending, then the counter, then what is in hand by then. A ticket taken in between has no lock on its row
 * and needs none: whatever bears on the queue decides behind the counter, where `takeNext` now finds the account disabled.
 */
async function putBackAll(tx: Transaction<DB>, desk: Desk, agent: number, actor: number): Promise<number[]> {
	await lockTickets(tx, await ticketsInHand(tx, agent));
	const counter = await lockCounter(tx, desk.clock);
	const inHand = await ticketsInHand(tx, agent);
	for (const ticket of inHand) await record(tx, counter, { type: 'queued', ticket, actor, reason: 'put-back' });
	return inHand;
}

async function lockTickets(tx: Transaction<DB>, numbers: number[]): Promise<void> {
	if (numbers.length === 0) return;
	const rows = tx.selectFrom('ticket').select('number').where('number', 'in', numbers);
	await rows.orderBy('number').forNoKeyUpdate().execute();
}
