import { isStaff } from '../access/viewer.ts';
import type { Look } from '../db/tell.ts';
import { event, type Stream } from './stream.ts';

/** Said again while a page is open; not heard of for so long, nobody looks any more: their process may have gone without a word. */
const SAY_EVERY_MS = 10_000;
const EXPIRES_MS = 30_000;
/** Whoever leaves may be back at once: a page is read anew, or its stream is renewed. */
const GRACE_MS = 3_000;

type Streams = Iterable<Stream>;
type Lookers = Map<number, { name: string; until: number }>;

/**
 * Which of the staff have a ticket's page open, in this process or another: every process says it of its own pages and remembers what
 * it hears, and nothing of it is stored. Only pages of staff are told. Times are counted by `performance.now()`.
 */
export class Looking {
	readonly #tickets = new Map<number, Lookers>();
	readonly #told = new WeakMap<Stream, string>();
	readonly #say: (looks: Look[]) => void;
	#saidAt = Number.NEGATIVE_INFINITY;

	constructor(say: (looks: Look[]) => void) {
		this.#say = say;
	}

	/** A page is open: the others are told of it, and it of the others. */
	begin(stream: Stream, now: number): void {
		const look = lookOf(stream);
		if (!look) return;
		this.#say([look]);
		this.#tell(stream, now);
	}

	/** A page is closed; where the same person has another one open on the ticket, or has it again in a moment, they look on. */
	end(stream: Stream, open: Streams): void {
		const look = lookOf(stream);
		if (!look) return;
		const looksOn = [...open].some((other) => {
			const its = lookOf(other);
			return its?.ticket === look.ticket && its.account === look.account;
		});
		if (!looksOn) this.#say([{ ...look, left: true }]);
	}

	hear({ ticket, account, name, left }: Look, open: Streams, now: number): void {
		const lookers: Lookers = this.#tickets.get(ticket) ?? new Map();
		const known = lookers.get(account);
		if (!left) lookers.set(account, { name, until: now + EXPIRES_MS });
		else if (known) lookers.set(account, { ...known, until: Math.min(known.until, now + GRACE_MS) });
		if (lookers.size > 0) this.#tickets.set(ticket, lookers);
		for (const stream of open) if (stream.watching.ticket?.number === ticket) this.#tell(stream, now);
	}

	/** From time to time: says who looks, and forgets of whom nothing was heard. */
	tend(open: Streams, now: number): void {
		for (const [ticket, lookers] of this.#tickets) {
			const gone = [...lookers].filter(([, { until }]) => until <= now);
			for (const [account] of gone) lookers.delete(account);
			if (lookers.size === 0) this.#tickets.delete(ticket);
			if (gone.length === 0) continue;
			for (const stream of open) if (stream.watching.ticket?.number === ticket) this.#tell(stream, now);
		}
		if (now - this.#saidAt < SAY_EVERY_MS) return;
		this.#saidAt = now;
		const looks = [...open].flatMap((stream) => lookOf(stream) ?? []);
		const each = new Map(looks.map((look) => [`${look.ticket} ${look.account}`, look]));
		if (each.size > 0) this.#say([...each.values()]);
	}

	/** Those who look at the page's ticket beside its reader, where they are others than it was told last. */
	#tell(stream: Stream, now: number): void {
		const look = lookOf(stream);
		if (!look) return;
		const others = [...(this.#tickets.get(look.ticket) ?? [])].filter(
			([account, { until }]) => account !== look.account && until > now,
		);
		const names = others.map(([, { name }]) => name).sort();
		const told = JSON.stringify(names);
		if ((this.#told.get(stream) ?? '[]') === told) return;
		this.#told.set(stream, told);
		stream.send(event('looking', { names }));
	}
}

/** Nothing of a page that is no ticket's, or that no staff reads. */
function lookOf({ watching: { viewer, ticket } }: Stream): Look | undefined {
	if (!ticket || !isStaff(viewer)) return undefined;
	return { about: 'looking', ticket: ticket.number, account: viewer.id, name: viewer.name, left: false };
}
