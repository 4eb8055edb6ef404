import type { HoldCase } from './hold.ts';

export const lanes = ['technical', 'consultancy'] as const;
export type Lane = (typeof lanes)[number];

export const openStates = ['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'] as const;
export type OpenState = (typeof openStates)[number];

export const resolutions = ['solved', 'closed-by-customer', 'lapsed', 'duplicate'] as const;
export type ResolvedAs = (typeof resolutions)[number];

/** Why a ticket is queued again at its old arrival number (P4). */
export type QueuedAgain = 'put-back' | 'resumed' | 'withdrawn' | 'replied';

/** One fact that bears on who is next; the queue log is the list of them, `seq` consecutive from 1. */
export type Fact = { seq: number; at: Temporal.Instant; ticket: number } & Change;

export type Change =
	| { type: 'opened'; lane: Lane; product: number }
	| { type: 'taken'; agent: number }
	| { type: 'queued'; reason: QueuedAgain }
	| { type: 'held'; case: HoldCase }
	| { type: 'resolved'; as: ResolvedAs };

export type FactType = Change['type'];

/** What serving an open ticket depends on. `agent` has it in hand, or placed its hold. */
export type Entry = { lane: Lane; product: number; state: OpenState; agent: number | undefined };

/** The queue at one moment: the open tickets by arrival number, and the queued ones of each lane in order of arrival. */
export type Queue = { entries: Map<number, Entry>; queued: Record<Lane, number[]> };

export function emptyQueue(): Queue {
	return { entries: new Map(), queued: { technical: [], consultancy: [] } };
}

export function fold(facts: Iterable<Fact>): Queue {
	const queue = emptyQueue();
	for (const fact of facts) apply(queue, fact);
	return queue;
}

/** The entry as a change leaves it; nothing once it is resolved. The twin of `record` in `db/queue-log.ts`, which writes the same to `queue_entry`. */
export function entryAfter(entry: Entry | undefined, change: Change): Entry | undefined {
	if (change.type === 'opened') {
		return { lane: change.lane, product: change.product, state: 'queued', agent: undefined };
	}
	if (!entry || change.type === 'resolved') return undefined;
	switch (change.type) {
		case 'taken':
			return { ...entry, state: 'in-hand', agent: change.agent };
		case 'queued':
			return { ...entry, state: 'queued', agent: undefined };
		case 'held':
			return { ...entry, state: change.case };
		default:
			return change satisfies never;
	}
}

/** Carries one fact into the queue, in place: a replay of a long log must not copy the queue at every step. */
export function apply(queue: Queue, fact: Fact): void {
	const before = queue.entries.get(fact.ticket);
	const after = entryAfter(before, fact);
	if (before?.state === 'queued') leave(queue.queued[before.lane], fact.ticket);
	if (after?.state === 'queued') join(queue.queued[after.lane], fact.ticket);
	if (after) queue.entries.set(fact.ticket, after);
	else queue.entries.delete(fact.ticket);
}

/**
 * The ticket an agent is given next: the lowest arrival number among the queued ones the agent may serve (P4);
 * consultancy only while no technical ticket is queued (P6).
 */
export function nextInLine(queue: Queue): number | undefined {
	return queue.queued.technical[0] ?? queue.queued.consultancy[0];
}

/** The place of a queued ticket, told truthfully (P6): how many of its lane go before it, and for consultancy every technical one. */
export type Place = { lane: Lane; ahead: number; technicalAhead: number };

export function placeOf(queue: Queue, ticket: number): Place | undefined {
	const entry = queue.entries.get(ticket);
	if (entry?.state !== 'queued') return undefined;
	const technicalAhead = entry.lane === 'consultancy' ? queue.queued.technical.length : 0;
	return { lane: entry.lane, ahead: position(queue.queued[entry.lane], ticket), technicalAhead };
}

function join(line: number[], ticket: number): void {
	line.splice(position(line, ticket), 0, ticket);
}

function leave(line: number[], ticket: number): void {
	line.splice(position(line, ticket), 1);
}

/** Where `ticket` stands, or would stand, in a line kept in ascending order. */
function position(line: readonly number[], ticket: number): number {
	let low = 0;
	let high = line.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((line[middle] ?? ticket) < ticket) low = middle + 1;
		else high = middle;
	}
	return low;
}
