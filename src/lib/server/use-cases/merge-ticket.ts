import type { Transaction } from 'kysely';
import { type Mergeable, type Merged, type MergeRefusal, mayMerge } from '#lib/domain/merge.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import { colleaguesSee, lockPairInSight, standingNow, type TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { notify } from '../db/mail-out.ts';
import { once } from '../db/once.ts';
import { type LockedCounter, lockCounter, record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import type { OnTicket, TicketOutcome } from './on-ticket.ts';

/** `other` is the arrival number of the ticket that is about the same. */
export type MergeTicket = OnTicket & { other: number };

/**
 * Two tickets about the same become one: the earlier arrival number stays, the other leaves as its duplicate, with its
 * conversation readable where it was, and its people are told (P4).
 */
export async function mergeTicket(
	desk: Desk,
	viewer: StaffViewer,
	input: MergeTicket,
): Promise<TicketOutcome<Merged<number>, MergeRefusal>> {
	const { requestKey, ...content } = input;
	const request = { account: viewer.id, act: 'merge-ticket', key: requestKey, content };
	return once<Merged<number>, TicketRefusal | MergeRefusal>(desk, request, async (tx) => {
		if (input.ticket === input.other) return refused({ reason: 'same-ticket' });
		const [ticket, other] = await lockPairInSight(tx, viewer, input.ticket, input.other);
		if (!ticket) return refused({ reason: 'not-found' });
		if (!other) return refused({ reason: 'other-not-found' });

		const counter = await lockCounter(tx, desk.clock);
		const [mine, joined] = [await asItStands(tx, ticket, counter), await asItStands(tx, other, counter)];
		const allowed = mayMerge(viewer.id, mine, joined, { colleaguesSee: await colleaguesSee(tx, ticket) });
		if (!allowed.ok) return allowed;
		await leave(tx, counter, viewer, allowed.value);
		const { kept, left } = allowed.value;
		return done({ kept: kept.number, left: left.number });
	});
}

async function asItStands(tx: Transaction<DB>, ticket: TicketInSight, { at }: LockedCounter): Promise<Mergeable> {
	return { ...ticket, standing: await standingNow(tx, ticket, at) };
}

async function leave(
	tx: Transaction<DB>,
	counter: LockedCounter,
	{ id: actor }: StaffViewer,
	{ kept, left }: Merged<Mergeable>,
): Promise<void> {
	const { at } = counter;
	const [ticket, into] = [left.number, kept.number];
	if ('hold' in left.standing) await endHold(tx, left.standing.hold, 'closed', at);
	await insertResolution(tx, { ticket, as: 'duplicate', by: actor, at, duplicate_of: into });
	await record(tx, counter, { type: 'merged', ticket, actor, into });
	await notify(tx, { kind: 'merged', to: 'customer', ticket, at, data: { into } });
}
