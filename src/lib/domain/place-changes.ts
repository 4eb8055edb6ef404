import { entryAfter, type Fact, type Lane, type Queue, type QueuedAgain } from './queue.ts';

/** Why a ticket left its line, or came to stand in one. */
export type Left = 'taken' | 'closed' | 'merged';
export type Joined = 'opened' | 'moved' | QueuedAgain;

/** One ticket that left a line or joined one, by the fact `seq` of the log. */
export type Step = { seq: number; at: Temporal.Instant; ticket: number; lane: Lane } & (
	| { by: -1; because: Left }
	| { by: 1; because: Joined }
);

/** Why a place is another than before: `count` tickets of `lane` did the same, the last of them at `at`. Nothing tells which. */
export type PlaceChange = { because: Left | Joined; lane: Lane; count: number; at: Temporal.Instant };

/** What a fact does to the lines of a queue into which it is not carried yet; nothing where they stay as they are. */
export function stepOf(queue: Queue, fact: Fact): Step | undefined {
	if (fact.ticket === undefined) return undefined;
	const before = queue.entries.get(fact.ticket);
	const after = entryAfter(before, fact);
	const { seq, at, ticket } = fact;
	if (before?.state === 'queued' && after?.state !== 'queued') {
		return { seq, at, ticket, lane: before.lane, by: -1, because: whyLeft(fact) };
	}
	if (before?.state !== 'queued' && after?.state === 'queued') {
		return { seq, at, ticket, lane: after.lane, by: 1, because: whyJoined(fact) };
	}
	return undefined;
}

function whyLeft({ type }: Fact): Left {
	if (type === 'taken' || type === 'merged') return type;
	return 'closed';
}

function whyJoined(fact: Fact): Joined {
	if (fact.type === 'queued') return fact.reason;
	return fact.type === 'moved' ? 'moved' : 'opened';
}

/**
 * Why the place of a queued ticket changed by these steps, in the order in which it last did: those of its lane that arrived
 * before it, and for consultancy every technical one (P6). What came before it stood there itself does not count.
 */
export function placeChanges({ ticket, lane }: { ticket: number; lane: Lane }, steps: readonly Step[]): PlaceChange[] {
	const changes = new Map<string, PlaceChange>();
	const since = steps.findLastIndex((step) => step.ticket === ticket) + 1;
	for (const { at, because, ...step } of steps.slice(since)) {
		if (!goesBefore(step, { ticket, lane })) continue;
		const kind = `${because} ${step.lane}`;
		const count = (changes.get(kind)?.count ?? 0) + 1;
		changes.delete(kind);
		changes.set(kind, { because, lane: step.lane, count, at });
	}
	return [...changes.values()];
}

type Standing = { ticket: number; lane: Lane };

function goesBefore(other: Standing, mine: Standing): boolean {
	if (other.lane === mine.lane) return other.ticket < mine.ticket;
	return mine.lane === 'consultancy';
}
