import fc from 'fast-check';
import { holdCases } from '#lib/domain/hold.ts';
import {
	type Change,
	type Fact,
	type Lane,
	lanes,
	queuedAgain,
	type Reservation,
	type TicketChange,
} from '#lib/domain/queue.ts';
import { type Dice, dice } from '../../src/cli/simulation/dice.ts';
import { NaiveHouse } from './naive.ts';

export const agents = [1, 2, 3, 4, 5];
export const products = [1, 2, 3];

/** The desk at the moment of the next act. */
export type Moment = { house: NaiveHouse; dice: Dice; at: Temporal.Instant; arrivals: number };

const oneOf = (throws: Dice, numbers: readonly number[]) => (numbers.length > 0 ? throws.among(numbers) : undefined);
const stateOf = ({ house }: Moment, ...states: string[]) => house.which(({ state }) => states.includes(state));
const again = (ticket: number, reason: (typeof queuedAgain)[number], reserved?: Reservation): Change => ({
	...{ type: 'queued', ticket, reason, reserved },
});

/** For the agent who had it, if on duty and covering its product, for as long as the policy says now. */
export function keptForHolder({ house, at }: Moment, ticket: number): Reservation | undefined {
	const { agent, product = 0 } = house.tickets.get(ticket) ?? {};
	const minutes = house.reservationMinutes;
	if (agent === undefined || !house.duty.get(agent) || !house.doesCover(agent, product) || minutes === 0)
		return undefined;
	return { for: agent, until: at.add({ minutes }) };
}

/** Colleagues to whom a ticket in hand may be given. */
export function colleaguesFor({ house }: Moment, ticket: number): number[] {
	const { agent: had, product = 0 } = house.tickets.get(ticket) ?? {};
	if (house.reservationMinutes === 0) return [];
	return agents.filter((each) => each !== had && house.duty.get(each) && house.doesCover(each, product));
}

type Act = (moment: Moment) => Change[];

/** On one ticket that stands so; nothing where none does. */
function onOne(states: string[], change: (moment: Moment, ticket: number) => Change | undefined): Act {
	return (moment) => {
		const ticket = oneOf(moment.dice, stateOf(moment, ...states));
		const made = ticket === undefined ? undefined : change(moment, ticket);
		return made ? [made] : [];
	};
}

const opens: Act = ({ dice, arrivals }) => [
	{ type: 'opened', ticket: arrivals + 1, lane: dice.among(lanes), product: dice.among(products) },
];

/** Whoever takes and was not on duty is from then on. */
const takes: Act = ({ house, dice, at }) => {
	const agent = dice.among(agents);
	const ticket = house.next(agent, at);
	if (ticket === undefined || house.inHandOf(agent).length >= house.inHandLimit) return [];
	const taken = { type: 'taken', ticket, agent, since: undefined } as const;
	return house.duty.get(agent) ? [taken] : [{ type: 'duty', agent, on: true }, taken];
};

const handsOver = onOne(['in-hand'], (moment, ticket) => {
	const colleague = oneOf(moment.dice, colleaguesFor(moment, ticket));
	if (colleague === undefined) return undefined;
	const until = moment.at.add({ minutes: moment.house.reservationMinutes });
	return again(ticket, 'handed-over', { for: colleague, until });
});

export const otherLane = ({ tickets }: NaiveHouse, ticket: number): Lane =>
	tickets.get(ticket)?.lane === 'technical' ? 'consultancy' : 'technical';

const corrects = onOne(['in-hand'], ({ house, dice }, ticket) => {
	const others = products.filter((product) => product !== house.tickets.get(ticket)?.product);
	return { type: 'corrected', ticket, product: dice.among(others) };
});

/** Two of one customer: one in hand with whoever merges, the other with nobody else; the later arrival leaves. */
const merges: Act = (moment) => {
	const mine = oneOf(moment.dice, stateOf(moment, 'in-hand'));
	const holder = mine === undefined ? undefined : moment.house.tickets.get(mine)?.agent;
	const others = moment.house.which(
		({ state, agent }, number) => number !== mine && (state !== 'in-hand' || agent === holder),
	);
	const other = oneOf(moment.dice, others);
	if (mine === undefined || other === undefined) return [];
	return [{ type: 'merged', ticket: Math.max(mine, other), into: Math.min(mine, other) }];
};

const changesDuty: Act = ({ house, dice }) => {
	const agent = dice.among(agents);
	if (!house.duty.get(agent)) return [{ type: 'duty', agent, on: true }];
	const reason = dice.among(['off-duty', 'disabled'] as const);
	return [...house.inHandOf(agent).map((ticket) => again(ticket, reason)), { type: 'duty', agent, on: false }];
};

const changesCoverage: Act = ({ dice }) => {
	const covers = dice.chance(0.4) ? undefined : products.filter(() => dice.chance(0.6));
	return [{ type: 'coverage', agent: dice.among(agents), covers }];
};

const changesPolicy: Act = ({ dice }) => [
	{
		type: 'policy',
		settings: { inHandLimit: dice.between(1, 5), reservationMinutes: dice.among([0, 1, 30, 60, 480]) },
	},
];

/** What may happen at a desk, by weight. */
const acts: readonly (readonly [number, Act])[] = [
	[20, opens],
	[20, takes],
	[7, onOne(['in-hand'], ({ dice }, ticket) => ({ type: 'held', ticket, case: dice.among(holdCases) }))],
	[5, onOne(['awaiting-customer'], (moment, ticket) => again(ticket, 'replied', keptForHolder(moment, ticket)))],
	[2, onOne(['awaiting-customer'], (moment, ticket) => again(ticket, 'withdrawn', keptForHolder(moment, ticket)))],
	[4, onOne(['under-evaluation'], (moment, ticket) => again(ticket, 'resumed', keptForHolder(moment, ticket)))],
	[3, onOne(['in-hand', 'under-evaluation'], (_, ticket) => again(ticket, 'put-back'))],
	[3, handsOver],
	[3, onOne(['in-hand'], ({ house }, ticket) => ({ type: 'moved', ticket, lane: otherLane(house, ticket) }))],
	[2, corrects],
	[3, onOne(['in-hand'], (_, ticket) => ({ type: 'resolved', ticket, as: 'solved' }))],
	[1, onOne(['awaiting-customer'], (_, ticket) => ({ type: 'resolved', ticket, as: 'lapsed' }))],
	[
		1,
		onOne(['queued', 'in-hand', 'under-evaluation', 'awaiting-customer'], (_, ticket) => ({
			...{ type: 'resolved', ticket, as: 'closed-by-customer' },
		})),
	],
	[1, merges],
	[4, changesDuty],
	[2, changesCoverage],
	[1, changesPolicy],
];

const start = Temporal.Instant.from('2026-11-23T08:00Z');

/** From nothing at all to hours, so that a reservation is met while it binds, at its very end, and after. */
function pause(throws: Dice): Temporal.DurationLike {
	return throws.weighed<Temporal.DurationLike>([
		[2, { seconds: 0 }],
		[6, { seconds: throws.below(90) }],
		[3, { minutes: throws.below(70) }],
		[1, { hours: throws.below(9) }],
	]);
}

/** Whoever has the ticket, or the one it is merged into, in hand or on hold; nobody in particular where no agent does. */
function actorOf({ tickets }: NaiveHouse, change: Change): number | null {
	if ('agent' in change) return change.agent;
	if (change.ticket === undefined) return null;
	const of = change.type === 'merged' && tickets.get(change.ticket)?.state !== 'in-hand' ? change.into : change.ticket;
	return tickets.get(of)?.agent ?? null;
}

/** A history that keeps the policy, as `seed` has it; a shorter one of the same seed is its beginning. */
export function historyOf(seed: number, length: number): Fact[] {
	const facts: Fact[] = [];
	const moment: Moment = { house: new NaiveHouse(), dice: dice(seed), at: start, arrivals: 0 };
	for (let nth = 0; nth < length; nth++) {
		moment.at = moment.at.add(pause(moment.dice));
		for (const change of moment.dice.weighed(acts)(moment)) {
			const actor = actorOf(moment.house, change);
			moment.house.take(change);
			if (change.type === 'opened') moment.arrivals += 1;
			facts.push({ seq: facts.length + 1, at: moment.at, actor, ...change });
		}
	}
	return facts;
}

/** Any of them; a failure is shrunk to the shortest beginning that fails. */
export const honestHistory: fc.Arbitrary<Fact[]> = fc
	.tuple(fc.noShrink(fc.noBias(fc.nat(2 ** 32 - 1))), fc.integer({ min: 0, max: 90 }))
	.map(([seed, length]) => historyOf(seed, length));

const ends = ['solved', 'closed-by-customer', 'lapsed'] as const;
const anyAgent = fc.constantFrom(...agents);
const anyTicketChange: fc.Arbitrary<TicketChange> = fc.oneof(
	fc.record({
		type: fc.constant('opened' as const),
		lane: fc.constantFrom(...lanes),
		product: fc.constantFrom(...products),
	}),
	fc.record({ type: fc.constant('taken' as const), agent: anyAgent }),
	fc.record({
		type: fc.constant('queued' as const),
		reason: fc.constantFrom(...queuedAgain),
		reserved: fc.option(fc.record({ for: anyAgent, until: fc.constant(start) }), { nil: undefined }),
	}),
	fc.record({ type: fc.constant('held' as const), case: fc.constantFrom(...holdCases) }),
	fc.record({ type: fc.constant('moved' as const), lane: fc.constantFrom(...lanes) }),
	fc.record({ type: fc.constant('corrected' as const), product: fc.constantFrom(...products) }),
	fc.record({ type: fc.constant('resolved' as const), as: fc.constantFrom(...ends) }),
	fc.record({ type: fc.constant('merged' as const), into: fc.constant(1) }),
);

const anyChange: fc.Arbitrary<Change> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc
			.tuple(fc.integer({ min: 1, max: 12 }), anyTicketChange)
			.map(([ticket, change]) => ({ ticket, ...change })),
	},
	fc.record({ type: fc.constant('duty' as const), agent: anyAgent, on: fc.boolean() }),
	fc.record({
		type: fc.constant('coverage' as const),
		agent: anyAgent,
		covers: fc.option(fc.subarray(products), { nil: undefined }),
	}),
	fc.record({
		type: fc.constant('policy' as const),
		settings: fc.record({ inHandLimit: fc.integer({ min: 1, max: 5 }), reservationMinutes: fc.nat(480) }),
	}),
);

/** Any rows at all, possible or not: what a damaged log may hold. */
export const anyRows: fc.Arbitrary<Fact[]> = fc
	.array(anyChange, { maxLength: 80 })
	.map((rows) => rows.map((change, nth) => ({ seq: nth + 1, at: start.add({ seconds: nth }), ...change })));
