import { apply, type Entry, emptyQueue, type Fact, type Queue } from './queue.ts';
import { covers, reservationFor, whyNotServed } from './serving.ts';

/** What is wrong with one row of the queue log. */
export type Finding = { seq: number; ticket?: number | undefined } & (
	| { wrong: 'overtaking'; agent: number; ahead: number[] }
	| { wrong: 'consultancy-before-technical'; agent: number; ahead: number[] }
	| { wrong: 'not-for-this-agent'; agent: number; because: 'not-covered' | 'reserved' }
	| { wrong: 'off-duty'; agent: number }
	| { wrong: 'over-limit'; agent: number; limit: number }
	| { wrong: 'left-in-hand'; agent: number }
	| { wrong: 'reservation'; expected: number | undefined }
	| { wrong: 'merged-into'; into: number }
	| { wrong: 'impossible'; fact: Fact['type']; state: string }
	| { wrong: 'gap'; expected: number }
	| { wrong: 'time-runs-back' }
	| { wrong: 'arrival-out-of-order'; expected: number }
);

export type AuditReport = { facts: number; takings: number; overtakings: number; findings: Finding[] };

/** How many of the tickets that were passed over a finding names. */
const namedAhead = 10;

type Taken = Fact & { type: 'taken' };
type Queued = Fact & { type: 'queued' };

/**
 * Replays the log and proves, from the recorded facts alone, that at every taking no queued ticket with a lower arrival
 * number was there that the agent might have served (P4), and no technical one at the taking of a consultancy one (P6).
 */
export class Audit {
	readonly #queue: Queue;
	readonly #report: AuditReport = { facts: 0, takings: 0, overtakings: 0, findings: [] };
	#lastSeq: number;
	#lastNumber: number;
	#lastAt: Temporal.Instant | undefined;

	/** From the beginning, or on from a queue that an earlier replay came to: `seq` its last row, `number` the last arrival. */
	constructor(from?: { queue: Queue; seq: number; number: number; at: Temporal.Instant | undefined }) {
		this.#queue = from?.queue ?? emptyQueue();
		this.#lastSeq = from?.seq ?? 0;
		this.#lastNumber = from?.number ?? 0;
		this.#lastAt = from?.at;
	}

	/** The next row, in order of `seq`. */
	read(fact: Fact): void {
		const findings = this.#wrongWith(fact);
		this.#report.findings.push(...findings);
		this.#report.facts += 1;
		this.#lastSeq = fact.seq;
		this.#lastAt = fact.at;
		if (fact.type === 'opened') this.#lastNumber = fact.ticket;
		if (fact.type === 'taken') {
			this.#report.takings += 1;
			if (findings.some(isOvertaking)) this.#report.overtakings += 1;
		}
		apply(this.#queue, fact);
	}

	/** The queue after the rows read so far. */
	get queue(): Queue {
		return this.#queue;
	}

	report(): AuditReport {
		return this.#report;
	}

	#wrongWith(fact: Fact): Finding[] {
		const { seq, ticket } = fact;
		const findings = this.#outOfLine(fact);
		const entry = ticket === undefined ? undefined : this.#queue.entries.get(ticket);
		const state = entry?.state ?? 'absent';
		if (ticket !== undefined && !from[fact.type].includes(state)) {
			findings.push({ seq, ticket, wrong: 'impossible', fact: fact.type, state });
		}
		if (fact.type === 'taken') findings.push(...wrongTaking(this.#queue, fact));
		if (fact.type === 'queued' && entry) findings.push(...wrongReservation(this.#queue, fact, entry));
		if (fact.type === 'merged' && (fact.into >= fact.ticket || !this.#queue.entries.has(fact.into))) {
			findings.push({ seq, ticket, wrong: 'merged-into', into: fact.into });
		}
		if (fact.type === 'duty' && !fact.on && this.#queue.inHand.has(fact.agent)) {
			findings.push({ seq, wrong: 'left-in-hand', agent: fact.agent });
		}
		return findings;
	}

	/** Its number, its time, its arrival. */
	#outOfLine(fact: Fact): Finding[] {
		const { seq, ticket } = fact;
		const findings: Finding[] = [];
		const expected = this.#lastSeq + 1;
		if (seq !== expected) findings.push({ seq, ticket, wrong: 'gap', expected });
		if (this.#lastAt && Temporal.Instant.compare(fact.at, this.#lastAt) < 0) {
			findings.push({ seq, ticket, wrong: 'time-runs-back' });
		}
		if (fact.type === 'opened' && ticket !== this.#lastNumber + 1) {
			findings.push({ seq, ticket, wrong: 'arrival-out-of-order', expected: this.#lastNumber + 1 });
		}
		return findings;
	}
}

/** Whether a finding means that somebody was passed over. */
export function isOvertaking({ wrong }: Finding): boolean {
	return wrong === 'overtaking' || wrong === 'consultancy-before-technical';
}

/** From which states of the ticket a fact may follow; those about the house know none. */
const from: Record<Fact['type'], readonly string[]> = {
	opened: ['absent'],
	taken: ['queued'],
	queued: ['in-hand', 'under-evaluation', 'awaiting-customer'],
	held: ['in-hand'],
	moved: ['in-hand'],
	corrected: ['in-hand'],
	resolved: ['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'],
	merged: ['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'],
	duty: [],
	coverage: [],
	policy: [],
};

function wrongTaking(queue: Queue, { seq, ticket, agent, at }: Taken): Finding[] {
	const entry = queue.entries.get(ticket);
	if (!entry) return [];
	const findings: Finding[] = [];
	const ahead = passedOver(queue, { ticket, agent, at }, entry);
	if (ahead.length > 0) findings.push({ seq, ticket, agent, wrong: 'overtaking', ahead });
	const because = whyNotServed(queue, agent, entry, at);
	if (because && because !== 'technical-first') {
		findings.push({ seq, ticket, agent, wrong: 'not-for-this-agent', because });
	}
	const technical = queue.queued.technical.slice(0, namedAhead);
	if (entry.lane === 'consultancy' && technical.length > 0) {
		findings.push({ seq, ticket, agent, wrong: 'consultancy-before-technical', ahead: technical });
	}
	if (queue.agents.get(agent)?.onDuty === false) findings.push({ seq, ticket, agent, wrong: 'off-duty' });
	const limit = queue.settings.inHandLimit;
	if ((queue.inHand.get(agent) ?? 0) >= limit) findings.push({ seq, ticket, agent, wrong: 'over-limit', limit });
	return findings;
}

/** The queued tickets with a lower arrival number that the agent might have served instead. */
function passedOver(
	queue: Queue,
	{ ticket, agent, at }: Pick<Taken, 'ticket' | 'agent' | 'at'>,
	entry: Entry,
): number[] {
	const passed: number[] = [];
	for (const before of queue.queued[entry.lane]) {
		if (before >= ticket || passed.length === namedAhead) break;
		const earlier = queue.entries.get(before);
		// In the lane of what was taken: that consultancy was taken at all is another finding.
		if (earlier && isServable(queue, agent, earlier, at)) passed.push(before);
	}
	return passed;
}

function isServable(queue: Queue, agent: number, entry: Entry, at: Temporal.Instant): boolean {
	const because = whyNotServed(queue, agent, entry, at);
	return because === undefined || because === 'technical-first';
}

/**
 * A ticket that leaves a hold is kept for the agent who had it, if on duty then; one handed over, for a colleague on duty who
 * covers its product; any other for nobody (P4). Of an agent whose duty the log has not told, nothing is asked.
 */
function wrongReservation(queue: Queue, { seq, ticket, reason, reserved, at }: Queued, entry: Entry): Finding[] {
	const { reservationMinutes: minutes } = queue.settings;
	const had = entry.agent;
	const wrong = (expected: number | undefined): Finding[] => [{ seq, ticket, wrong: 'reservation', expected }];
	if (reason === 'handed-over') {
		const colleague = reserved && queue.agents.get(reserved.for);
		const fits = colleague?.onDuty && covers(colleague, entry.product) && reserved?.for !== had;
		return fits && reserved?.until.equals(at.add({ minutes })) ? [] : wrong(reserved?.for);
	}
	const leavesHold = reason === 'replied' || reason === 'withdrawn' || reason === 'resumed';
	if (!leavesHold) return reserved ? wrong(undefined) : [];
	const agent = had === undefined ? undefined : queue.agents.get(had);
	if (had === undefined || agent?.onDuty === undefined) return [];
	const expected = reservationFor(had, agent, minutes, at);
	const same = expected?.for === reserved?.for && (!expected || !reserved || expected.until.equals(reserved.until));
	return same ? [] : wrong(expected?.for);
}
