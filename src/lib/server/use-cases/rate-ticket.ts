import type { Transaction } from 'kysely';
import { done, refused } from '#lib/domain/outcome.ts';
import { mayRate, type RatingRefusal, type Score } from '#lib/domain/satisfaction.ts';
import type { TicketRefusal } from '#lib/domain/ticket.ts';
import type { UserViewer } from '../access/viewer.ts';
import { recordEvent } from '../db/events.ts';
import type { DB } from '../db/types.ts';
import type { Desk } from '../desk.ts';
import { type OnTicket, onTicket, type TicketOutcome } from './on-ticket.ts';

/** `words` is plain text, and may be empty. */
export type RateTicket = OnTicket & { score: Score; words: string };

/** A user of the customer says what they thought of a resolved ticket, or changes what they said in the days in which one may. */
export async function rateTicket(
	desk: Desk,
	viewer: UserViewer,
	input: RateTicket,
): Promise<TicketOutcome<undefined, RatingRefusal>> {
	const act = { name: 'rate-ticket', viewer, input };
	return onTicket<undefined, TicketRefusal | RatingRefusal>(desk, act, async ({ tx, ticket, standing, at }) => {
		const row = { ticket: ticket.number, account: viewer.id };
		const allowed = mayRate(standing, await givenAt(tx, row), at);
		if (!allowed.ok) return refused(allowed.refusal);

		const { score, words } = input;
		await tx
			.insertInto('satisfaction')
			.values({ ...row, score, words, given_at: at, changed_at: at })
			.onConflict((before) => before.columns(['ticket', 'account']).doUpdateSet({ score, words, changed_at: at }))
			.execute();
		await recordEvent(tx, { at, type: 'rated', actor: viewer.id, ticket: ticket.number, data: { score } });
		return done();
	});
}

/** When they first said it. */
async function givenAt(
	tx: Transaction<DB>,
	{ ticket, account }: { ticket: number; account: number },
): Promise<Temporal.Instant | undefined> {
	const before = await tx
		.selectFrom('satisfaction')
		.select('given_at')
		.where('ticket', '=', ticket)
		.where('account', '=', account)
		.executeTakeFirst();
	return before?.given_at;
}
