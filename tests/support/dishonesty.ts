import type { Finding } from '#lib/domain/audit.ts';
import { type Change, type Fact, openStates, type QueuedAgain } from '#lib/domain/queue.ts';
import { dice } from '../../src/cli/simulation/dice.ts';
import { agents, colleaguesFor, keptForHolder, type Moment, otherLane, products } from './histories.ts';
import { NaiveHouse } from './naive.ts';

type Wrong = Partial<Finding> & Pick<Finding, 'wrong'>;
/** A row that breaks the policy where the history stands, and what the audit is to say of it; nothing where none can. */
type Row = Change & Pick<Fact, 'actor'>;
type Dishonesty = (moment: Moment) => { change: Row; wrong: Wrong }[];

const numbersOf = ({ house }: Moment, state: string) => house.which((ticket) => ticket.state === state);

/** Every taking of one agent that has a hand free and is not off duty, so that nothing else is wrong with it. */
const takings = (moment: Moment, wrong: (agent: number, ticket: number) => Wrong | undefined) =>
	agents
		.filter((agent) => moment.house.duty.get(agent) !== false)
		.filter((agent) => moment.house.inHandOf(agent).length < moment.house.inHandLimit)
		.flatMap((agent) =>
			numbersOf(moment, 'queued').flatMap((ticket) => {
				const found = wrong(agent, ticket);
				return found ? [{ change: { type: 'taken', ticket, agent } as const, wrong: found }] : [];
			}),
		);

const entryOf = ({ house }: Moment, ticket: number) => house.tickets.get(ticket);
const outOfHold = (ticket: number, reserved: Extract<Change, { type: 'queued' }>['reserved']) =>
	({ type: 'queued', ticket, reason: 'replied', reserved }) as const;

/** From where each reason queues a ticket again. */
const queuedFrom: Record<QueuedAgain, readonly string[]> = {
	'put-back': ['in-hand', 'under-evaluation'],
	resumed: ['under-evaluation'],
	withdrawn: ['awaiting-customer'],
	replied: ['awaiting-customer'],
	'handed-over': ['in-hand'],
	'off-duty': ['in-hand'],
	disabled: ['in-hand'],
};

/** What only the agent does who has the ticket in hand, each otherwise as it has to be. */
const ofTheHolder = (moment: Moment, ticket: number): Change[] => [
	{ type: 'held', ticket, case: 'under-evaluation' },
	{ type: 'resolved', ticket, as: 'solved' },
	{ type: 'moved', ticket, lane: otherLane(moment.house, ticket) },
	...products
		.filter((product) => product !== entryOf(moment, ticket)?.product)
		.map((product) => ({ type: 'corrected', ticket, product }) as const),
	...numbersOf(moment, 'queued')
		.filter((other) => other < ticket)
		.map((into) => ({ type: 'merged', ticket, into }) as const),
	...colleaguesFor(moment, ticket).map((colleague) => ({
		...({ type: 'queued', ticket, reason: 'handed-over' } as const),
		reserved: { for: colleague, until: moment.at.add({ minutes: moment.house.reservationMinutes }) },
	})),
];

/** By name of what is done against the policy. */
export const dishonesties: Record<string, Dishonesty> = {
	'a ticket is taken past an earlier arrival': (moment) =>
		takings(moment, (agent, ticket) => {
			const ahead = moment.house.which(
				(_, number) => number < ticket && moment.house.mayServe(agent, number, moment.at),
			);
			if (!moment.house.mayServe(agent, ticket, moment.at) || ahead.length === 0) return undefined;
			return { wrong: 'overtaking', agent, ahead: ahead.slice(0, 10) };
		}),
	'a consultancy ticket is taken while a technical one is queued': (moment) =>
		takings(moment, (agent, ticket) => {
			const technical = moment.house.queued('technical');
			if (entryOf(moment, ticket)?.lane === 'technical' || technical.length === 0) return undefined;
			return { wrong: 'consultancy-before-technical', agent, ahead: technical.slice(0, 10) };
		}),
	'a ticket reserved for a colleague is taken': (moment) =>
		takings(moment, (agent, ticket) => {
			const { product = 0 } = entryOf(moment, ticket) ?? {};
			if (!moment.house.isKeptFrom(agent, ticket, moment.at) || !moment.house.doesCover(agent, product))
				return undefined;
			return { wrong: 'not-for-this-agent', agent, because: 'reserved' };
		}),
	'a ticket in a product the agent does not cover is taken': (moment) =>
		takings(moment, (agent, ticket) => {
			if (moment.house.doesCover(agent, entryOf(moment, ticket)?.product ?? 0)) return undefined;
			return { wrong: 'not-for-this-agent', agent, because: 'not-covered' };
		}),
	'one more is taken than an agent may have in hand': (moment) =>
		agents.flatMap((agent) => {
			const { house, at } = moment;
			const ticket = house.next(agent, at);
			if (ticket === undefined || house.inHandOf(agent).length < house.inHandLimit) return [];
			const wrong = { wrong: 'over-limit', agent, limit: house.inHandLimit } as const;
			return [{ change: { type: 'taken', ticket, agent } as const, wrong }];
		}),
	'a ticket is taken off duty': (moment) =>
		agents.flatMap((agent) => {
			const { house, at } = moment;
			const ticket = house.next(agent, at);
			if (ticket === undefined || house.duty.get(agent) !== false) return [];
			return [{ change: { type: 'taken', ticket, agent } as const, wrong: { wrong: 'off-duty', agent } as const }];
		}),
	'an agent goes off duty with tickets in hand': ({ house }) =>
		agents
			.filter((agent) => house.inHandOf(agent).length > 0)
			.map((agent) => ({ change: { type: 'duty', agent, on: false }, wrong: { wrong: 'left-in-hand', agent } })),
	'what leaves a hold is reserved for another than had it': (moment) =>
		numbersOf(moment, 'awaiting-customer').flatMap((ticket) => {
			const kept = keptForHolder(moment, ticket);
			const had = entryOf(moment, ticket)?.agent;
			if (had === undefined || moment.house.duty.get(had) === undefined) return [];
			const other = { for: (had % agents.length) + 1, until: kept?.until ?? moment.at.add({ minutes: 60 }) };
			return [{ change: outOfHold(ticket, other), wrong: { wrong: 'reservation', expected: kept?.for } as const }];
		}),
	'what leaves a hold is reserved for nobody, though its agent is on duty': (moment) =>
		numbersOf(moment, 'awaiting-customer').flatMap((ticket) => {
			const kept = keptForHolder(moment, ticket);
			if (!kept) return [];
			return [{ change: outOfHold(ticket, undefined), wrong: { wrong: 'reservation', expected: kept.for } as const }];
		}),
	'what leaves a hold is reserved a second longer or shorter than the policy says': (moment) =>
		numbersOf(moment, 'awaiting-customer').flatMap((ticket) => {
			const kept = keptForHolder(moment, ticket);
			if (!kept) return [];
			const wrong = { wrong: 'reservation', expected: kept.for } as const;
			return [-1, +1].map((seconds) => ({
				change: outOfHold(ticket, { ...kept, until: kept.until.add({ seconds }) }),
				wrong,
			}));
		}),
	'a ticket is queued again for a reason that is not its own': (moment) =>
		openStates.flatMap((state) =>
			numbersOf(moment, state).flatMap((ticket) =>
				(Object.keys(queuedFrom) as QueuedAgain[])
					.filter((reason) => !queuedFrom[reason].includes(state))
					.map((reason) => ({
						change: { type: 'queued', ticket, reason } as const,
						wrong: { wrong: 'impossible', fact: 'queued', reason, state } as const,
					})),
			),
		),
	'a ticket is solved that nobody has in hand, or lapses that awaits nobody': (moment) =>
		openStates.flatMap((state) =>
			numbersOf(moment, state).flatMap((ticket) => {
				const as = state === 'in-hand' ? 'lapsed' : 'solved';
				const change = { type: 'resolved', ticket, as } as const;
				return [{ change, wrong: { wrong: 'impossible', fact: 'resolved', reason: as, state } as const }];
			}),
		),
	'a ticket is moved to the lane it is in, or corrected to the product it is about': (moment) =>
		numbersOf(moment, 'in-hand').flatMap((ticket) => {
			const { lane = 'technical', product = 0 } = entryOf(moment, ticket) ?? {};
			const changes: Change[] = [
				{ type: 'moved', ticket, lane },
				{ type: 'corrected', ticket, product },
			];
			return changes.map((change) => ({ change, wrong: { wrong: 'nothing-changed', fact: change.type } as const }));
		}),
	'what is for the agent who has it in hand is recorded by another, or by nobody': (moment) =>
		numbersOf(moment, 'in-hand').flatMap((ticket) => {
			const others = [null, ...agents.filter((agent) => agent !== entryOf(moment, ticket)?.agent)];
			const recorded = (actor: number | null) =>
				ofTheHolder(moment, ticket).map((change) => ({
					change: { ...change, actor },
					wrong: { wrong: 'not-the-holder', actor, fact: change.type } as const,
				}));
			return others.flatMap(recorded);
		}),
	'what is put back is reserved': (moment) =>
		numbersOf(moment, 'in-hand').map((ticket) => ({
			change: {
				...{ type: 'queued', ticket, reason: 'put-back' },
				reserved: { for: entryOf(moment, ticket)?.agent ?? 0, until: moment.at.add({ minutes: 60 }) },
			},
			wrong: { wrong: 'reservation', expected: undefined },
		})),
	'a ticket is handed over to somebody who may not have it': (moment) =>
		numbersOf(moment, 'in-hand').flatMap((ticket) =>
			agents
				.filter((agent) => !colleaguesFor(moment, ticket).includes(agent))
				.map((agent) => ({
					change: {
						...{ type: 'queued', ticket, reason: 'handed-over' },
						reserved: { for: agent, until: moment.at.add({ minutes: moment.house.reservationMinutes || 60 }) },
					},
					wrong: { wrong: 'handed-over', to: agent },
				})),
		),
};

/**
 * The history with one such row put into it somewhere, its own time and the rows behind it kept: nothing when it has no place
 * for one. `seq` is where it stands.
 */
export function withDishonesty(
	facts: readonly Fact[],
	kind: Dishonesty,
	seed: number,
): { facts: Fact[]; seq: number; wrong: Wrong } | undefined {
	const throws = dice(seed);
	const from = throws.below(facts.length + 1);
	const house = NaiveHouse.after(facts.slice(0, from));
	for (let nth = from; nth <= facts.length; nth++) {
		const before = facts[nth - 1];
		if (before && nth > from) house.take(before);
		// Where a change is of several rows (a taking with its duty), nothing comes between.
		if (!before || facts[nth]?.at.equals(before.at)) continue;
		const possible = kind({ house, dice: throws, at: before.at, arrivals: 0 });
		if (possible.length === 0) continue;
		const { change, wrong } = throws.among(possible);
		const rows = [...facts.slice(0, nth), { seq: 0, at: before.at, ...change }, ...facts.slice(nth)];
		return { facts: rows.map((fact, index) => ({ ...fact, seq: index + 1 })), seq: nth + 1, wrong };
	}
	return undefined;
}
