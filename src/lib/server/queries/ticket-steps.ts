import type { Kysely } from 'kysely';
import { type Step, stepOf } from '#lib/domain/explain.ts';
import { nothingProved } from '#lib/domain/proof.ts';
import { apply, type Fact, type Queue } from '#lib/domain/queue.ts';
import { factsBehind, factsOfTicket } from '../db/queue-log.ts';
import { readProof } from '../db/queue-proof.ts';
import type { DB } from '../db/types.ts';

/**
 * How many rows of the log a page replays at most. There are some 2,200 between one proof and the next, fewer than 4,000 between old ones; more only where the log was
 * written faster than it is proved, or by a version that did not prove it.
 */
export const replayed = 10_000;

/** How many takings of a ticket a page explains: the latest. */
const explained = 12;

/** What happened to a ticket, its takings explained by a replay from the nearest proof before each; nothing for no ticket. */
export async function ticketSteps(db: Kysely<DB>, ticket: number): Promise<Step[] | undefined> {
	const facts = await factsOfTicket(db, ticket);
	if (facts.length === 0) return undefined;
	const latest = new Set(facts.filter(({ type }) => type === 'taken').slice(-explained));
	const before = queuesBefore(db);
	const steps: Step[] = [];
	for (const fact of facts) {
		const queue = latest.has(fact) ? await before(fact) : undefined;
		steps.push(queue ? stepOf(queue, fact) : { fact });
	}
	return steps;
}

/** Asked for one fact after the other, in the order of the log: goes on from the last answer where no proof lies between. */
function queuesBefore(db: Kysely<DB>): (fact: Fact) => Promise<Queue | undefined> {
	let reached = nothingProved();
	return async ({ seq }) => {
		const proof = await readProof(db, seq);
		if (proof.seq > reached.seq) reached = proof;
		const rows = seq - reached.seq - 1;
		if (rows > replayed) return undefined;
		const between = await factsBehind(db, reached.seq, rows);
		for (const fact of between) if (fact.seq < seq) apply(reached.queue, fact);
		reached = { ...reached, seq: seq - 1 };
		return reached.queue;
	};
}
