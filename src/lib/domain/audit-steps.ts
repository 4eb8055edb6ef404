import type { Finding } from './audit.ts';
import { type Entry, type Fact, openStates, type Queue, type QueuedAgain, type ResolvedAs } from './queue.ts';

type OfTicket = Fact & { ticket: number };

/** From which states of the ticket a fact may follow. */
const from: Record<Exclude<OfTicket['type'], 'queued' | 'resolved'>, readonly string[]> = {
	opened: ['absent'],
	taken: ['queued'],
	held: ['in-hand'],
	moved: ['in-hand'],
	corrected: ['in-hand'],
	merged: openStates,
};

const queuedFrom: Record<QueuedAgain, readonly string[]> = {
	'put-back': ['in-hand', 'under-evaluation'],
	resumed: ['under-evaluation'],
	withdrawn: ['awaiting-customer'],
	replied: ['awaiting-customer'],
	'handed-over': ['in-hand'],
	'off-duty': ['in-hand'],
	disabled: ['in-hand'],
};

const resolvedFrom: Record<Exclude<ResolvedAs, 'duplicate'>, readonly string[]> = {
	solved: ['in-hand'],
	lapsed: ['awaiting-customer'],
	'closed-by-customer': openStates,
};

/** Whether a fact may follow on how its ticket stands, changes something, and is by whoever may do it (P4, P5). */
export function wrongStep(queue: Queue, fact: OfTicket): Finding[] {
	const { seq, ticket, type } = fact;
	const entry = queue.entries.get(ticket);
	const state = entry?.state ?? 'absent';
	const findings: Finding[] = [];
	if (!statesBefore(fact).includes(state)) {
		findings.push({ seq, ticket, wrong: 'impossible', fact: type, reason: reasonOf(fact), state });
	}
	if (entry && changesNothing(fact, entry)) findings.push({ seq, ticket, wrong: 'nothing-changed', fact: type });
	if (fact.actor !== undefined && isForTheHolder(fact) && !isByTheHolder(queue, fact)) {
		findings.push({ seq, ticket, wrong: 'not-the-holder', actor: fact.actor, fact: type });
	}
	return findings;
}

function statesBefore(fact: OfTicket): readonly string[] {
	if (fact.type === 'queued') return queuedFrom[fact.reason];
	return fact.type === 'resolved' ? resolvedFrom[fact.as] : from[fact.type];
}

function reasonOf(fact: OfTicket): QueuedAgain | ResolvedAs | undefined {
	if (fact.type === 'queued') return fact.reason;
	return fact.type === 'resolved' ? fact.as : undefined;
}

/** Moved only to the other lane, corrected only to another product. */
function changesNothing(fact: OfTicket, { lane, product }: Entry): boolean {
	return (fact.type === 'moved' && fact.lane === lane) || (fact.type === 'corrected' && fact.product === product);
}

/** What only the agent may do who has the ticket in hand. */
function isForTheHolder(fact: OfTicket): boolean {
	if (fact.type === 'queued') return fact.reason === 'handed-over';
	if (fact.type === 'resolved') return fact.as === 'solved';
	return fact.type === 'held' || fact.type === 'moved' || fact.type === 'corrected' || fact.type === 'merged';
}

/** Of a merge, one of the two. */
function isByTheHolder({ entries }: Queue, fact: OfTicket): boolean {
	const tickets = fact.type === 'merged' ? [fact.ticket, fact.into] : [fact.ticket];
	return tickets.some((ticket) => {
		const entry = entries.get(ticket);
		return entry?.state === 'in-hand' && entry.agent === fact.actor;
	});
}
