import { apply, emptyQueue, type Fact, type Queue } from './queue.ts';

/** What is wrong with one row of the queue log. */
export type Finding = { seq: number; ticket: number } & (
	| { wrong: 'overtaking'; agent: number; ahead: number[] }
	| { wrong: 'consultancy-before-technical'; agent: number; ahead: number[] }
	| { wrong: 'impossible'; fact: Fact['type']; state: string }
	| { wrong: 'gap'; expected: number }
	| { wrong: 'time-runs-back' }
	| { wrong: 'arrival-out-of-order'; expected: number }
);

export type AuditReport = { facts: number; takings: number; overtakings: number; findings: Finding[] };

/** How many of the tickets that were passed over a finding names. */
const namedAhead = 10;

/**
 * Replays the log and proves, from the recorded facts alone, that at every taking no queued ticket with a lower arrival
 * number was there that the agent might have served (P4), and no technical one at the taking of a consultancy one (P6).
 */
export class Audit {
	readonly #queue: Queue = emptyQueue();
	readonly #report: AuditReport = { facts: 0, takings: 0, overtakings: 0, findings: [] };
	#lastSeq = 0;
	#lastNumber = 0;
	#lastAt: Temporal.Instant | undefined;

	/** The next row, in order of `seq`. */
	read(fact: Fact): void {
		this.#report.findings.push(...this.#wrongWith(fact));
		this.#report.facts += 1;
		this.#lastSeq = fact.seq;
		this.#lastAt = fact.at;
		if (fact.type === 'opened') this.#lastNumber = fact.ticket;
		if (fact.type === 'taken') this.#report.takings += 1;
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
		const findings: Finding[] = [];
		const expected = this.#lastSeq + 1;
		if (seq !== expected) findings.push({ seq, ticket, wrong: 'gap', expected });
		if (this.#lastAt && Temporal.Instant.compare(fact.at, this.#lastAt) < 0) {
			findings.push({ seq, ticket, wrong: 'time-runs-back' });
		}
		if (fact.type === 'opened' && ticket !== this.#lastNumber + 1) {
			findings.push({ seq, ticket, wrong: 'arrival-out-of-order', expected: this.#lastNumber + 1 });
		}
		const state = this.#queue.entries.get(ticket)?.state ?? 'absent';
		if (!possible(fact, state)) findings.push({ seq, ticket, wrong: 'impossible', fact: fact.type, state });
		if (fact.type === 'taken') findings.push(...this.#passedOver(fact));
		return findings;
	}

	#passedOver(taken: Fact & { type: 'taken' }): Finding[] {
		const lane = this.#queue.entries.get(taken.ticket)?.lane;
		if (!lane) return [];
		const { seq, ticket, agent } = taken;
		const findings: Finding[] = [];
		const { technical } = this.#queue.queued;
		const before = this.#queue.queued[lane].slice(0, namedAhead).filter((queued) => queued < ticket);
		if (before.length > 0) findings.push({ seq, ticket, agent, wrong: 'overtaking', ahead: before });
		if (lane === 'consultancy' && technical.length > 0) {
			findings.push({
				seq,
				ticket,
				agent,
				wrong: 'consultancy-before-technical',
				ahead: technical.slice(0, namedAhead),
			});
		}
		if (findings.length > 0) this.#report.overtakings += 1;
		return findings;
	}
}

const from: Record<Fact['type'], readonly string[]> = {
	opened: ['absent'],
	taken: ['queued'],
	queued: ['in-hand', 'under-evaluation', 'awaiting-customer'],
	held: ['in-hand'],
	resolved: ['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'],
};

function possible(fact: Fact, state: string): boolean {
	return from[fact.type].includes(state);
}
