import { expect, test } from 'vitest';
import { honestLog } from '../../../tests/support/honest-log.ts';
import { type CouldServe, explainTaking, type Step, stepOf } from './explain.ts';
import { apply, type Change, emptyQueue, type Fact, fold } from './queue.ts';
import { isReservedForAnother } from './serving.ts';

const noon = Temporal.Instant.from('2026-11-23T11:00Z');
const until = noon.add({ minutes: 60 });
const log = (...changes: Change[]): Fact[] =>
	changes.map((change, nth) => ({ seq: nth + 1, at: noon.add({ seconds: nth }), ...change }));
const opened = (ticket: number, lane: 'technical' | 'consultancy' = 'technical', product = 1): Change => ({
	...{ type: 'opened', ticket, lane, product },
});
const duty = (agent: number, on = true): Change => ({ type: 'duty', agent, on });
const covers = (agent: number, ...products: number[]): Change => ({ type: 'coverage', agent, covers: products });

/** Of the last of the changes, which is a taking. */
function explained(...changes: Change[]) {
	const facts = log(...changes);
	const taken = facts.at(-1) as Fact & { type: 'taken' };
	return explainTaking(fold(facts.slice(0, -1)), taken);
}

test('each ticket that was queued before it is named with the rule that kept it from this agent', () => {
	const explanation = explained(
		...[duty(7), covers(7, 1), duty(8)],
		...[opened(1, 'consultancy'), opened(2, 'technical', 2), opened(3), opened(4), opened(5)],
		{ type: 'taken', ticket: 3, agent: 8 },
		{ type: 'held', ticket: 3, case: 'awaiting-customer' },
		{ type: 'queued', ticket: 3, reason: 'replied', reserved: { for: 8, until } },
		{ type: 'taken', ticket: 4, agent: 7 },
	);
	expect(explanation?.before).toEqual([
		{ ticket: 1, lane: 'consultancy', product: 1, reserved: undefined, because: 'technical-first' },
		{ ticket: 2, lane: 'technical', product: 2, reserved: undefined, because: 'not-covered' },
		{ ticket: 3, lane: 'technical', product: 1, reserved: { for: 8, until }, because: 'reserved' },
	]);
	expect(explanation).toMatchObject({ ticket: 4, agent: 7, lane: 'technical', technicalQueued: 4 });
});

test('of every agent it is told whether they could have served it', () => {
	const explanation = explained(
		...[1, 2, 3, 5, 6].map((agent) => duty(agent)),
		...[covers(4, 1), covers(3, 9), duty(6, false)],
		...[opened(1), opened(2)],
		{ type: 'taken', ticket: 1, agent: 2 },
		{ type: 'taken', ticket: 2, agent: 1 },
	);
	expect(explanation?.agents.map(({ agent, could }) => [agent, could])).toEqual([
		[1, 'took'],
		[2, 'in-hand-limit'],
		[3, 'not-covered'],
		[4, 'duty-untold'],
		[5, 'could'],
		[6, 'off-duty'],
	] satisfies [number, CouldServe][]);
});

test('a ticket kept for one agent could not be served by another', () => {
	const explanation = explained(
		...[duty(1), duty(2), opened(1)],
		{ type: 'taken', ticket: 1, agent: 1 },
		{ type: 'queued', ticket: 1, reason: 'replied', reserved: { for: 1, until } },
		{ type: 'taken', ticket: 1, agent: 1 },
	);
	expect(explanation).toMatchObject({
		reserved: { for: 1, until },
		agents: [{ could: 'took' }, { could: 'reserved' }],
	});
});

test('where no rule kept an earlier one, that is what is told', () => {
	expect(explained(duty(1), opened(1), opened(2), { type: 'taken', ticket: 2, agent: 1 })?.before).toMatchObject([
		{ ticket: 1, because: 'nothing' },
	]);
	const consultancy = explained(opened(1, 'consultancy'), opened(2), { type: 'taken', ticket: 1, agent: 1 });
	expect(consultancy).toMatchObject({ lane: 'consultancy', technicalQueued: 1, before: [] });
});

test('a taking of what was not open has nothing to explain', () => {
	expect(explained({ type: 'taken', ticket: 1, agent: 1 })).toBeUndefined();
});

test.each([1, 2, 3])('in a log that keeps the policy every taking has its reasons (seed %i)', (seed) => {
	const queue = emptyQueue();
	const seen = new Set<string>();
	for (const fact of honestLog(seed, { agents: 6, products: 3, queued: 30 }).take(4_000)) {
		const step: Step | undefined = fact.ticket === undefined ? undefined : stepOf(queue, fact);
		const told = step?.explanation;
		if (told) {
			const queuedThen = [...queue.entries].filter(([, { state }]) => state === 'queued');
			expect(told.before.map(({ ticket }) => ticket)).toEqual(
				queuedThen
					.map(([ticket]) => ticket)
					.filter((ticket) => ticket < told.ticket)
					.sort((a, b) => a - b),
			);
			for (const { because, lane, reserved } of told.before) {
				seen.add(because);
				if (because === 'technical-first') expect([lane, told.lane]).toEqual(['consultancy', 'technical']);
				if (because === 'reserved') expect(isReservedForAnother({ reserved }, told.agent, told.at)).toBe(true);
			}
			if (told.lane === 'consultancy') expect(told.technicalQueued).toBe(0);
			expect(told.agents.filter(({ could }) => could === 'took')).toEqual([{ agent: told.agent, could: 'took' }]);
		}
		apply(queue, fact);
	}
	expect([...seen].sort()).toEqual(['not-covered', 'reserved', 'technical-first']);
});
