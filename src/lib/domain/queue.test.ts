import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agents, anyRows, honestHistory } from '../../../tests/support/histories.ts';
import { inWords, NaiveHouse } from '../../../tests/support/naive.ts';
import { apply, type Change, emptyQueue, entryAfter, type Fact, fold, type Lane } from './queue.ts';
import { queueFrom, storedQueue } from './queue-json.ts';
import { nextInLine, placeOf } from './serving.ts';

const log = (...changes: Change[]): Fact[] =>
	changes.map((change, nth) => ({ seq: nth + 1, at: Temporal.Instant.fromEpochMilliseconds(nth), ...change }));
const opened = (ticket: number, lane: Lane = 'technical') => ({ type: 'opened', ticket, lane, product: 1 }) as const;
const taken = (ticket: number, agent = 1) => ({ type: 'taken', ticket, agent }) as const;
const held = (ticket: number) => ({ type: 'held', ticket, case: 'awaiting-customer' }) as const;
const queued = (ticket: number) => ({ type: 'queued', ticket, reason: 'replied' }) as const;
const resolved = (ticket: number) => ({ type: 'resolved', ticket, as: 'solved' }) as const;

const later = Temporal.Instant.from('2026-11-23T12:00Z');

describe('who is next (P4, P6)', () => {
	test.each([
		['nobody waits', [], undefined],
		['the first to arrive', [opened(1), opened(2)], 1],
		['after it was taken, the second', [opened(1), opened(2), taken(1)], 2],
		['one that leaves a hold is queued at its old number', [opened(1), taken(1), held(1), opened(2), queued(1)], 1],
		['one on hold does not keep others waiting', [opened(1), taken(1), held(1), opened(2)], 2],
		['a technical one before an earlier consultancy', [opened(1, 'consultancy'), opened(2)], 2],
		['consultancy once no technical one is queued', [opened(1, 'consultancy'), opened(2), taken(2)], 1],
		['one resolved while queued leaves', [opened(1), opened(2), resolved(1)], 2],
	])('%s', (_, changes, next) => {
		expect(nextInLine(fold(log(...changes)), 1, later)).toBe(next);
	});
});

test('the place tells how many go before, and for consultancy every technical one (P6)', () => {
	const queue = fold(
		log(opened(1), opened(2, 'consultancy'), opened(3), opened(4, 'consultancy'), opened(5), taken(1)),
	);
	expect(placeOf(queue, 5)).toEqual({ lane: 'technical', ahead: 1, technicalAhead: 0 });
	expect(placeOf(queue, 4)).toEqual({ lane: 'consultancy', ahead: 1, technicalAhead: 2 });
	expect(placeOf(queue, 1)).toBeUndefined();
	expect(placeOf(queue, 9)).toBeUndefined();
});

test('an entry keeps its lane and product through a hold, and names who placed it', () => {
	const entry = { lane: 'technical', product: 7, state: 'in-hand', agent: 3, reserved: undefined } as const;
	expect(entryAfter(entry, held(1))).toEqual({ ...entry, state: 'awaiting-customer' });
	expect(entryAfter({ ...entry, state: 'awaiting-customer' }, queued(1))).toEqual({
		...entry,
		state: 'queued',
		agent: undefined,
	});
});

describe('for any history', () => {
	test('the fold is what a naive reading of the log says, row for row, in 10,000 that keep the policy', () => {
		fc.assert(
			fc.property(honestHistory, (facts) => {
				expect(inWords(fold(facts))).toBe(NaiveHouse.after(facts).toString());
			}),
			{ numRuns: 10_000 },
		);
	}, 60_000);

	test('and so it is of rows that cannot be', () => {
		fc.assert(
			fc.property(anyRows, (facts) => {
				const queue = emptyQueue();
				const naive = new NaiveHouse();
				for (const fact of facts) {
					apply(queue, fact);
					naive.take(fact);
				}
				expect(inWords(queue)).toBe(naive.toString());
				for (const agent of agents) expect(nextInLine(queue, agent, later)).toBe(naive.next(agent, later));
			}),
			{ numRuns: 1_000 },
		);
	});

	test('a queue that was stored on the way goes on as if it had not been', () => {
		fc.assert(
			fc.property(honestHistory, fc.nat(150), (facts, until) => {
				const stored = JSON.stringify(storedQueue(fold(facts.slice(0, until))));
				const queue = queueFrom(JSON.parse(stored));
				for (const fact of facts.slice(until)) apply(queue, fact);
				expect(inWords(queue)).toBe(inWords(fold(facts)));
			}),
			{ numRuns: 500 },
		);
	});

	test('the place is the number of those that would be taken before, if nobody else came', () => {
		fc.assert(
			fc.property(honestHistory, (facts) => {
				const queue = fold(facts);
				const line = [...queue.queued.technical, ...queue.queued.consultancy];
				for (const [before, ticket] of line.entries()) {
					const place = placeOf(queue, ticket);
					expect(place && place.ahead + place.technicalAhead).toBe(before);
				}
			}),
		);
	});
});
