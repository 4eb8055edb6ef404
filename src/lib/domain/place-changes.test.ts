import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { honestHistory } from '../../../tests/support/histories.ts';
import { type PlaceChange, placeChanges, type Step, stepOf } from './place-changes.ts';
import { apply, type Change, emptyQueue, type Fact, type Lane, type Queue } from './queue.ts';
import { placeOf } from './serving.ts';

const noon = Temporal.Instant.from('2026-11-23T11:00Z');
const opened = (ticket: number, lane: Lane = 'technical') => ({ type: 'opened', ticket, lane, product: 1 }) as const;
const taken = (ticket: number) => ({ type: 'taken', ticket, agent: 9 }) as const;
const held = (ticket: number) => ({ type: 'held', ticket, case: 'awaiting-customer' }) as const;
const queued = (ticket: number, reason: 'replied' | 'put-back') => ({ type: 'queued', ticket, reason }) as const;
const closed = (ticket: number) => ({ type: 'resolved', ticket, as: 'closed-by-customer' }) as const;
const moved = (ticket: number, lane: Lane) => ({ type: 'moved', ticket, lane }) as const;
const merged = (ticket: number, into: number) => ({ type: 'merged', ticket, into }) as const;

/** Each fact a second after the one before; `from` is where one begins to look. */
function walk(...changes: Change[]): { queue: Queue; steps: Step[] } {
	return replay(changes.map((change, nth) => ({ seq: nth + 1, at: noon.add({ seconds: nth }), ...change })));
}

function replay(facts: readonly Fact[], queue = emptyQueue()): { queue: Queue; steps: Step[] } {
	const steps = facts.flatMap((fact) => {
		const step = stepOf(queue, fact);
		apply(queue, fact);
		return step ? [step] : [];
	});
	return { queue, steps };
}

const told = (changes: PlaceChange[]) => changes.map(({ because, lane, count }) => `${count} ${lane} ${because}`);

describe('why the place of a technical ticket changed', () => {
	const mine = { ticket: 3, lane: 'technical' } as const;
	const before = [opened(1), opened(2), opened(3)];

	test.each<{ happens: Change[]; says: string[] }>([
		{ happens: [taken(1)], says: ['1 technical taken'] },
		{ happens: [taken(1), taken(2)], says: ['2 technical taken'] },
		{ happens: [closed(2)], says: ['1 technical closed'] },
		{ happens: [merged(2, 1)], says: ['1 technical merged'] },
		{ happens: [taken(1), held(1)], says: ['1 technical taken'] },
		{ happens: [taken(1), held(1), queued(1, 'replied')], says: ['1 technical taken', '1 technical replied'] },
		{ happens: [taken(1), queued(1, 'put-back'), taken(1)], says: ['1 technical put-back', '2 technical taken'] },
	])('$says', ({ happens, says }) => {
		expect(told(placeChanges(mine, walk(...before, ...happens).steps))).toEqual(says);
	});

	test.each<{ what: string; happens: Change[] }>([
		{ what: 'who arrived later', happens: [opened(4), taken(4), queued(4, 'put-back')] },
		{ what: 'consultancy', happens: [opened(4, 'consultancy'), taken(4)] },
		{ what: 'what was in hand when it was resolved', happens: [opened(4), taken(4), closed(4)] },
	])('$what does not change it', ({ happens }) => {
		expect(placeChanges(mine, walk(...before, ...happens).steps)).toEqual([]);
	});

	test('what happened while it was not in the line itself is none of its changes', () => {
		const { steps } = walk(...before, taken(3), taken(1), queued(3, 'put-back'), taken(2));
		expect(told(placeChanges(mine, steps))).toEqual(['1 technical taken']);
	});

	test('the instant is that of the last of its kind', () => {
		const [change] = placeChanges(mine, walk(...before, taken(1), taken(2)).steps);
		expect(change?.at).toEqual(noon.add({ seconds: 4 }));
	});
});

test('a consultancy ticket waits for every technical one, whenever it arrived (P6)', () => {
	const { steps } = walk(opened(1, 'consultancy'), opened(2), opened(3), taken(2), moved(2, 'consultancy'));
	expect(told(placeChanges({ ticket: 1, lane: 'consultancy' }, steps))).toEqual([
		'2 technical opened',
		'1 technical taken',
	]);
	expect(told(placeChanges({ ticket: 4, lane: 'consultancy' }, steps))).toEqual([
		'1 consultancy opened',
		'2 technical opened',
		'1 technical taken',
		'1 consultancy moved',
	]);
});

const leaves = new Set<PlaceChange['because']>(['taken', 'closed', 'merged']);
const ahead = (changes: PlaceChange[], lane: Lane) =>
	changes
		.filter((change) => change.lane === lane)
		.reduce((sum, { because, count }) => sum + (leaves.has(because) ? -count : count), 0);

test('the changes told are the difference of the places, of every ticket that stayed, in every history', () => {
	fc.assert(
		fc.property(honestHistory, fc.nat(90), (facts, cut) => {
			const { queue: then } = replay(facts.slice(0, cut));
			const { queue: now, steps } = replay(facts.slice(cut), replay(facts.slice(0, cut)).queue);
			for (const ticket of now.entries.keys()) {
				const [before, after] = [placeOf(then, ticket), placeOf(now, ticket)];
				if (!before || !after || steps.some((step) => step.ticket === ticket)) continue;
				const changes = placeChanges({ ticket, lane: after.lane }, steps);
				expect(before.ahead + ahead(changes, after.lane)).toBe(after.ahead);
				const technical = after.lane === 'consultancy' ? ahead(changes, 'technical') : 0;
				expect(before.technicalAhead + technical).toBe(after.technicalAhead);
			}
		}),
		{ numRuns: 300 },
	);
});
