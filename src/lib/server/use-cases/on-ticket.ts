import type { Transaction } from 'kysely';
import { type Outcome, type RepeatedKey, refused } from '#lib/domain/outcome.ts';
import type { ChangedMeanwhile, SeenUpTo } from '#lib/domain/seen.ts';
import type { Standing, TicketRefusal } from '#lib/domain/ticket.ts';
import { lockTicketInSight, standingNow, type TicketInSight } from '../access/tickets.ts';
import type { Viewer } from '../access/viewer.ts';
import { isChangedSince } from '../db/changed-since.ts';
import { once } from '../db/once.ts';
import { type LockedCounter, lockCounter } from '../db/queue-log.ts';
import type { DB, JsonValue } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import type { FromDraft } from './take-draft.ts';

/**
 * What every act on a ticket is told: which ticket, and the request key that makes it happen once. With how far the ticket was
 * shown to whoever acts, it is refused where somebody else has changed it since.
 */
export type OnTicket = { ticket: number; requestKey: string; seen?: SeenUpTo | undefined };

export type TicketOutcome<Value = undefined, Refusal = never> = Outcome<
	Value,
	TicketRefusal | ChangedMeanwhile | RepeatedKey | Refusal
>;

type Act = { name: string; viewer: Viewer; input: OnTicket & Pick<FromDraft, 'draft' | 'draftVersion'> };
/** `at` is what the clock says behind the last lock, also where the log's own time has run ahead of it. */
type Step = { tx: Transaction<DB>; ticket: TicketInSight; standing: Standing; at: Temporal.Instant };
type QueueStep = Step & { counter: LockedCounter };

/** An act that only adds to a ticket: its row is locked, nothing about who is next changes. */
export async function onTicket<Value extends JsonValue | undefined, Refusal>(
	desk: Desk,
	act: Act,
	decide: (step: Step) => Promise<Outcome<Value, Refusal>>,
): Promise<TicketOutcome<Value, Refusal>> {
	return onLockedTicket(desk, act, unprepared, async (tx, ticket) => {
		const at = await desk.clock.now(tx);
		return decide({ tx, ticket, at, standing: await standingNow(tx, ticket, at) });
	});
}

/** An act that bears on who is next: ticket row, counter, and only then the decision, on what stands by then. */
export async function onQueue<Value extends JsonValue | undefined, Refusal>(
	desk: Desk,
	act: Act,
	decide: (step: QueueStep) => Promise<Outcome<Value, Refusal>>,
): Promise<TicketOutcome<Value, Refusal>> {
	return onQueuePrepared(desk, act, unprepared, decide);
}

/**
 * The same for an act with a lock that must come before the ticket's row, or with much to read: `prepare` does it before
 * anybody waits, and the decision is handed what it found.
 */
export async function onQueuePrepared<Prepared, Value extends JsonValue | undefined, Refusal>(
	desk: Desk,
	act: Act,
	prepare: (tx: Transaction<DB>) => Promise<Prepared>,
	decide: (step: QueueStep, prepared: Prepared) => Promise<Outcome<Value, Refusal>>,
): Promise<TicketOutcome<Value, Refusal>> {
	return onLockedTicket(desk, act, prepare, async (tx, ticket, prepared) => {
		const counter = await lockCounter(tx, desk.clock);
		const { now: at } = counter;
		return decide({ tx, ticket, counter, at, standing: await standingNow(tx, ticket, at) }, prepared);
	});
}

const unprepared = async () => undefined;

async function onLockedTicket<Prepared, Value extends JsonValue | undefined, Refusal>(
	desk: Desk,
	{ name, viewer, input }: Act,
	prepare: (tx: Transaction<DB>) => Promise<Prepared>,
	decide: (tx: Transaction<DB>, ticket: TicketInSight, prepared: Prepared) => Promise<Outcome<Value, Refusal>>,
): Promise<TicketOutcome<Value, Refusal>> {
	// Where the text waited is no part of what is done once: sent again, its draft has gone with it.
	const { requestKey, seen, draft: _, draftVersion: __, ...content } = input;
	const request = { account: viewer.id, act: name, key: requestKey, content };
	return once<Value, TicketRefusal | ChangedMeanwhile | Refusal>(desk, request, async (tx) => {
		const prepared = await prepare(tx);
		const ticket = await lockTicketInSight(tx, viewer, input.ticket);
		if (!ticket) return refused({ reason: 'not-found' });
		return unlessChanged(tx, viewer, { ticket: ticket.number, seen }, () => decide(tx, ticket, prepared));
	});
}

/**
 * Behind the lock of the ticket's row: does what is to be done, unless somebody else has changed the ticket since it was shown.
 * What would be refused anyway is refused for its own reason, which says more.
 */
export async function unlessChanged<Value, Refusal>(
	tx: Transaction<DB>,
	viewer: Viewer,
	{ ticket, seen }: { ticket: number; seen: SeenUpTo | undefined },
	decide: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | ChangedMeanwhile>> {
	// Asked first: what is done behind the counter's lock, everybody else waits for.
	const isChanged = seen !== undefined && (await isChangedSince(tx, ticket, viewer.id, seen));
	const outcome = await decide();
	return outcome.ok && isChanged ? refused({ reason: 'changed-meanwhile' }) : outcome;
}
