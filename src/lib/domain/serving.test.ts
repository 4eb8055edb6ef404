import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agents, historyOf, honestHistory } from '../../../tests/support/histories.ts';
import { NaiveHouse } from '../../../tests/support/naive.ts';
import { apply, type Change, emptyQueue, type Fact, fold, type Lane, type Queue } from './queue.ts';
import { nextInLine, reservationFor } from './serving.ts';

const noon = Temporal.Instant.from('2026-11-23T11:00Z');
const hence = (minutes: number) => noon.add({ minutes });
const log = (...changes: Change[]): Fact[] => changes.map((change, nth) => ({ seq: nth + 1, at: noon, ...change }));
const opened = (ticket: number, lane: Lane = 'technical', product = 1) =>
	({ type: 'opened', ticket, lane, product }) as const;
const comesBack = (ticket: number, until: Temporal.Instant) => [
	{ type: 'taken', ticket, agent: 7 } as const,
	{ type: 'queued', ticket, reason: 'resumed', reserved: { for: 7, until } } as const,
];
const covering = (...covers: number[]) => ({ type: 'coverage', agent: 9, covers }) as const;
const consultancy = (ticket: number) => opened(ticket, 'consultancy');

describe('who is given which ticket next (P4, P6)', () => {
	test.each([
		[
			'one of software the agent does not cover is for somebody else',
			[opened(1), opened(2, 'technical', 2), covering(2)],
			2,
		],
		['an agent who covers nothing is given nothing', [opened(1), covering()], undefined],
		[
			'coverage undone, every software is covered again',
			[opened(1), covering(), { type: 'coverage', agent: 9, covers: undefined } as const],
			1,
		],
		['one kept for a colleague is passed over', [opened(1), opened(2), ...comesBack(1, hence(1))], 2],
		['the end of the reservation is not within it', [opened(1), opened(2), ...comesBack(1, noon)], 1],
		[
			'a technical one kept for a colleague keeps consultancy waiting',
			[opened(1), consultancy(2), ...comesBack(1, hence(1))],
			undefined,
		],
		[
			'so does one of software the agent does not cover',
			[opened(1, 'technical', 2), consultancy(2), covering(1)],
			undefined,
		],
	])('%s', (_, changes: Change[], next) => {
		expect(nextInLine(fold(log(...changes)), 9, noon)).toBe(next);
	});

	test('the colleague it is kept for is given it at once, and only in its turn', () => {
		const changes = [opened(1), opened(2), ...comesBack(1, hence(1))];
		expect(nextInLine(fold(log(...changes)), 7, noon)).toBe(1);
		expect(nextInLine(fold(log(opened(1), opened(2), ...comesBack(2, hence(1)))), 7, noon)).toBe(1);
	});
});

describe('for whom a ticket that leaves a hold is kept (P4)', () => {
	test.each([
		['its agent, who is on duty', true, undefined, 60, { for: 9, until: hence(60) }],
		['its agent, who covers its product', true, [1, 2], 60, { for: 9, until: hence(60) }],
		['nobody, when its agent does not cover its product', true, [2], 60, undefined],
		['nobody, when its agent is off duty', false, undefined, 60, undefined],
		['nobody, when the log has never told the duty of its agent', undefined, undefined, 60, undefined],
		['nobody, when the policy reserves for no minutes', true, undefined, 0, undefined],
	])('%s', (_, onDuty, covers, minutes, kept) => {
		expect(reservationFor({ id: 9, onDuty, covers }, 1, minutes, noon)).toStrictEqual(kept);
	});
});

/** Runs through a history and shows the queue, real and naive, as each fact finds it. */
function replay(facts: Fact[], look: (fact: Fact, queue: Queue, naive: NaiveHouse) => void): void {
	const queue = emptyQueue();
	const naive = new NaiveHouse();
	for (const fact of facts) {
		look(fact, queue, naive);
		apply(queue, fact);
		naive.take(fact);
	}
}

describe('for any of 10,000 histories, by any number of agents', () => {
	test('at every taking the next in line is the lowest arrival the agent may serve: no overtaking, technical first', () => {
		fc.assert(
			fc.property(honestHistory, (facts) => {
				replay(facts, (fact, queue, naive) => {
					if (fact.type !== 'taken') return;
					const next = nextInLine(queue, fact.agent, fact.at);
					if (next !== naive.next(fact.agent, fact.at)) expect(next).toBe(naive.next(fact.agent, fact.at));
					expectNobodyPassed(naive, fact.agent, next, fact.at);
				});
			}),
			{ numRuns: 10_000 },
		);
	}, 60_000);

	test('to each agent, at each moment of a reservation, the same ticket is next as to a naive reader', () => {
		fc.assert(
			fc.property(honestHistory, (facts) => {
				const queue = fold(facts);
				const naive = NaiveHouse.after(facts);
				const ends = [...naive.tickets.values()].flatMap(({ reserved }) => (reserved ? [reserved.until] : []));
				const moments = [...ends, ...ends.map((end) => end.subtract({ nanoseconds: 1 })), facts.at(-1)?.at ?? noon];
				for (const at of moments) {
					for (const agent of agents) expect(nextInLine(queue, agent, at)).toBe(naive.next(agent, at));
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	test('these histories know whatever bears on who is next', () => {
		const seen = new Set<string>();
		for (let seed = 0; seed < 300; seed++) {
			replay(historyOf(seed, 100), (fact, _, naive) => {
				seen.add(fact.type === 'queued' ? `${fact.reason}${fact.reserved ? ' reserved' : ''}` : fact.type);
				if (fact.type !== 'taken') return;
				const { reserved, lane } = naive.tickets.get(fact.ticket) ?? {};
				if (lane === 'consultancy') seen.add('consultancy taken');
				if (reserved) seen.add(Temporal.Instant.compare(fact.at, reserved.until) < 0 ? 'kept, taken' : 'kept too long');
				if (
					naive.which((_, number) => number < fact.ticket).some((each) => naive.isKeptFrom(fact.agent, each, fact.at))
				)
					seen.add('kept one passed over');
			});
		}
		expect([...seen].sort()).toEqual(
			[
				...['opened', 'taken', 'held', 'moved', 'corrected', 'resolved', 'merged', 'duty', 'coverage', 'policy'],
				...['put-back', 'off-duty', 'disabled', 'replied', 'withdrawn', 'resumed', 'handed-over reserved'],
				...['replied reserved', 'withdrawn reserved', 'resumed reserved'],
				...['consultancy taken', 'kept, taken', 'kept too long', 'kept one passed over'],
			].sort(),
		);
	});
});

/** The law itself, said again without asking who is next. */
function expectNobodyPassed(naive: NaiveHouse, agent: number, taken: number | undefined, at: Temporal.Instant): void {
	if (taken === undefined) throw new Error('Somebody was served, and nobody was next.');
	for (const [number, ticket] of naive.tickets) {
		if (ticket.state !== 'queued') continue;
		const technicalPassed = ticket.lane === 'technical' && naive.tickets.get(taken)?.lane === 'consultancy';
		const earlierPassed = number < taken && naive.mayServe(agent, number, at);
		if (technicalPassed || earlierPassed) throw new Error(`Ticket ${number} was passed over for ${taken} by ${agent}.`);
	}
}
