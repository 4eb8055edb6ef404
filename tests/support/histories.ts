import fc from 'fast-check';
import { type HoldCase, holdCases } from '#lib/domain/hold.ts';
import { type Entry, type Fact, type Lane, lanes, type TicketChange } from '#lib/domain/queue.ts';

/** The queue written as naively as can be, to hold the real one against: the open tickets, looked through each time. */
export type NaiveQueue = Map<number, Entry>;

export function queuedIn(queue: NaiveQueue, lane: Lane): number[] {
	const queued = [...queue].filter(([, entry]) => entry.lane === lane && entry.state === 'queued');
	return queued.map(([ticket]) => ticket).sort((a, b) => a - b);
}

export function naiveNext(queue: NaiveQueue): number | undefined {
	return queuedIn(queue, 'technical')[0] ?? queuedIn(queue, 'consultancy')[0];
}

/** The queue as a list of facts leaves it. */
export function naiveFold(facts: readonly Fact[]): NaiveQueue {
	const queue: NaiveQueue = new Map();
	for (const fact of facts) if (fact.ticket !== undefined) step(queue, fact.ticket, fact);
	return queue;
}

function step(queue: NaiveQueue, ticket: number, change: TicketChange): void {
	const entry = queue.get(ticket);
	if (change.type === 'opened') {
		queue.set(ticket, {
			lane: change.lane,
			product: change.product,
			state: 'queued',
			agent: undefined,
			reserved: undefined,
		});
	} else if (change.type === 'resolved' || change.type === 'merged') queue.delete(ticket);
	else if (!entry) return;
	else if (change.type === 'taken') queue.set(ticket, { ...entry, state: 'in-hand', agent: change.agent });
	else if (change.type === 'queued') queue.set(ticket, { ...entry, state: 'queued', agent: undefined });
	else if (change.type === 'held') queue.set(ticket, { ...entry, state: change.case });
}

const ends = ['solved', 'closed-by-customer', 'lapsed'] as const;

/** What somebody at the counter does next; `pick` says to which of the tickets that it can be done to. */
type Act =
	| { act: 'open'; lane: Lane; product: number }
	| { act: 'take'; agent: number }
	| { act: 'hold'; pick: number; case: HoldCase }
	| { act: 'queue'; pick: number }
	| { act: 'resolve'; pick: number; as: (typeof ends)[number] };

const pick = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			act: fc.constant('open'),
			lane: fc.constantFrom(...lanes),
			product: fc.integer({ min: 1, max: 3 }),
		}),
	},
	{ weight: 4, arbitrary: fc.record({ act: fc.constant('take'), agent: fc.integer({ min: 1, max: 4 }) }) },
	{ weight: 2, arbitrary: fc.record({ act: fc.constant('hold'), pick, case: fc.constantFrom(...holdCases) }) },
	{ weight: 2, arbitrary: fc.record({ act: fc.constant('queue'), pick }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('resolve'), pick, as: fc.constantFrom(...ends) }) },
);

/** A history that keeps the policy: whatever was done, done as the policy has it. */
export const honestHistory: fc.Arbitrary<Fact[]> = fc
	.array(fc.tuple(act, fc.nat(90)), { size: 'medium', maxLength: 150 })
	.map((acts) => {
		const queue: NaiveQueue = new Map();
		const facts: Fact[] = [];
		let at = Temporal.Instant.from('2026-11-23T08:00Z');
		let number = 0;
		for (const [next, seconds] of acts) {
			at = at.add({ seconds });
			const done = factOf(queue, next, number + 1);
			if (!done) continue;
			if (done.type === 'opened') number += 1;
			step(queue, done.ticket, done);
			facts.push({ seq: facts.length + 1, at, ...done });
		}
		return facts;
	});

function factOf(queue: NaiveQueue, next: Act, number: number): ({ ticket: number } & TicketChange) | undefined {
	const among = (pick: number, able: (entry: Entry) => boolean): number | undefined => {
		const tickets = [...queue].filter(([, entry]) => able(entry)).map(([ticket]) => ticket);
		return tickets[pick % tickets.length];
	};
	if (next.act === 'open') return { type: 'opened', ticket: number, lane: next.lane, product: next.product };
	if (next.act === 'take') {
		const ticket = naiveNext(queue);
		return ticket === undefined ? undefined : { type: 'taken', ticket, agent: next.agent };
	}
	if (next.act === 'hold') {
		const ticket = among(next.pick, ({ state }) => state === 'in-hand');
		return ticket === undefined ? undefined : { type: 'held', ticket, case: next.case };
	}
	if (next.act === 'queue') {
		const ticket = among(next.pick, ({ state }) => state !== 'queued');
		return ticket === undefined ? undefined : { type: 'queued', ticket, reason: 'put-back' };
	}
	const ticket = among(next.pick, () => true);
	return ticket === undefined ? undefined : { type: 'resolved', ticket, as: next.as };
}

/** Any rows at all, possible or not: what a damaged log may hold. */
export const anyRows: fc.Arbitrary<Fact[]> = fc
	.array(
		fc.record({
			ticket: fc.integer({ min: 1, max: 12 }),
			change: fc.oneof(
				fc.record({ type: fc.constant('opened' as const), lane: fc.constantFrom(...lanes), product: fc.constant(1) }),
				fc.record({ type: fc.constant('taken' as const), agent: fc.integer({ min: 1, max: 4 }) }),
				fc.record({
					type: fc.constant('queued' as const),
					reason: fc.constant('put-back' as const),
					reserved: fc.constant(undefined),
				}),
				fc.record({ type: fc.constant('held' as const), case: fc.constantFrom(...holdCases) }),
				fc.record({ type: fc.constant('resolved' as const), as: fc.constantFrom(...ends) }),
			),
		}),
		{ maxLength: 80 },
	)
	.map((rows) =>
		rows.map(({ ticket, change }, nth) => ({
			seq: nth + 1,
			at: Temporal.Instant.fromEpochMilliseconds(nth),
			ticket,
			...change,
		})),
	);
