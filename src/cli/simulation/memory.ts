import type { PolicyVersion } from '#lib/domain/policy.ts';
import type { Lane, OpenState } from '#lib/domain/queue.ts';
import type { UserViewer } from '#lib/server/access/viewer.ts';
import type { Promised } from './promises.ts';

/** A ticket as the people of the simulation remember it: what they did to it, and what was acknowledged. */
export type Known = {
	number: number;
	openedBy: UserViewer;
	product: number;
	lane: Lane;
	state: OpenState | 'resolved';
	/** Who has it in hand, or placed its hold. */
	agent: number | undefined;
	/** Of the second hold case. */
	wait: Promised | undefined;
	/** With which act the customer wrote on it last, and with which it was put to await them. */
	writtenOn: number;
	heldWith: number;
};

/** What everybody together remembers. It decides nothing: it is what the database is held against. */
export class Memory {
	readonly tickets = new Map<number, Known>();
	readonly onDuty = new Set<number>();
	readonly disabled = new Set<number>();
	readonly covers = new Map<number, readonly number[] | undefined>();
	readonly closed = new Set<string>();
	/** Every second hold case there ever was, in order of placing. */
	readonly waits: { ticket: number; promised: Promised }[] = [];
	policy: PolicyVersion;

	constructor(policy: PolicyVersion) {
		this.policy = policy;
	}

	ticket(number: number): Known {
		const known = this.tickets.get(number);
		if (!known) throw new Error(`Nobody remembers ticket ${number}.`);
		return known;
	}

	/** By arrival number. One whose wait has lapsed is not open, written down or not. */
	open(now: Temporal.Instant, so: (ticket: Known) => boolean = () => true): Known[] {
		return [...this.tickets.values()].filter(
			(ticket) => ticket.state !== 'resolved' && !hasLapsed(ticket, now) && so(ticket),
		);
	}

	/** Lapsed by now, and nothing has written it down. */
	lapsed(now: Temporal.Instant): Known[] {
		return [...this.tickets.values()].filter((ticket) => hasLapsed(ticket, now));
	}
}

export function hasLapsed({ state, wait }: Known, now: Temporal.Instant): boolean {
	return state === 'awaiting-customer' && wait !== undefined && Temporal.Instant.compare(wait.lapsesAt, now) <= 0;
}
