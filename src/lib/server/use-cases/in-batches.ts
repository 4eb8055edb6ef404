import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../db/types.ts';

/** What is done by time alone, for many tickets. */
type Sweep = {
	/** The next tickets behind `after`, ascending, at most a batch; none at the end. */
	find: (after: number) => Promise<number[]>;
	/** Does it for these tickets; answers for how many, since others may have done it before. */
	act: (tx: Transaction<DB>, tickets: readonly number[]) => Promise<number>;
};

/**
 * Does it batch by batch, each in one transaction; a batch that fails is done ticket by ticket, so that one that cannot be done
 * keeps none of the others waiting. Returns for how many it was done. When there were some for which it was not, it throws at the
 * end: one error that names the tickets and holds theirs.
 */
export async function inBatches(db: Kysely<DB>, { find, act }: Sweep): Promise<number> {
	const failed = new Map<number, unknown>();
	const together = (tickets: readonly number[]) => db.transaction().execute((tx) => act(tx, tickets));
	const alone = (ticket: number) =>
		together([ticket]).catch((error) => {
			failed.set(ticket, error);
			return 0;
		});
	let done = 0;
	for (let tickets = await find(0); tickets.length > 0; tickets = await find(tickets.at(-1) ?? 0)) {
		const all = await together(tickets).catch(() => undefined);
		done += all ?? (await oneByOne(tickets, alone));
	}
	if (failed.size > 0) throw new AggregateError(failed.values(), `Not done for: ${[...failed.keys()].join(', ')}.`);
	return done;
}

async function oneByOne(tickets: readonly number[], act: (ticket: number) => Promise<number>): Promise<number> {
	let done = 0;
	for (const ticket of tickets) done += await act(ticket);
	return done;
}
