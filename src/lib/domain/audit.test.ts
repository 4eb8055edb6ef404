import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dishonesties, withDishonesty } from '../../../tests/support/dishonesty.ts';
import { anyRows, honestHistory } from '../../../tests/support/histories.ts';
import { Audit, type AuditReport } from './audit.ts';
import { type Change, type Fact, fold, type Lane, type Reservation } from './queue.ts';

function audited(facts: Iterable<Fact>): AuditReport {
	const audit = new Audit();
	for (const fact of facts) audit.read(fact);
	return audit.report();
}

const noon = Temporal.Instant.from('2026-11-23T11:00Z');
const log = (...changes: Change[]): Fact[] =>
	changes.map((change, nth) => ({ seq: nth + 1, at: noon.add({ seconds: nth }), ...change }));
const opened = (ticket: number, lane: Lane = 'technical') => ({ type: 'opened', ticket, lane, product: 1 }) as const;
const taken = (ticket: number) => ({ type: 'taken', ticket, agent: 9 }) as const;
const queued = (ticket: number) => ({ type: 'queued', ticket, reason: 'put-back' }) as const;
const held = (ticket: number) => ({ type: 'held', ticket, case: 'under-evaluation' }) as const;
const solved = (ticket: number) => ({ type: 'resolved', ticket, as: 'solved' }) as const;
const closed = (ticket: number) => ({ type: 'resolved', ticket, as: 'closed-by-customer' }) as const;

test('an empty log is in order', () => {
	expect(audited([])).toEqual({ facts: 0, takings: 0, overtakings: 0, findings: [] });
});

describe('no overtaking (P4), technical before consultancy (P6)', () => {
	test('a taking that went past an earlier arrival is found, with those it went past', () => {
		expect(audited(log(opened(1), opened(2), opened(3), taken(3)))).toMatchObject({
			takings: 1,
			overtakings: 1,
			findings: [{ seq: 4, ticket: 3, agent: 9, wrong: 'overtaking', ahead: [1, 2] }],
		});
	});

	test('a consultancy taken while a technical one is queued is found, though it arrived first', () => {
		expect(audited(log(opened(1, 'consultancy'), opened(2), taken(1)))).toMatchObject({
			overtakings: 1,
			findings: [{ seq: 3, ticket: 1, agent: 9, wrong: 'consultancy-before-technical', ahead: [2] }],
		});
	});

	test('a taking against both is one overtaking with two findings', () => {
		const { overtakings, findings } = audited(
			log(opened(1, 'consultancy'), opened(2), opened(3, 'consultancy'), taken(3)),
		);
		expect(overtakings).toBe(1);
		expect(findings.map(({ wrong }) => wrong)).toEqual(['overtaking', 'consultancy-before-technical']);
	});

	test.each([
		['an earlier consultancy may be passed by a technical one', [opened(1, 'consultancy'), opened(2), taken(2)]],
		['one in hand or on hold is not passed over', [opened(1), taken(1), held(1), opened(2), taken(2)]],
		['one put back is first again', [opened(1), opened(2), taken(1), queued(1), taken(1), solved(1), taken(2)]],
		['one closed while queued is not passed over', [opened(1), opened(2), closed(1), taken(2)]],
	])('%s', (_, changes) => {
		expect(audited(log(...changes))).toMatchObject({ overtakings: 0, findings: [] });
	});

	test.each([
		['a later one', [opened(1), opened(2), taken(1), { type: 'merged', ticket: 1, into: 2 } as const]],
		[
			'one that is resolved',
			[opened(1), opened(2), closed(1), taken(2), { type: 'merged', ticket: 2, into: 1 } as const],
		],
		['itself', [opened(1), taken(1), { type: 'merged', ticket: 1, into: 1 } as const]],
	])('a ticket joined to %s is found: the earlier arrival number stays', (_, changes) => {
		expect(audited(log(...changes)).findings.map(({ wrong }) => wrong)).toEqual(['merged-into']);
	});

	test('a long line passed over is named by its first ten', () => {
		const line = Array.from({ length: 30 }, (_, nth) => opened(nth + 1));
		const [finding] = audited(log(...line, taken(30))).findings;
		expect(finding).toMatchObject({ ahead: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
	});
});

describe('the log itself is proved', () => {
	const honest = log(opened(1), opened(2), taken(1), held(1));

	test.each([
		['a row is missing', honest.toSpliced(1, 1), { seq: 3, wrong: 'gap', expected: 2 }],
		['the first row is missing', honest.slice(1), { seq: 2, wrong: 'gap', expected: 1 }],
		['a row is there twice', honest.toSpliced(1, 0, honest[0] as Fact), { seq: 1, wrong: 'gap', expected: 2 }],
		[
			'time runs back',
			honest.with(2, { ...(honest[2] as Fact), at: noon.subtract({ seconds: 1 }) }),
			{ seq: 3, wrong: 'time-runs-back' },
		],
		[
			'an arrival number was left out',
			log(opened(1), opened(3)),
			{ seq: 2, wrong: 'arrival-out-of-order', expected: 2 },
		],
		['an arrival number was given twice', log(opened(1), opened(1)), { seq: 2, wrong: 'impossible', state: 'queued' }],
	])('%s', (_, facts, finding) => {
		expect(audited(facts).findings).toContainEqual(expect.objectContaining(finding));
	});

	test.each([
		[[opened(1), taken(1), taken(1)], { seq: 3, fact: 'taken', state: 'in-hand' }],
		[[opened(1), queued(1)], { seq: 2, fact: 'queued', reason: 'put-back', state: 'queued' }],
		[[opened(1), held(1)], { seq: 2, fact: 'held', state: 'queued' }],
		[[opened(1), solved(1)], { seq: 2, fact: 'resolved', reason: 'solved', state: 'queued' }],
		[[opened(1), closed(1), taken(1)], { seq: 3, fact: 'taken', state: 'absent' }],
		[[opened(1), closed(1), closed(1)], { seq: 3, fact: 'resolved', reason: 'closed-by-customer', state: 'absent' }],
	])('a fact that cannot follow is found: %#', (changes, finding) => {
		expect(audited(log(...changes)).findings).toContainEqual({ ...finding, ticket: 1, wrong: 'impossible' });
	});
});

describe('a reservation, where the log has not told the duty of the agent who had the ticket (P4)', () => {
	const until = noon.add({ seconds: 3, minutes: 60 });
	const resumed = (reserved?: Reservation): Fact[] =>
		log(opened(1), taken(1), held(1), { type: 'queued', ticket: 1, reason: 'resumed', reserved });

	test.each([
		['for nobody', undefined],
		['for that agent, for as long as the policy says', { for: 9, until }],
	])('%s is in order', (_, reserved) => {
		expect(audited(resumed(reserved)).findings).toEqual([]);
	});

	test.each([
		['for another', { for: 8, until }],
		['for that agent, for longer', { for: 9, until: until.add({ seconds: 1 }) }],
	])('%s is found', (_, reserved) => {
		const found = { seq: 4, ticket: 1, wrong: 'reservation', expected: 9, minutes: 60 };
		expect(audited(resumed(reserved)).findings).toEqual([found]);
	});
});

test('a reservation for the agent who had the ticket, and does not cover its product, is found (P4)', () => {
	const leaving = (covers: number[], reserved: Reservation): Fact[] =>
		log(
			...[opened(1), { type: 'duty', agent: 9, on: true } as const, taken(1), held(1)],
			...[{ type: 'coverage', agent: 9, covers } as const],
			{ type: 'queued', ticket: 1, reason: 'resumed', reserved },
		);
	const kept = { for: 9, until: noon.add({ seconds: 5, minutes: 60 }) };
	expect(audited(leaving([1], kept)).findings).toEqual([]);
	expect(audited(leaving([2], kept)).findings).toMatchObject([{ seq: 6, wrong: 'reservation', expected: undefined }]);
});

test('a log that tells neither duty nor hand-overs, and that an administrator put tickets back, is in order', () => {
	const by = (actor: number, change: Change) => ({ actor, ...change });
	const facts = log(opened(1), opened(2), taken(1), by(9, held(1)), by(9, closed(1)), taken(2), by(3, queued(2)));
	expect(audited(facts).findings).toEqual([]);
});

describe('for any history', () => {
	test('10,000 that keep the policy pass, every taking checked', () => {
		fc.assert(
			fc.property(honestHistory, (facts) => {
				const takings = facts.filter(({ type }) => type === 'taken').length;
				expect(audited(facts)).toEqual({ facts: facts.length, takings, overtakings: 0, findings: [] });
			}),
			{ numRuns: 10_000 },
		);
	}, 60_000);

	test.each(Object.entries(dishonesties))('it is found, at its row, when %s', (_, kind) => {
		let found = 0;
		fc.assert(
			fc.property(honestHistory, fc.noShrink(fc.nat()), (honest, seed) => {
				const put = withDishonesty(honest, kind, seed);
				if (!put) return;
				const { findings } = audited(put.facts);
				expect(findings[0]?.seq).toBe(put.seq);
				expect(findings).toContainEqual(expect.objectContaining({ seq: put.seq, ...put.wrong }));
				found += 1;
			}),
			{ numRuns: 300 },
		);
		// A kind for which the histories have no place would prove nothing.
		expect(found).toBeGreaterThan(50);
	});

	test('the audit ends with the very queue the fold gives, whatever the rows', () => {
		fc.assert(
			fc.property(anyRows, (facts) => {
				const audit = new Audit();
				for (const fact of facts) audit.read(fact);
				expect(audit.queue).toEqual(fold(facts));
			}),
		);
	});
});
