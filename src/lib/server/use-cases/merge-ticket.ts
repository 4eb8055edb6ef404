import type { Transaction } from 'kysely';
import { type Mergeable, type Merged, type MergeRefusal, mayMerge } from '#lib/domain/merge.ts';
import { done, refused } from '#lib/domain/outcome.ts';
import { storedReceipt } from '#lib/domain/receipt-json.ts';
import type { ChangedMeanwhile } from '#lib/domain/seen.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import { colleaguesSee, lockPairInSight, standingNow, type TicketInSight } from '../access/tickets.ts';
import type { StaffViewer } from '../access/viewer.ts';
import { endHold } from '../db/holds.ts';
import { notify } from '../db/mail-out.ts';
import { hasWrittenSince } from '../db/messages.ts';
import { once } from '../db/once.ts';
import { type LockedCounter, lockCounter, record } from '../db/queue-log.ts';
import { insertResolution } from '../db/resolutions.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, type TicketOutcome, unlessChanged } from './on-ticket.ts';
import { queueAfterHold } from './queue-after-hold.ts';

/** `other` is the arrival number of the ticket that is about the same. */
export type MergeTicket = OnTicket & { other: number };

/**
 * Two tickets about the same become one: the earlier arrival number stays, the other leaves as its duplicate, with its
 * conversation readable where it was, and its people are told (P4). What the customer wrote there since the one that stays was
 * put to await them is their answer (P5.2).
 */
export async function mergeTicket(
	desk: Desk,
	viewer: StaffViewer,
	input: MergeTicket,
): Promise<TicketOutcome<Merged<number>, MergeRefusal>> {
	const { requestKey, seen, ...content } = input;
	const request = { account: viewer.id, act: 'merge-ticket', key: requestKey, content };
	return once<Merged<number>, TicketRefusal | ChangedMeanwhile | MergeRefusal>(desk, request, async (tx) => {
		if (input.ticket === input.other) return refused({ reason: 'same-ticket' });
		const [ticket, other] = await lockPairInSight(tx, viewer, input.ticket, input.other);
		if (!ticket) return refused({ reason: 'not-found' });
		if (!other) return refused({ reason: 'other-not-found' });

		return unlessChanged(tx, viewer, { ticket: ticket.number, seen }, () => merge(tx, desk, viewer, ticket, other));
	});
}

async function merge(
	tx: Transaction<DB>,
	desk: Desk,
	viewer: StaffViewer,
	ticket: TicketInSight,
	other: TicketInSight,
) {
	const counter = await lockCounter(tx, desk.clock);
	const [mine, joined] = [await asItStands(tx, ticket, counter), await asItStands(tx, other, counter)];
	const allowed = mayMerge(viewer.id, mine, joined, { colleaguesSee: await colleaguesSee(tx, ticket) });
	if (!allowed.ok) return allowed;
	const { kept, left } = allowed.value;
	await leave(tx, counter, viewer, allowed.value);
	return done({ kept: kept.number, left: left.number });
}

type Joined = TicketInSight & Mergeable;

async function asItStands(tx: Transaction<DB>, ticket: TicketInSight, { now }: LockedCounter): Promise<Joined> {
	return { ...ticket, standing: await standingNow(tx, ticket, now) };
}

async function leave(
	tx: Transaction<DB>,
	counter: LockedCounter,
	{ id: actor }: StaffViewer,
	{ kept, left }: Merged<Joined>,
): Promise<void> {
	const { now: at } = counter;
	const [ticket, into] = [left.number, kept.number];
	if ('hold' in left.standing) await endHold(tx, left.standing.hold, 'merged', at);
	await insertResolution(tx, { ticket, as: 'duplicate', by: actor, at, duplicate_of: into });
	await record(tx, counter, { type: 'merged', ticket, actor, into });
	const held = kept.standing.state === 'awaiting-customer' ? kept.standing : undefined;
	const answered = held !== undefined && (await hasWrittenSince(tx, ticket, held.hold));
	if (answered) await queueAfterHold(tx, counter, { ticket: kept, held, actor, reason: 'replied', at });
	const awaited = held && !answered ? { receipt: storedReceipt(held.receipt) } : {};
	await notify(tx, { kind: 'merged', to: 'customer', ticket, at, data: { into, answered, ...awaited } });
}
