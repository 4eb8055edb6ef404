import { type Change, type Entry, type Fact, type Lane, lanes, type Queue } from '#lib/domain/queue.ts';

/**
 * The desk written as naively as can be, to hold the real one against: the policy's own sentences, everything looked through
 * each time. It uses nothing of `domain/` but the shapes.
 */
export class NaiveHouse {
	readonly tickets = new Map<number, Entry>();
	readonly duty = new Map<number, boolean>();
	readonly covers = new Map<number, readonly number[] | undefined>();
	inHandLimit = 1;
	reservationMinutes = 60;

	static after(facts: Iterable<Fact>): NaiveHouse {
		const house = new NaiveHouse();
		for (const fact of facts) house.take(fact);
		return house;
	}

	/** Takes one change in. */
	take(change: Change): void {
		if (change.type === 'policy') {
			this.inHandLimit = change.settings.inHandLimit;
			this.reservationMinutes = change.settings.reservationMinutes;
		} else if (change.type === 'duty') this.duty.set(change.agent, change.on);
		else if (change.type === 'coverage') this.covers.set(change.agent, change.covers);
		else if (change.type === 'opened') {
			const { lane, product } = change;
			this.tickets.set(change.ticket, { lane, product, state: 'queued', agent: undefined, reserved: undefined });
		} else if (change.type === 'resolved' || change.type === 'merged') this.tickets.delete(change.ticket);
		else {
			const ticket = this.tickets.get(change.ticket);
			if (!ticket) return;
			if (change.type === 'taken')
				Object.assign(ticket, { state: 'in-hand', agent: change.agent, reserved: undefined });
			if (change.type === 'queued')
				Object.assign(ticket, { state: 'queued', agent: undefined, reserved: change.reserved });
			if (change.type === 'held') ticket.state = change.case;
			if (change.type === 'corrected') ticket.product = change.product;
			if (change.type === 'moved') ticket.lane = change.lane;
			if (change.type === 'moved' && change.lane === 'consultancy') {
				Object.assign(ticket, { state: 'queued', agent: undefined, reserved: undefined });
			}
		}
	}

	/** The arrival numbers of the tickets that are so, in order. */
	which(so: (ticket: Entry, number: number) => boolean): number[] {
		const numbers = [...this.tickets].filter(([number, ticket]) => so(ticket, number)).map(([number]) => number);
		return numbers.sort((a, b) => a - b);
	}

	queued(lane: Lane): number[] {
		return this.which((ticket) => ticket.state === 'queued' && ticket.lane === lane);
	}

	inHandOf(agent: number): number[] {
		return this.which((ticket) => ticket.state === 'in-hand' && ticket.agent === agent);
	}

	/** All products, unless set. */
	doesCover(agent: number, product: number): boolean {
		const set = this.covers.get(agent);
		return set === undefined || set.includes(product);
	}

	/** For a limited time a queued ticket is for one agent only. */
	isKeptFrom(agent: number, number: number, at: Temporal.Instant): boolean {
		const reserved = this.tickets.get(number)?.reserved;
		return reserved !== undefined && reserved.for !== agent && at.epochNanoseconds < reserved.until.epochNanoseconds;
	}

	isTechnicalQueued(): boolean {
		for (const { state, lane } of this.tickets.values()) if (state === 'queued' && lane === 'technical') return true;
		return false;
	}

	/** Queued, not reserved for another, in a product the agent covers; consultancy only while no technical one is queued. */
	mayServe(agent: number, number: number, at: Temporal.Instant): boolean {
		const ticket = this.tickets.get(number);
		if (ticket?.state !== 'queued') return false;
		if (this.isKeptFrom(agent, number, at) || !this.doesCover(agent, ticket.product)) return false;
		return ticket.lane === 'technical' || !this.isTechnicalQueued();
	}

	/** The lowest arrival number among those the agent may serve. */
	next(agent: number, at: Temporal.Instant): number | undefined {
		return this.which((_, number) => this.mayServe(agent, number, at))[0];
	}

	/** All of it in words, so that two can be compared and the difference read. */
	toString(): string {
		const agents = new Map<number, { onDuty: boolean | undefined; covers: readonly number[] | undefined }>();
		for (const agent of [...this.duty.keys(), ...this.covers.keys()]) {
			agents.set(agent, { onDuty: this.duty.get(agent), covers: this.covers.get(agent) });
		}
		const { inHandLimit, reservationMinutes } = this;
		const inHand = new Map<number, number>();
		for (const { state, agent } of this.tickets.values()) {
			if (state === 'in-hand' && agent !== undefined) inHand.set(agent, this.inHandOf(agent).length);
		}
		const queued = { technical: this.queued('technical'), consultancy: this.queued('consultancy') };
		return inWords({ entries: this.tickets, agents, inHand, queued, settings: { inHandLimit, reservationMinutes } });
	}
}

/** A queue in words, the same for the same queue. */
export function inWords({ entries, agents, inHand, queued, settings }: Queue): string {
	const sorted = <T>(map: Map<number, T>) => [...map].sort(([a], [b]) => a - b);
	const lines = sorted(entries).map(([number, { lane, product, state, agent, reserved }]) => {
		const kept = reserved ? `, kept for ${reserved.for} until ${reserved.until}` : '';
		return `${number}: ${lane}, product ${product}, ${state}${agent === undefined ? '' : ` of ${agent}`}${kept}`;
	});
	for (const [agent, { onDuty, covers }] of sorted(agents)) lines.push(`agent ${agent}: ${onDuty}, ${covers ?? 'all'}`);
	for (const [agent, count] of sorted(inHand)) lines.push(`in hand of ${agent}: ${count}`);
	for (const lane of lanes) lines.push(`${lane}: ${queued[lane]}`);
	return [...lines, `limit ${settings.inHandLimit}, ${settings.reservationMinutes} minutes`].join('\n');
}
