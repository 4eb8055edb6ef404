import { Audit, type Finding } from './audit.ts';
import { emptyQueue, type Fact, type Queue } from './queue.ts';

/** How far the log has been proved: the queue behind row `seq`, and what was counted and found from the first row on. */
export type Proof = {
	seq: number;
	/** Of that row; nothing before the first. */
	at: Temporal.Instant | undefined;
	/** The last arrival number given by then. */
	number: number;
	queue: Queue;
	takings: number;
	overtakings: number;
	/** How many findings there were, of which the latest are kept. */
	found: number;
	findings: Finding[];
};

/**
 * By which rules a proof was made. To be raised by every release that changes what the audit finds or how the queue is folded: what an
 * older release found is no finding of this one, and its proofs are not gone on from.
 */
export const proofRules = 1;

/** How many findings a proof keeps: a damaged log has one for nearly every row. */
const keptFindings = 100;

export function nothingProved(): Proof {
	const queue = emptyQueue();
	return { seq: 0, at: undefined, number: 0, queue, takings: 0, overtakings: 0, found: 0, findings: [] };
}

/** Goes on with the rows behind a proof, whose queue is carried along, and says where it came to. */
export function proveOn(proof: Proof, facts: Iterable<Fact>): Proof {
	const audit = new Audit(proof);
	let { seq, at, number } = proof;
	for (const fact of facts) {
		audit.read(fact);
		({ seq, at } = fact);
		if (fact.type === 'opened') number = fact.ticket;
	}
	const { takings, overtakings, findings } = audit.report();
	return {
		...{ seq, at, number, queue: audit.queue },
		takings: proof.takings + takings,
		overtakings: proof.overtakings + overtakings,
		found: proof.found + findings.length,
		findings: [...proof.findings, ...findings].slice(-keptFindings),
	};
}
