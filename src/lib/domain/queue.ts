import type { HoldCase } from './hold.ts';
import type { Policy } from './policy.ts';
import { firstPolicy } from './policy.ts';

export const lanes = ['technical', 'consultancy'] as const;
export type Lane = (typeof lanes)[number];

export const openStates = ['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'] as const;
export type OpenState = (typeof openStates)[number];

export const resolutions = ['solved', 'closed-by-customer', 'lapsed', 'duplicate'] as const;
export type ResolvedAs = (typeof resolutions)[number];

/** Why a ticket is queued again at its old arrival number (P4). */
export const queuedAgain = [
	'put-back',
	'resumed',
	'withdrawn',
	'replied',
	'handed-over',
	'off-duty',
	'disabled',
] as const;
export type QueuedAgain = (typeof queuedAgain)[number];

/** For whom alone a queued ticket is, and until when: it binds while `at < until`, and time passing needs no row (P4). */
export type Reservation = { for: number; until: Temporal.Instant };

/** What the policy's settings say about who is next (P4). */
export type QueueSettings = Pick<Policy, 'inHandLimit' | 'reservationMinutes'>;

/** What happens to a ticket and bears on who is next. */
export type TicketChange =
	| { type: 'opened'; lane: Lane; product: number }
	/** `since` when it was queued. */
	| { type: 'taken'; agent: number; since?: Temporal.Instant | undefined }
	| { type: 'queued'; reason: QueuedAgain; reserved?: Reservation | undefined }
	| { type: 'held'; case: HoldCase }
	/** To the other lane; a move to consultancy ends the stint, and the ticket is queued there (P6). */
	| { type: 'moved'; lane: Lane }
	| { type: 'corrected'; product: number }
	| { type: 'resolved'; as: Exclude<ResolvedAs, 'duplicate'> }
	/** A duplicate leaves; the ticket it joins keeps its earlier arrival number (P4). */
	| { type: 'merged'; into: number };

/** What bears on who is next without being about one ticket. `covers`: the products the agent serves; all when unset. */
export type HouseChange =
	| { type: 'duty'; agent: number; on: boolean }
	| { type: 'coverage'; agent: number; covers: readonly number[] | undefined }
	| { type: 'policy'; settings: QueueSettings };

/** What is recorded as one fact. */
export type Change = (TicketChange & { ticket: number }) | (HouseChange & { ticket?: undefined });

/**
 * One fact that bears on who is next; the queue log is the list of them, `seq` consecutive from 1. `actor`, where it is told: who
 * recorded it, nobody (null) for what happens by time.
 */
export type Fact = { seq: number; at: Temporal.Instant; actor?: number | null | undefined } & Change;

export type FactType = Change['type'];

/** What serving an open ticket depends on. `agent` has it in hand, or placed its hold. */
export type Entry = {
	lane: Lane;
	product: number;
	state: OpenState;
	agent: number | undefined;
	reserved: Reservation | undefined;
};

/** `onDuty` is undefined as long as the log has not said it. */
export type Agent = { onDuty: boolean | undefined; covers: readonly number[] | undefined };

/** The queue at one moment. `queued` holds the arrival numbers of each lane in order, `inHand` how many each agent has. */
export type Queue = {
	entries: Map<number, Entry>;
	queued: Record<Lane, number[]>;
	agents: Map<number, Agent>;
	inHand: Map<number, number>;
	settings: QueueSettings;
};

export function emptyQueue(): Queue {
	const { inHandLimit, reservationMinutes } = firstPolicy;
	return {
		entries: new Map(),
		queued: { technical: [], consultancy: [] },
		agents: new Map(),
		inHand: new Map(),
		settings: { inHandLimit, reservationMinutes },
	};
}

export function fold(facts: Iterable<Fact>): Queue {
	const queue = emptyQueue();
	for (const fact of facts) apply(queue, fact);
	return queue;
}

/** The entry as a change leaves it; nothing once it is resolved. The twin of `record` in `db/queue-log.ts`, which writes the same to `queue_entry`. */
export function entryAfter(entry: Entry | undefined, change: TicketChange): Entry | undefined {
	if (change.type === 'opened') {
		const { lane, product } = change;
		return { lane, product, state: 'queued', agent: undefined, reserved: undefined };
	}
	if (!entry) return undefined;
	switch (change.type) {
		case 'taken':
			return { ...entry, state: 'in-hand', agent: change.agent, reserved: undefined };
		case 'queued':
			return { ...entry, state: 'queued', agent: undefined, reserved: change.reserved };
		case 'held':
			return { ...entry, state: change.case };
		case 'moved':
			if (change.lane === 'technical') return { ...entry, lane: change.lane };
			return { ...entry, lane: change.lane, state: 'queued', agent: undefined, reserved: undefined };
		case 'corrected':
			return { ...entry, product: change.product };
		case 'resolved':
		case 'merged':
			return undefined;
		default:
			return change satisfies never;
	}
}

/** The agent as a change of duty or coverage leaves them: the twin of `record` too, for `queue_agent`. */
export function agentAfter(agent: Agent | undefined, change: HouseChange & { type: 'duty' | 'coverage' }): Agent {
	const before = agent ?? { onDuty: undefined, covers: undefined };
	return change.type === 'duty' ? { ...before, onDuty: change.on } : { ...before, covers: change.covers };
}

/** Carries one fact into the queue, in place: a replay of a long log must not copy the queue at every step. */
export function apply(queue: Queue, fact: Fact): void {
	if (fact.type === 'policy') queue.settings = fact.settings;
	else if (fact.ticket === undefined) queue.agents.set(fact.agent, agentAfter(queue.agents.get(fact.agent), fact));
	else replace(queue, fact.ticket, entryAfter(queue.entries.get(fact.ticket), fact));
}

function replace(queue: Queue, ticket: number, after: Entry | undefined): void {
	const before = queue.entries.get(ticket);
	if (before?.state === 'queued') leave(queue.queued[before.lane], ticket);
	if (after?.state === 'queued') join(queue.queued[after.lane], ticket);
	if (before?.state === 'in-hand') count(queue.inHand, before.agent, -1);
	if (after?.state === 'in-hand') count(queue.inHand, after.agent, +1);
	if (after) queue.entries.set(ticket, after);
	else queue.entries.delete(ticket);
}

function count(inHand: Map<number, number>, agent: number | undefined, by: number): void {
	if (agent === undefined) return;
	const after = (inHand.get(agent) ?? 0) + by;
	if (after === 0) inHand.delete(agent);
	else inHand.set(agent, after);
}

/** Puts a ticket into a line kept in ascending order. */
export function join(line: number[], ticket: number): void {
	line.splice(position(line, ticket), 0, ticket);
}

function leave(line: number[], ticket: number): void {
	line.splice(position(line, ticket), 1);
}

/** Where `ticket` stands, or would stand, in a line kept in ascending order. */
export function position(line: readonly number[], ticket: number): number {
	let low = 0;
	let high = line.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((line[middle] ?? ticket) < ticket) low = middle + 1;
		else high = middle;
	}
	return low;
}
