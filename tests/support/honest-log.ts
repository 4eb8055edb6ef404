import {
	apply,
	type Change,
	type Entry,
	emptyQueue,
	type Fact,
	type Queue,
	type QueuedAgain,
} from '#lib/domain/queue.ts';
import { covers, nextInLine, reservationFor } from '#lib/domain/serving.ts';

/** How big a house keeps the log, and how many of its tickets wait at a time. Agents and products are numbered from 1. */
export type HouseSize = { agents: number; products: number; queued: number };

/**
 * A long log that keeps the policy with all that bears on who is next: coverage, duty, reservations, hand-overs, moves, corrections,
 * merges, settings. The same at every run for a seed; its cost does not grow with its length, so that a million rows take seconds.
 */
export function* honestLog(seed: number, house: HouseSize): Generator<Fact, never> {
	const random = randomFrom(seed);
	const one = <Value>(of: readonly Value[]): Value => of[Math.floor(random() * of.length)] as Value;
	const queue = emptyQueue();
	const holds: number[] = [];
	const agents = Array.from({ length: house.agents }, (_, nth) => nth + 1);
	let [seq, number] = [0, 0];
	let at = Temporal.Instant.from('2026-11-23T08:00Z');

	const write = (change: Change): Fact => {
		const fact = { seq: ++seq, at, actor: actorOf(queue, change), ...change } as Fact;
		apply(queue, fact);
		return fact;
	};
	for (;;) {
		at = at.add({ seconds: Math.floor(random() * 240) });
		const waiting = queue.queued.technical.length + queue.queued.consultancy.length;
		const act = random();
		if (act < 0.002) yield write(ofTheHouse(random, house, one(agents)));
		else if (act < 0.3 && waiting < house.queued * 2) yield write(opening(random, house, ++number));
		else if (act < 0.42 && holds.length > 0) {
			const [ticket] = holds.splice(Math.floor(random() * holds.length), 1) as [number];
			yield write(leavingHold(random, queue, ticket, at));
		} else if (act < 0.43 && waiting > house.queued) {
			yield write({ type: 'resolved', ticket: one(longer(queue)), as: 'closed-by-customer' });
		} else
			for (const change of atTheDesk(random, queue, one(agents), at, agents, house.products)) {
				if (change.type === 'held') holds.push(change.ticket);
				yield write(change);
			}
	}
}

/** Who has it in hand or on hold, where somebody does: of a merge one of the two. */
function actorOf({ entries }: Queue, change: Change): number | null {
	if ('agent' in change) return change.agent;
	if (change.ticket === undefined) return null;
	const of = change.type === 'merged' && entries.get(change.ticket)?.state !== 'in-hand' ? change.into : change.ticket;
	return entries.get(of)?.agent ?? null;
}

function ofTheHouse(random: () => number, { products }: HouseSize, agent: number): Change {
	if (random() < 0.2)
		return { type: 'policy', settings: { inHandLimit: 1, reservationMinutes: random() < 0.5 ? 60 : 0 } };
	const some = Array.from({ length: products }, (_, nth) => nth + 1).filter(() => random() < 0.5);
	return { type: 'coverage', agent, covers: some.length > 0 ? some : undefined };
}

function opening(random: () => number, { products }: HouseSize, ticket: number): Change {
	const lane = random() < 0.2 ? 'consultancy' : 'technical';
	return { type: 'opened', ticket, lane, product: 1 + Math.floor(random() * products) };
}

function leavingHold(random: () => number, queue: Queue, ticket: number, at: Temporal.Instant): Change {
	const entry = queue.entries.get(ticket) as Entry;
	const awaited = entry.state === 'awaiting-customer';
	if (awaited && random() < 0.15) return { type: 'resolved', ticket, as: 'lapsed' };
	const reason: QueuedAgain = !awaited ? 'resumed' : random() < 0.9 ? 'replied' : 'withdrawn';
	const agent = entry.agent as number;
	const had = { onDuty: undefined, covers: undefined, ...queue.agents.get(agent), id: agent };
	const reserved = reservationFor(had, entry.product, queue.settings.reservationMinutes, at);
	return { type: 'queued', ticket, reason, reserved };
}

const longer = ({ queued: { technical, consultancy } }: Queue) =>
	technical.length > consultancy.length ? technical : consultancy;

/** What an agent does next: takes, going on duty where need be, or lets go of what is in hand in one of the ways there are. */
function* atTheDesk(
	random: () => number,
	queue: Queue,
	agent: number,
	at: Temporal.Instant,
	agents: readonly number[],
	products: number,
): Generator<Change & ({ ticket: number } | { ticket?: undefined })> {
	const mine = queue.inHand.has(agent) ? inHandOf(queue, agent) : undefined;
	if (!mine) {
		const ticket = nextInLine(queue, agent, at);
		if (ticket === undefined) return;
		if (!queue.agents.get(agent)?.onDuty) yield { type: 'duty', agent, on: true };
		yield { type: 'taken', ticket, agent };
		return;
	}
	const [ticket, entry] = mine;
	const way = random();
	if (way < 0.5) yield { type: 'resolved', ticket, as: 'solved' };
	else if (way < 0.72) yield { type: 'held', ticket, case: 'awaiting-customer' };
	else if (way < 0.82) yield { type: 'held', ticket, case: 'under-evaluation' };
	else if (way < 0.86) yield { type: 'queued', ticket, reason: 'put-back' };
	else if (way < 0.9) yield* goingOffDuty(agent, ticket);
	else if (way < 0.93) yield* correcting(ticket, entry, products);
	else if (way < 0.95) yield { type: 'moved', ticket, lane: entry.lane === 'technical' ? 'consultancy' : 'technical' };
	else if (way < 0.97) yield* joining(queue, ticket);
	else yield* handingOver(queue, ticket, entry, agent, at, agents);
}

function* goingOffDuty(agent: number, ticket: number): Generator<Change> {
	yield { type: 'queued', ticket, reason: 'off-duty' };
	yield { type: 'duty', agent, on: false };
}

/** The next product in the list, where there is another one. */
function* correcting(ticket: number, { product }: Entry, products: number): Generator<Change> {
	if (products > 1) yield { type: 'corrected', ticket, product: 1 + (product % products) };
}

/** With the first of the longer line; the later arrival of the two leaves. */
function* joining(queue: Queue, ticket: number): Generator<Change> {
	const [other] = longer(queue);
	if (other !== undefined) yield { type: 'merged', ticket: Math.max(ticket, other), into: Math.min(ticket, other) };
}

function* handingOver(
	queue: Queue,
	ticket: number,
	{ product }: Entry,
	agent: number,
	at: Temporal.Instant,
	agents: readonly number[],
): Generator<Change> {
	const { reservationMinutes: minutes } = queue.settings;
	const colleague = agents.find((other) => {
		const known = queue.agents.get(other);
		return other !== agent && known?.onDuty && covers(known, product);
	});
	if (colleague === undefined || minutes === 0) return;
	const reserved = { for: colleague, until: at.add({ minutes }) };
	yield { type: 'queued', ticket, reason: 'handed-over', reserved };
}

function inHandOf(queue: Queue, agent: number): [number, Entry] | undefined {
	for (const [ticket, entry] of queue.entries)
		if (entry.state === 'in-hand' && entry.agent === agent) return [ticket, entry];
	return undefined;
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
