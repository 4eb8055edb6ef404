import { apply, emptyQueue, type Fact, type Lane, position, type Queue } from './queue.ts';
import { isReservedForAnother } from './serving.ts';

/** Why a later arrival was served before a queued ticket (P4, P6), as its customer is told. */
export type Passed = 'technicalFirst' | 'reserved' | 'otherSoftware';

/** "Why was somebody served before me?", answered for a queued ticket in numbers, which tell nothing about anybody else. */
export type WhyBefore = {
	lane: Lane;
	ahead: {
		/** Queued now in its lane with an earlier arrival number. */
		arrivedBefore: number;
		/** How many of those came back into this line after the ticket had arrived; they keep their earlier number. */
		cameBack: number;
		/** For consultancy: the technical tickets queued now, which go first (P6). */
		technicalFirst: number;
	};
	/** Later arrivals taken since the ticket is queued. */
	passed: Record<Passed, number>;
};

/** From the whole log. What it says when told by a replay; the pages ask the table, with its twin in `server/queries/why-before.ts`. */
export function whyBefore(facts: Iterable<Fact>, ticket: number): WhyBefore | undefined {
	const queue = emptyQueue();
	const queuedAt = new Map<number, Temporal.Instant>();
	let openedAt: Temporal.Instant | undefined;
	let passed = nobody();
	for (const fact of facts) {
		const wasQueued = isQueued(queue, ticket);
		if (wasQueued && fact.type === 'taken' && fact.ticket > ticket) passed[whyPassed(queue, ticket, fact)] += 1;
		if (fact.type === 'opened' && fact.ticket === ticket) openedAt = fact.at;
		apply(queue, fact);
		if (fact.ticket !== undefined && fact.type !== 'taken' && isQueued(queue, fact.ticket)) {
			queuedAt.set(fact.ticket, fact.at);
		}
		if (!wasQueued && isQueued(queue, ticket)) passed = nobody();
	}
	const entry = queue.entries.get(ticket);
	if (entry?.state !== 'queued' || !openedAt) return undefined;
	const { lane } = entry;
	const before = queue.queued[lane].slice(0, position(queue.queued[lane], ticket));
	const cameBack = before.filter((other) => isLater(queuedAt.get(other), openedAt));
	const technicalFirst = lane === 'consultancy' ? queue.queued.technical.length : 0;
	return { lane, ahead: { arrivedBefore: before.length, cameBack: cameBack.length, technicalFirst }, passed };
}

const nobody = (): Record<Passed, number> => ({ technicalFirst: 0, reserved: 0, otherSoftware: 0 });

const isQueued = (queue: Queue, ticket: number) => queue.entries.get(ticket)?.state === 'queued';

const isLater = (a: Temporal.Instant | undefined, b: Temporal.Instant | undefined) =>
	a !== undefined && b !== undefined && Temporal.Instant.compare(a, b) > 0;

/** Where the policy was kept, which the audit proves, what is neither of the first two is that the agent does not cover the product. */
function whyPassed(queue: Queue, ticket: number, { ticket: taken, agent, at }: Fact & { type: 'taken' }): Passed {
	const [mine, theirs] = [queue.entries.get(ticket), queue.entries.get(taken)];
	if (mine?.lane === 'consultancy' && theirs?.lane === 'technical') return 'technicalFirst';
	return mine && isReservedForAnother(mine, agent, at) ? 'reserved' : 'otherSoftware';
}
