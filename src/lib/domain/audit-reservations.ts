import type { Finding } from './audit.ts';
import type { Agent, Entry, Fact, Queue, Reservation } from './queue.ts';
import { reservationFor } from './serving.ts';

type Queued = Fact & { type: 'queued' };

/** For whom a ticket that is queued again is kept, and for how long (P4). */
export function wrongReservation(queue: Queue, fact: Queued, entry: Entry): Finding[] {
	return fact.reason === 'handed-over' ? wrongHandOver(queue, fact, entry) : wrongKeeping(queue, fact, entry);
}

/** For another, who is on duty and covers its product. */
function wrongHandOver(queue: Queue, { seq, ticket, reserved, at }: Queued, { agent: had, product }: Entry): Finding[] {
	const to = reserved?.for;
	const { reservationMinutes: minutes } = queue.settings;
	const expected = to === undefined || to === had ? undefined : reservationFor(known(queue, to), product, minutes, at);
	return expected && isSame(expected, reserved) ? [] : [{ seq, ticket, wrong: 'handed-over', to }];
}

/**
 * What leaves a hold, for the agent who had it; anything else for nobody. Where the log has not told that agent's duty it may be
 * kept for them or not.
 */
function wrongKeeping(queue: Queue, fact: Queued, { agent: had, product }: Entry): Finding[] {
	const { seq, ticket, reserved, at } = fact;
	const { reservationMinutes: minutes } = queue.settings;
	const agent = leavesHold(fact) && had !== undefined ? known(queue, had) : undefined;
	const isUntold = agent?.onDuty === undefined;
	if (isUntold && !reserved) return [];
	const expected = agent && reservationFor({ ...agent, onDuty: agent.onDuty ?? true }, product, minutes, at);
	return isSame(expected, reserved) ? [] : [{ seq, ticket, wrong: 'reservation', expected: expected?.for, minutes }];
}

function leavesHold({ reason }: Queued): boolean {
	return reason === 'replied' || reason === 'withdrawn' || reason === 'resumed';
}

function known({ agents }: Queue, id: number): Agent & { id: number } {
	return { onDuty: undefined, covers: undefined, ...agents.get(id), id };
}

function isSame(one: Reservation | undefined, other: Reservation | undefined): boolean {
	if (!one || !other) return one === other;
	return one.for === other.for && one.until.equals(other.until);
}
