import type { MissingItem, Receipt } from './hold.ts';
import { type Outcome, refused } from './outcome.ts';
import type { Entry, ResolvedAs } from './queue.ts';

/** Who speaks in a message. */
export type MessageSide = 'customer' | 'support';

/** The open hold of a ticket: whose it is, and for the second case until when it waits. */
export type OpenHold = { id: number; placedAt: Temporal.Instant; missing: MissingItem[]; receipt: Receipt | undefined };

/** How a ticket stands at one instant. What holds by time alone (a lapse not yet written down) is already in it. */
export type Standing =
	| { state: 'queued' }
	| { state: 'in-hand'; agent: number }
	| { state: 'under-evaluation'; agent: number; hold: OpenHold }
	| { state: 'awaiting-customer'; agent: number; hold: OpenHold; receipt: Receipt }
	| { state: 'resolved'; as: ResolvedAs; at: Temporal.Instant };

export type TicketRecord = {
	entry: Entry | undefined;
	hold: OpenHold | undefined;
	resolution: { as: ResolvedAs; at: Temporal.Instant } | undefined;
};

/** How the ticket stands at `now`: at the lapse the ticket is resolved, whether or not anything has written it down (P5). */
export function standingOf({ entry, hold, resolution }: TicketRecord, now: Temporal.Instant): Standing {
	if (resolution) return { state: 'resolved', ...resolution };
	if (!entry) throw new Error('A ticket is neither open nor resolved.');
	if (entry.state === 'queued') return { state: 'queued' };
	const agent = held(entry.agent);
	if (entry.state === 'in-hand') return { state: 'in-hand', agent };
	const open = held(hold);
	if (entry.state === 'under-evaluation') return { state: 'under-evaluation', agent, hold: open };
	const receipt = held(open.receipt);
	if (hasLapsed(receipt, now)) return { state: 'resolved', as: 'lapsed', at: receipt.lapsesAt };
	return { state: 'awaiting-customer', agent, hold: open, receipt };
}

/** A reply at or after the instant of the lapse is too late (P5). */
export function hasLapsed(receipt: Pick<Receipt, 'lapsesAt'>, now: Temporal.Instant): boolean {
	return Temporal.Instant.compare(now, receipt.lapsesAt) >= 0;
}

/** Whose turn it is; the interface's colours follow it. */
export type Turn = 'support' | 'customer' | 'in-hand' | 'resolved';

export function turnOf(state: Standing['state']): Turn {
	switch (state) {
		case 'queued':
		case 'under-evaluation':
			return 'support';
		case 'awaiting-customer':
			return 'customer';
		case 'in-hand':
			return 'in-hand';
		case 'resolved':
			return 'resolved';
		default:
			return state satisfies never;
	}
}

/** Why an act on a ticket is refused, with what the words about it need. */
export type TicketRefusal =
	| { reason: 'not-found' }
	| { reason: 'resolved'; as: ResolvedAs; at: Temporal.Instant }
	| { reason: 'not-in-hand' }
	| { reason: 'not-under-evaluation' }
	| { reason: 'not-awaiting-customer' }
	| { reason: 'not-your-hold' };

type Allowed<S extends Standing['state']> = Outcome<Extract<Standing, { state: S }>, TicketRefusal>;

/** Replying, holding and resolving are for the agent who has the ticket in hand (P4). */
export function inHandOf(standing: Standing, agent: number): Allowed<'in-hand'> {
	if (standing.state === 'resolved') return whyResolved(standing);
	if (standing.state !== 'in-hand' || standing.agent !== agent) return refused({ reason: 'not-in-hand' });
	return { ok: true, value: standing };
}

/** An evaluation is resumed by the agent who placed it (P5.1). */
export function underEvaluationBy(standing: Standing, agent: number): Allowed<'under-evaluation'> {
	if (standing.state === 'resolved') return whyResolved(standing);
	if (standing.state !== 'under-evaluation') return refused({ reason: 'not-under-evaluation' });
	if (standing.agent !== agent) return refused({ reason: 'not-your-hold' });
	return { ok: true, value: standing };
}

/** A request for information is withdrawn by the agent who made it (P5.2). */
export function awaitingCustomerBy(standing: Standing, agent: number): Allowed<'awaiting-customer'> {
	if (standing.state === 'resolved') return whyResolved(standing);
	if (standing.state !== 'awaiting-customer') return refused({ reason: 'not-awaiting-customer' });
	if (standing.agent !== agent) return refused({ reason: 'not-your-hold' });
	return { ok: true, value: standing };
}

/** The agent puts back what is in hand; a supervisor also any colleague's ticket in hand or under evaluation (P4). */
export function mayPutBack(
	standing: Standing,
	agent: { id: number; supervises: boolean },
): Allowed<'in-hand' | 'under-evaluation'> {
	if (standing.state === 'resolved') return whyResolved(standing);
	if (standing.state === 'in-hand' && (agent.supervises || standing.agent === agent.id)) {
		return { ok: true, value: standing };
	}
	if (standing.state === 'under-evaluation' && agent.supervises) return { ok: true, value: standing };
	return refused({ reason: 'not-in-hand' });
}

/** Resolved is final, however it was reached (P5). */
export function stillOpen(standing: Standing): Allowed<Exclude<Standing['state'], 'resolved'>> {
	if (standing.state === 'resolved') return whyResolved(standing);
	return { ok: true, value: standing };
}

function whyResolved({ as, at }: Extract<Standing, { state: 'resolved' }>) {
	return refused({ reason: 'resolved', as, at });
}

function held<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('A ticket in hand has an agent; a ticket on hold has its hold.');
	return value;
}
