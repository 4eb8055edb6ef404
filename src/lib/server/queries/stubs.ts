import type { Kysely } from 'kysely';
import type { HoldCase, MissingItem } from '#lib/domain/hold.ts';
import type { Lane, ResolvedAs } from '#lib/domain/queue.ts';
import { type StoredReceipt, storedReceipt } from '#lib/domain/receipt-json.ts';
import { type Standing, type Turn, turnOf } from '#lib/domain/ticket.ts';
import type { UserViewer } from '../access/viewer.ts';
import { standingFrom, ticketsWithStanding } from '../db/standing.ts';
import type { DB } from '../db/types.ts';

/** A ticket as its stub shows it, wherever it shows up. Instants are ISO 8601 strings. */
export type Stub = {
	number: number;
	subject: string;
	lane: Lane;
	product: string;
	customer: string;
	openedBy: string;
	/** By whoever reads. */
	openedByMe: boolean;
	openedAt: string;
	turn: Turn;
	state: Standing['state'];
	resolvedAs: ResolvedAs | undefined;
	/** Since when it stands as it does. */
	since: string;
	/** While it waits for the customer: the last day of theirs that counts, YYYY-MM-DD (P5). */
	lastUsefulDay: string | undefined;
};

/** The open hold of a ticket, as both sides read it. */
export type HoldView = { case: HoldCase; missing: MissingItem[]; receipt: StoredReceipt | undefined };

/** The names are looked up row by row: joined, they would double the time PostgreSQL takes to plan the query. */
export function stubs(db: Kysely<DB>) {
	return ticketsWithStanding(db)
		.select([
			'ticket.number',
			'ticket.subject',
			'ticket.lane',
			'ticket.opened_by as opener',
			'ticket.opened_at as openedAt',
		])
		.select((eb) => [
			eb
				.selectFrom('product')
				.select('name')
				.whereRef('id', '=', 'ticket.product')
				.$asScalar()
				.$notNull()
				.as('product'),
			eb
				.selectFrom('customer')
				.select('name')
				.whereRef('id', '=', 'ticket.customer')
				.$asScalar()
				.$notNull()
				.as('customer'),
			eb
				.selectFrom('account')
				.select('name')
				.whereRef('id', '=', 'ticket.opened_by')
				.$asScalar()
				.$notNull()
				.as('openedBy'),
		]);
}

/** The same, and whether the customer has written since the open hold was placed, or another ticket of theirs was merged into this one. */
export function stubsWithAdditions(db: Kysely<DB>) {
	return stubs(db).select((eb) => {
		const written = eb
			.selectFrom('message')
			.select('message.id')
			.whereRef('message.ticket', '=', 'ticket.number')
			.whereRef('message.id', '>', 'hold.message')
			.where('message.side', '=', 'customer');
		const joined = eb
			.selectFrom('resolution as joined')
			.select('joined.ticket')
			.whereRef('joined.duplicate_of', '=', 'ticket.number')
			.whereRef('joined.at', '>=', 'hold.placed_at');
		return eb.or([eb.exists(written), eb.exists(joined)]).as('customerAdded');
	});
}

export type StubRow = Awaited<ReturnType<ReturnType<typeof stubs>['execute']>>[number];

/** `reader`: the customer's user who reads; nobody of the staff opens tickets. */
export function stubFrom(row: StubRow, now: Temporal.Instant, reader?: UserViewer): Stub {
	const standing = standingFrom(row, now);
	const { number, subject, lane, product, customer, openedBy, openedAt } = row;
	return {
		number,
		subject,
		lane,
		product,
		customer,
		openedBy,
		openedByMe: row.opener === reader?.id,
		openedAt: openedAt.toString(),
		turn: turnOf(standing.state),
		state: standing.state,
		resolvedAs: standing.state === 'resolved' ? standing.as : undefined,
		lastUsefulDay: standing.state === 'awaiting-customer' ? standing.receipt.countedDays.at(-1)?.toString() : undefined,
		since: (standing.state === 'resolved' ? standing.at : (row.since ?? openedAt)).toString(),
	};
}

export function holdView(standing: Standing): HoldView | undefined {
	if (standing.state !== 'under-evaluation' && standing.state !== 'awaiting-customer') return undefined;
	const { missing, receipt } = standing.hold;
	return { case: standing.state, missing, receipt: receipt && storedReceipt(receipt) };
}
