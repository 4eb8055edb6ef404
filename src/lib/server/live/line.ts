import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type PlaceChange, placeChanges, type Step, stepOf } from '#lib/domain/place-changes.ts';
import { apply, emptyQueue, join, type Queue } from '#lib/domain/queue.ts';
import { covers, type Place, placeOf } from '#lib/domain/serving.ts';
import { factsBehind } from '../db/queue-log.ts';
import type { DB } from '../db/types.ts';

/** A place, and whether somebody on duty covers the ticket's product (P4). */
export type LivePlace = Place & { followed: boolean };

/** Rows of the log that are still read one by one; further behind, the queue is read anew. */
const furthestBehind = 2_000;
/** Steps that are kept, to tell why a place changed to whoever was away for a while. */
const stepsKept = 1_000;

/**
 * The queue in memory, for the places of everybody in this process: read once, then carried on by the new rows of the log. It
 * knows who is queued, where, and who is on duty; of reservations it knows nothing.
 */
export class Line {
	#queue: Queue = emptyQueue();
	/** The last row of the log that is in it; nothing before it was read. */
	#seq: number | undefined;
	#steps: Step[] = [];
	/** The steps of every row behind this one are kept. */
	#stepsSince = 0;

	/** As it stands by now. One query, which costs by what is new. */
	async catchUp(db: Kysely<DB>): Promise<void> {
		if (this.#seq === undefined) return this.#read(db);
		const facts = await factsBehind(db, this.#seq, furthestBehind);
		const [first] = facts;
		if (!first) return;
		if (facts.length === furthestBehind || first.seq !== this.#seq + 1) return this.#read(db);
		for (const fact of facts) {
			const step = stepOf(this.#queue, fact);
			if (step) this.#steps.push(step);
			apply(this.#queue, fact);
			this.#seq = fact.seq;
		}
		this.#thin();
	}

	/** To be read anew: rows may have been missed. */
	forget(): void {
		this.#seq = undefined;
	}

	get isRead(): boolean {
		return this.#seq !== undefined;
	}

	/** The last row of the log that is in it; 0 before it was read. */
	get seq(): number {
		return this.#seq ?? 0;
	}

	/** The place of a ticket that is queued. */
	placeOf(ticket: number): LivePlace | undefined {
		const place = placeOf(this.#queue, ticket);
		const product = this.#queue.entries.get(ticket)?.product;
		return place && product !== undefined ? { ...place, followed: this.#isFollowed(product) } : undefined;
	}

	/** Why the place of a queued ticket is another than it was at row `seq` of the log, as far as is remembered. */
	changesSince(seq: number, ticket: number, { lane }: Place): PlaceChange[] {
		if (seq < this.#stepsSince) return [];
		const from = this.#steps.findLastIndex((step) => step.seq <= seq) + 1;
		return placeChanges({ ticket, lane }, this.#steps.slice(from));
	}

	#isFollowed(product: number): boolean {
		for (const agent of this.#queue.agents.values()) if (agent.onDuty && covers(agent, product)) return true;
		return false;
	}

	/** In one statement: entries, duty and the counter are of one moment. */
	async #read(db: Kysely<DB>): Promise<void> {
		const { seq, entries, agents } = await db
			.selectFrom('queue_counter')
			.select((eb) => [
				'seq',
				jsonArrayFrom(eb.selectFrom('queue_entry').select(['ticket', 'lane', 'product', 'state', 'agent'])).as(
					'entries',
				),
				jsonArrayFrom(eb.selectFrom('queue_agent').select(['agent', 'on_duty', 'covers'])).as('agents'),
			])
			.executeTakeFirstOrThrow();
		const queue = emptyQueue();
		for (const { ticket, agent, ...entry } of entries) {
			queue.entries.set(ticket, { ...entry, agent: agent ?? undefined, reserved: undefined });
			if (entry.state === 'queued') join(queue.queued[entry.lane], ticket);
		}
		for (const { agent, on_duty, covers } of agents) {
			queue.agents.set(agent, { onDuty: on_duty ?? undefined, covers: covers ?? undefined });
		}
		this.#queue = queue;
		this.#seq = this.#stepsSince = seq;
		this.#steps = [];
	}

	#thin(): void {
		const gone = this.#steps.splice(0, Math.max(0, this.#steps.length - stepsKept)).at(-1);
		if (gone) this.#stepsSince = gone.seq;
	}
}
