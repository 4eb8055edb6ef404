import { type Agent, type Entry, type Lane, position, type Queue, type Reservation } from './queue.ts';

/** Why an agent may not serve a queued ticket at a moment (P4, P6). */
export type NotServed = 'technical-first' | 'not-covered' | 'reserved';

/** Whether a reservation keeps the ticket from this agent; it binds while `at < until` (P4). */
export function isReservedForAnother(
	{ reserved }: Pick<Entry, 'reserved'>,
	agent: number,
	at: Temporal.Instant,
): boolean {
	return reserved !== undefined && reserved.for !== agent && Temporal.Instant.compare(at, reserved.until) < 0;
}

/** All products, unless a coverage is set (P4). */
export function covers(agent: Pick<Agent, 'covers'> | undefined, product: number): boolean {
	return agent?.covers?.includes(product) ?? true;
}

/** Why this agent may not serve a queued ticket, or nothing when they may. */
export function whyNotServed(queue: Queue, agent: number, entry: Entry, at: Temporal.Instant): NotServed | undefined {
	if (!covers(queue.agents.get(agent), entry.product)) return 'not-covered';
	if (isReservedForAnother(entry, agent, at)) return 'reserved';
	// Whoever could serve the technical ones, reserved ones included (P6).
	if (entry.lane === 'consultancy' && queue.queued.technical.length > 0) return 'technical-first';
	return undefined;
}

/**
 * The ticket an agent is given next: the lowest arrival number among the queued ones the agent may serve (P4);
 * consultancy only while no technical ticket is queued (P6). The twin of `headFor` in `db/next-in-line.ts`.
 */
export function nextInLine(queue: Queue, agent: number, at: Temporal.Instant): number | undefined {
	const lane = queue.queued.technical.length > 0 ? 'technical' : 'consultancy';
	return queue.queued[lane].find((ticket) => {
		const entry = queue.entries.get(ticket);
		return entry !== undefined && whyNotServed(queue, agent, entry, at) === undefined;
	});
}

/**
 * For whom a ticket that leaves a hold is kept: the agent who had it, if on duty at that moment and not kept from it by the
 * coverage, until an end fixed then; nobody where the policy reserves for no minutes (P4).
 */
export function reservationFor(
	agent: Agent & { id: number },
	product: number,
	minutes: number,
	at: Temporal.Instant,
): Reservation | undefined {
	if (!agent.onDuty || !covers(agent, product) || minutes === 0) return undefined;
	return { for: agent.id, until: at.add({ minutes }) };
}

/** The place of a queued ticket, told truthfully (P6): how many of its lane go before it, and for consultancy every technical one. */
export type Place = { lane: Lane; ahead: number; technicalAhead: number };

export function placeOf(queue: Queue, ticket: number): Place | undefined {
	const entry = queue.entries.get(ticket);
	if (entry?.state !== 'queued') return undefined;
	const technicalAhead = entry.lane === 'consultancy' ? queue.queued.technical.length : 0;
	return { lane: entry.lane, ahead: position(queue.queued[entry.lane], ticket), technicalAhead };
}
