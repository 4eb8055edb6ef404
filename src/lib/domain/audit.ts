import { wrongReservation } from './audit-reservations.ts';
import { wrongStep } from './audit-steps.ts';
import { wrongTaking } from './audit-takings.ts';
import { apply, emptyQueue, type Fact, type Queue, type QueuedAgain, type ResolvedAs } from './queue.ts';

/** What is wrong with one row of the queue log. */
export type Finding = { seq: number; ticket?: number | undefined } & (
	| { wrong: 'overtaking'; agent: number; ahead: number[] }
	| { wrong: 'consultancy-before-technical'; agent: number; ahead: number[] }
	| { wrong: 'not-for-this-agent'; agent: number; because: 'not-covered' | 'reserved' }
	| { wrong: 'off-duty'; agent: number }
	| { wrong: 'over-limit'; agent: number; limit: number }
	| { wrong: 'left-in-hand'; agent: number }
	| { wrong: 'reservation'; expected: number | undefined; minutes: number }
	| { wrong: 'handed-over'; to: number | undefined }
	| { wrong: 'not-the-holder'; actor: number | null; fact: Fact['type'] }
	| { wrong: 'nothing-changed'; fact: Fact['type'] }
	| { wrong: 'merged-into'; into: number }
	| { wrong: 'impossible'; fact: Fact['type']; reason: QueuedAgain | ResolvedAs | undefined; state: string }
	| { wrong: 'gap'; expected: number }
	| { wrong: 'time-runs-back' }
	| { wrong: 'arrival-out-of-order'; expected: number }
);

export type AuditReport = { facts: number; takings: number; overtakings: number; findings: Finding[] };

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
		if (fact.ticket !== undefined) findings.push(...wrongStep(this.#queue, fact));
		if (fact.type === 'taken' && entry) findings.push(...wrongTaking(this.#queue, fact, entry));
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
