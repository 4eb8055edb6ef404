import { describe, expect, test } from 'vitest';
import type { Receipt } from './hold.ts';
import type { Entry, OpenState } from './queue.ts';
import {
	awaitingCustomerBy,
	hasLapsed,
	inHandOf,
	mayPutBack,
	type OpenHold,
	type Standing,
	standingOf,
	stillOpen,
	turnOf,
	underEvaluationBy,
} from './ticket.ts';

const placedAt = Temporal.Instant.from('2026-11-23T09:00Z');
const lapsesAt = Temporal.Instant.from('2026-11-30T23:00Z');
const receipt: Receipt = { placedAt, timeZone: 'Europe/Rome', countedDays: [], skippedDays: [], lapsesAt };
const evaluation: OpenHold = { id: 1, placedAt, missing: [], receipt: undefined };
const request: OpenHold = { id: 2, placedAt, missing: ['tools-used'], receipt };
const open = (state: OpenState, agent?: number): Entry => ({
	lane: 'technical',
	product: 1,
	state,
	agent,
	reserved: undefined,
});

const anna = 7;
const bruno = 8;
const standings = {
	queued: { state: 'queued' },
	inHand: { state: 'in-hand', agent: anna },
	evaluated: { state: 'under-evaluation', agent: anna, hold: evaluation },
	awaiting: { state: 'awaiting-customer', agent: anna, hold: request, receipt },
	resolved: { state: 'resolved', as: 'solved', at: placedAt },
} satisfies Record<string, Standing>;
const { queued, inHand, evaluated, awaiting, resolved } = standings;
const whyResolved = { ok: false, refusal: { reason: 'resolved', as: 'solved', at: placedAt } };
const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });

describe('how a ticket stands', () => {
	const before = lapsesAt.subtract({ nanoseconds: 1 });

	test.each([
		['queued', { entry: open('queued'), hold: undefined }, queued],
		['in hand', { entry: open('in-hand', anna), hold: undefined }, inHand],
		['under evaluation, without any limit', { entry: open('under-evaluation', anna), hold: evaluation }, evaluated],
		[
			'awaiting the customer until just before the lapse',
			{ entry: open('awaiting-customer', anna), hold: request },
			awaiting,
		],
	])('%s', (_, record, standing) => {
		expect(standingOf({ ...record, resolution: undefined }, before)).toEqual(standing);
	});

	test('from the instant of the lapse on it is resolved, though nothing has written it down (P5)', () => {
		const record = { entry: open('awaiting-customer', anna), hold: request, resolution: undefined };
		const lapsed = { state: 'resolved', as: 'lapsed', at: lapsesAt };
		expect(standingOf(record, lapsesAt)).toEqual(lapsed);
		expect(standingOf(record, lapsesAt.add({ hours: 9000 }))).toEqual(lapsed);
	});

	test('resolved stays resolved, whatever else is recorded', () => {
		const record = { entry: undefined, hold: undefined, resolution: { as: 'solved', at: placedAt } } as const;
		expect(standingOf(record, before)).toEqual(resolved);
	});

	test.each([
		['neither open nor resolved', { entry: undefined, hold: undefined }],
		['in hand of nobody', { entry: open('in-hand'), hold: undefined }],
		['on hold without its hold', { entry: open('under-evaluation', anna), hold: undefined }],
		['awaiting without a receipt', { entry: open('awaiting-customer', anna), hold: evaluation }],
	])('what must not be throws: %s', (_, record) => {
		expect(() => standingOf({ ...record, resolution: undefined }, before)).toThrow();
	});
});

test('a reply at the instant of the lapse is too late, one just before is not (P5)', () => {
	expect(hasLapsed({ lapsesAt }, lapsesAt)).toBe(true);
	expect(hasLapsed({ lapsesAt }, lapsesAt.subtract({ nanoseconds: 1 }))).toBe(false);
});

test('whose turn it is', () => {
	expect(Object.values(standings).map(({ state }) => turnOf(state))).toEqual([
		'support',
		'in-hand',
		'support',
		'customer',
		'resolved',
	]);
});

describe('who may do what (P4)', () => {
	test.each([
		['the agent who has it in hand', inHand, anna, { ok: true, value: inHand }],
		['a colleague', inHand, bruno, refusedFor('not-in-hand')],
		['nobody while it is queued', queued, anna, refusedFor('not-in-hand')],
		['nobody while it is on hold', evaluated, anna, refusedFor('not-in-hand')],
		['nobody once it is resolved', resolved, anna, whyResolved],
	])('replying, holding and resolving: %s', (_, standing, agent, outcome) => {
		expect(inHandOf(standing, agent)).toEqual(outcome);
	});

	test.each([
		['the agent who placed it', evaluated, anna, { ok: true, value: evaluated }],
		['a colleague', evaluated, bruno, refusedFor('not-your-hold')],
		['nobody when it is not under evaluation', awaiting, anna, refusedFor('not-under-evaluation')],
		['nobody once it is resolved', resolved, anna, whyResolved],
	])('resuming an evaluation: %s', (_, standing, agent, outcome) => {
		expect(underEvaluationBy(standing, agent)).toEqual(outcome);
	});

	test.each([
		['the agent who asked', awaiting, anna, { ok: true, value: awaiting }],
		['a colleague', awaiting, bruno, refusedFor('not-your-hold')],
		['nobody when nothing is awaited', inHand, anna, refusedFor('not-awaiting-customer')],
		['nobody once it is resolved', resolved, anna, whyResolved],
	])('withdrawing a request: %s', (_, standing, agent, outcome) => {
		expect(awaitingCustomerBy(standing, agent)).toEqual(outcome);
	});

	test.each([
		['the agent their own', inHand, { id: anna, supervises: false }, { ok: true, value: inHand }],
		['a colleague no other', inHand, { id: bruno, supervises: false }, refusedFor('not-in-hand')],
		['a supervisor any in hand', inHand, { id: bruno, supervises: true }, { ok: true, value: inHand }],
		['a supervisor any under evaluation', evaluated, { id: bruno, supervises: true }, { ok: true, value: evaluated }],
		['an agent resumes an evaluation instead', evaluated, { id: anna, supervises: false }, refusedFor('not-in-hand')],
		['what the customer owes is not put back', awaiting, { id: bruno, supervises: true }, refusedFor('not-in-hand')],
		['what is queued is not put back', queued, { id: bruno, supervises: true }, refusedFor('not-in-hand')],
		['resolved is final', resolved, { id: bruno, supervises: true }, whyResolved],
	])('putting back: %s', (_, standing, agent, outcome) => {
		expect(mayPutBack(standing, agent)).toEqual(outcome);
	});

	test('the customer may act on whatever is not resolved; resolved is final (P5)', () => {
		for (const standing of [queued, inHand, evaluated, awaiting])
			expect(stillOpen(standing)).toEqual({ ok: true, value: standing });
		expect(stillOpen(resolved)).toEqual(whyResolved);
	});
});
