import { type Fact, type Lane, position, type Queue, type Reservation } from './queue.ts';
import { type NotServed, whyNotServed } from './serving.ts';

type Taken = Fact & { type: 'taken' };

/**
 * A ticket that was queued with an earlier arrival number, and why the agent was not given that one; `nothing` where no rule
 * kept it from them, which is what the audit calls an overtaking.
 */
export type QueuedBefore = {
	ticket: number;
	lane: Lane;
	product: number;
	reserved: Reservation | undefined;
	because: NotServed | 'nothing';
};

/** Whether an agent could have served the ticket at that moment, or why not; `duty-untold`: the log does not say whether they were there. */
export type CouldServe = 'took' | 'could' | 'duty-untold' | 'off-duty' | 'in-hand-limit' | NotServed;

/** Why a ticket was taken when it was: all that P4 and P6 ask about, at the moment before the taking. */
export type Explanation = {
	seq: number;
	at: Temporal.Instant;
	ticket: number;
	agent: number;
	lane: Lane;
	product: number;
	/** Since when it was queued, where the log tells. */
	since: Temporal.Instant | undefined;
	/** For whom it was kept then, or had been kept. */
	reserved: Reservation | undefined;
	/** In order of arrival, of either lane. */
	before: QueuedBefore[];
	/** How many technical tickets were queued, this one included where it is technical: only at none may consultancy be taken (P6). */
	technicalQueued: number;
	/** Every agent the log had named by then. */
	agents: { agent: number; could: CouldServe }[];
};

/** From the queue as it was just before the taking. Nothing for a ticket that was not open then, which only a damaged log says. */
export function explainTaking(queue: Queue, taken: Taken): Explanation | undefined {
	const entry = queue.entries.get(taken.ticket);
	if (!entry) return undefined;
	const { seq, at, ticket, agent, since } = taken;
	const { lane, product, reserved } = entry;
	return {
		...{ seq, at, ticket, agent, lane, product, since, reserved },
		before: queuedBefore(queue, taken),
		technicalQueued: queue.queued.technical.length,
		agents: knownAgents(queue, agent).map((other) => ({ agent: other, could: couldServe(queue, other, taken) })),
	};
}

function queuedBefore(queue: Queue, { ticket, agent, at }: Taken): QueuedBefore[] {
	const { technical, consultancy } = queue.queued;
	const earlier = [technical, consultancy].flatMap((line) => line.slice(0, position(line, ticket)));
	return earlier
		.sort((a, b) => a - b)
		.flatMap((before) => {
			const entry = queue.entries.get(before);
			if (!entry) return [];
			const { lane, product, reserved } = entry;
			return [{ ticket: before, lane, product, reserved, because: whyNotServed(queue, agent, entry, at) ?? 'nothing' }];
		});
}

function knownAgents(queue: Queue, taker: number): number[] {
	return [...new Set([...queue.agents.keys(), ...queue.inHand.keys(), taker])].sort((a, b) => a - b);
}

function couldServe(queue: Queue, agent: number, { ticket, agent: taker, at }: Taken): CouldServe {
	if (agent === taker) return 'took';
	const onDuty = queue.agents.get(agent)?.onDuty;
	if (onDuty === false) return 'off-duty';
	if ((queue.inHand.get(agent) ?? 0) >= queue.settings.inHandLimit) return 'in-hand-limit';
	const entry = queue.entries.get(ticket);
	const because = entry && whyNotServed(queue, agent, entry, at);
	if (because) return because;
	return onDuty ? 'could' : 'duty-untold';
}

/** One thing that happened to a ticket, with the explanation where it is a taking. */
export type Step = { fact: Fact & { ticket: number }; explanation?: Explanation | undefined };

/** From the queue as it was before the fact, in the order of the log. */
export function stepOf(queue: Queue, fact: Fact & { ticket: number }): Step {
	return { fact, explanation: fact.type === 'taken' ? explainTaking(queue, fact) : undefined };
}
